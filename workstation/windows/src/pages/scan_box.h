// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QWidget>

#include "vienlogs/viewmodels/scan_view_model.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;

namespace vienlogs::look {
class Button;
}

namespace vienlogs::windows {

/// Scanning the signed paper: the pages small, turned or left out one by one.
class ScanBox : public QWidget {
    Q_OBJECT

public:
    explicit ScanBox(viewmodels::ScanViewModel& scan, QWidget* parent = nullptr);

    /// The page that is looked at; -1 none.
    [[nodiscard]] int current() const;
    void retranslate();

Q_SIGNALS:
    /// Another page is looked at, or it has changed.
    void currentChanged();

private:
    void layOut();
    void addButtons();
    void refresh();
    void refreshScanners();
    void refreshPages();

    viewmodels::ScanViewModel& scan_;
    QLabel* scannerLabel_;
    QComboBox* scanner_;
    QCheckBox* colour_;
    look::Button* feeder_;
    look::Button* glass_;
    look::Button* cancel_;
    look::Button* again_;
    QProgressBar* progress_;
    QLabel* empty_;
    QListWidget* pages_;
    look::Button* left_;
    look::Button* right_;
    look::Button* remove_;
    look::Button* undo_;
};

} // namespace vienlogs::windows
