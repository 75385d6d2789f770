// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLayout>
#include <QList>

namespace vienlogs::look {

/// Lays its items in rows like words of a text, so that large text wraps instead of being cut.
class FlowLayout : public QLayout {
    Q_OBJECT

public:
    /// Gaps in pixels; the parent takes the layout over.
    FlowLayout(QWidget* parent, int gapAcross, int gapDown);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(items_.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return items_.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

    /// From this item on, items of the first row stand at the right edge when all fit into one row.
    void alignRightFrom(int index) { rightFrom_ = index; }

private:
    int arrange(const QRect& rect, bool move) const;
    [[nodiscard]] QList<QList<QLayoutItem*>> rows(int width) const;

    QList<QLayoutItem*> items_;
    int gapAcross_;
    int gapDown_;
    int rightFrom_ = -1;
};

} // namespace vienlogs::look
