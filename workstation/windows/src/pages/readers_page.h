// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include <QFrame>

#include "pages/page.h"
#include "vienlogs/viewmodels/readers_view_model.h"

namespace vienlogs::look {
class Mark;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

/// One reader with its two possible roles.
class ReaderRow : public QFrame {
    Q_OBJECT

public:
    explicit ReaderRow(int row, QWidget* parent = nullptr);
    void show(const viewmodels::ReadersViewModel::Row& reader);
    void retranslate();

Q_SIGNALS:
    void assigned(int row, viewmodels::ReadersViewModel::Role role);

private:
    QLabel* name_;
    look::Mark* card_;
    look::Button* clerk_;
    look::Button* client_;
};

/// Which reader is the clerk's and which the client's; asked once, changeable, never confused.
class ReadersPage : public Page {
    Q_OBJECT

public:
    explicit ReadersPage(viewmodels::ReadersViewModel& readers, QWidget* parent = nullptr);

    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void retranslate() override;

private:
    void refresh();

    viewmodels::ReadersViewModel& readers_;
    look::Notice* none_;
    QVBoxLayout* rowsColumn_;
    std::vector<ReaderRow*> rows_;
    look::Button* swap_;
};

} // namespace vienlogs::windows
