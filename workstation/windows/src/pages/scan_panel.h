// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

#include "vienlogs/viewmodels/scan_view_model.h"

namespace vienlogs::look {
class Button;
}

namespace vienlogs::windows {

class ScanBox;

/// Scanning a paper for one field of a form, opened under that field.
class ScanPanel : public QFrame {
    Q_OBJECT

public:
    explicit ScanPanel(viewmodels::ScanViewModel& scan, QWidget* parent = nullptr);

    void open();
    /// Hands the pages over; false when there are none, or while they are still being scanned.
    bool use();
    /// Pages are coming for the field it is open under.
    [[nodiscard]] bool scanning() const;
    /// Puts it away; pages that were not used are left.
    void close();
    void retranslate();

Q_SIGNALS:
    /// The pages are to be attached.
    void used();
    void closed();

private:
    void refresh();

    viewmodels::ScanViewModel& scan_;
    ScanBox* box_;
    look::Button* use_;
    look::Button* cancel_;
};

} // namespace vienlogs::windows
