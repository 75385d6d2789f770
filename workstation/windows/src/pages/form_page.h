// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "pages/page.h"
#include "vienlogs/viewmodels/form_view_model.h"

namespace vienlogs::look {
class Mark;
}

namespace vienlogs::windows {

class FieldRow;
class ProblemSummary;

/// Step 3: one form, page by page, drawn from its ordered list of fields.
class FormPage : public Page {
    Q_OBJECT

public:
    explicit FormPage(viewmodels::FormViewModel& form, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void refresh();
    void rebuild();
    void refreshField(const QString& scope);
    void showProblems();
    FieldRow* rowOf(const QString& scope) const;
    void goTo(const QString& scope);
    void focusFirst();
    /// What is being typed reaches the view-model before a command does.
    void finishTyping();

    viewmodels::FormViewModel& form_;
    QLabel* progress_;
    look::Mark* prefilling_;
    ProblemSummary* problems_;
    QWidget* fieldsBox_;
    QVBoxLayout* fields_;
    std::vector<FieldRow*> rows_;
    int page_ = -1;
};

} // namespace vienlogs::windows
