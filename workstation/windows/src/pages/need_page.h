// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/app_view_model.h"
#include "vienlogs/viewmodels/need_view_model.h"

class QLineEdit;

namespace vienlogs::look {
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CardList;
class QuestionList;

/// Step 1: an ordinary word finds a life situation or a service; a situation asks its questions.
class NeedPage : public Page {
    Q_OBJECT

public:
    NeedPage(viewmodels::NeedViewModel& need, viewmodels::AppViewModel& app, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void refresh();
    void choose(int row);
    void searchAgain();

    viewmodels::NeedViewModel& need_;
    viewmodels::AppViewModel& app_;
    QLineEdit* query_;
    look::Notice* note_;
    CardList* results_;
    QWidget* chosenBox_;
    QLabel* chosen_;
    look::Button* other_;
    QuestionList* questions_;
    bool searching_ = true; ///< Results are shown, not the questions of what was chosen.
};

} // namespace vienlogs::windows
