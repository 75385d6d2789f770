// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>
#include <QPointer>

#include "vienlogs/viewmodels/palette_view_model.h"

class QLabel;
class QLineEdit;
class QListView;

namespace vienlogs::windows {

/// Ctrl+K: one line that finds any service, life situation, case or command.
class PaletteBox : public QFrame {
    Q_OBJECT

public:
    explicit PaletteBox(viewmodels::PaletteViewModel& palette, QWidget* parent);

    /// Opens over the upper middle of the parent, with an empty line.
    void open();
    /// Closes and gives the keyboard back to where it was.
    void close();
    /// Keeps its place when the parent changes size.
    void place();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void move(int rows);
    void activateCurrent();

    viewmodels::PaletteViewModel& palette_;
    QLineEdit* line_;
    QListView* list_;
    QLabel* empty_;
    QPointer<QWidget> before_;
};

} // namespace vienlogs::windows
