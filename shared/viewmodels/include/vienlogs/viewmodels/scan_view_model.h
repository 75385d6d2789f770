// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QImage>
#include <QStringList>

#include "vienlogs/viewmodels/row_model.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::workflows {
class Scanning;
}

namespace vienlogs::viewmodels {

/// The scanned pages of the signed paper: scan, look, rotate, leave out.
class ScanViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(bool scanning READ scanning NOTIFY changed)
    Q_PROPERTY(int progress READ progress NOTIFY changed)
    Q_PROPERTY(int scannerIndex READ scannerIndex WRITE setScannerIndex NOTIFY changed)
    Q_PROPERTY(bool hasFeeder READ hasFeeder NOTIFY changed)
    Q_PROPERTY(bool canUndoRemove READ canUndoRemove NOTIFY changed)

public:
    enum Column { NumberRole = Qt::UserRole + 1, ThumbnailRole };
    struct Row {
        int number = 0; ///< From 1.
        QImage thumbnail;
        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit ScanViewModel(workflows::Scanning& scanning, QObject* parent = nullptr);

    [[nodiscard]] bool scanning() const;
    /// Of the running page, 0-100.
    [[nodiscard]] int progress() const;
    [[nodiscard]] QStringList scanners() const;
    [[nodiscard]] int scannerIndex() const;
    /// The chosen scanner takes a stack of paper.
    [[nodiscard]] bool hasFeeder() const;
    [[nodiscard]] bool canUndoRemove() const;
    [[nodiscard]] RowModel<Row>* pages() { return &rows_; }
    /// The page large enough to read, turned as it will be kept; a small one until `imageReady`.
    [[nodiscard]] QImage image(int row) const;

public Q_SLOTS:
    void refreshScanners();
    void setScannerIndex(int index);
    void scan(bool feeder, bool colour);
    void cancel();
    /// By 90 or -90 degrees.
    void rotate(int row, int degrees);
    void remove(int row);
    void undoRemove();
    void clear();

Q_SIGNALS:
    void imageReady();

private:
    void refresh();
    workflows::Scanning& scanning_;
    RowModel<Row> rows_;
    std::vector<std::shared_ptr<const void>> shown_; ///< The pages that the rows were made of.
};

} // namespace vienlogs::viewmodels
