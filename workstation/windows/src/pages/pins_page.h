// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/pins_view_model.h"

class QBoxLayout;

namespace vienlogs::look {
class Mark;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CardList;
class PinLine;

/// The codes of a card: which card, what is to be done, and the codes, which nobody else sees.
class PinsPage : public Page {
    Q_OBJECT

public:
    explicit PinsPage(viewmodels::PinsViewModel& pins, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    QWidget* entryBox();
    void forget();
    void choose(int task);
    void refresh();
    void refreshEntry();
    void giveKeyboard();
    [[nodiscard]] bool mayGo() const;

    viewmodels::PinsViewModel& pins_;
    look::Notice* done_;
    look::Notice* failure_;
    CardList* readers_;
    look::Mark* prompt_;
    CardList* tasks_;
    QBoxLayout* halves_ = nullptr;
    QWidget* entry_;
    QLabel* instruction_;
    QLabel* firstLabel_;
    PinLine* first_;
    QLabel* freshLabel_;
    PinLine* fresh_;
    QLabel* againLabel_;
    PinLine* again_;
    QLabel* rules_;
    QLabel* problem_;
    look::Button* typing_;
    int shownTask_ = -1;
    bool worked_ = false; ///< At the last look.
};

} // namespace vienlogs::windows
