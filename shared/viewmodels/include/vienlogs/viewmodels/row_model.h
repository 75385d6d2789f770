// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <QAbstractListModel>

namespace vienlogs::viewmodels {

/// A list of plain rows as a Qt model, with one function a role. Rows are replaced as a whole: lists here
/// are short.
template<typename Row>
class RowModel final : public QAbstractListModel {
public:
    struct Column {
        int role;
        QByteArray name;
        std::function<QVariant(const Row&)> read;
    };
    explicit RowModel(std::vector<Column> columns, QObject* parent = nullptr)
        : QAbstractListModel(parent), columns_(std::move(columns)) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid() || index.row() >= rowCount())
            return {};
        const int wanted = role == Qt::DisplayRole && !columns_.empty() ? columns_.front().role : role;
        for (const auto& column : columns_)
            if (column.role == wanted)
                return column.read(rows_[static_cast<std::size_t>(index.row())]);
        return {};
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override {
        QHash<int, QByteArray> names;
        for (const auto& column : columns_)
            names.insert(column.role, column.name);
        return names;
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    /// The row, or nothing when there is none at that place.
    [[nodiscard]] const Row* at(int row) const {
        return row >= 0 && row < rowCount() ? &rows_[static_cast<std::size_t>(row)] : nullptr;
    }
    void setRows(std::vector<Row> rows) {
        if (rows == rows_)
            return;
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }

private:
    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

} // namespace vienlogs::viewmodels
