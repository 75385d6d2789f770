// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "pages/page.h"
#include "vienlogs/viewmodels/form_view_model.h"
#include "vienlogs/viewmodels/scan_view_model.h"

namespace vienlogs::look {
class Mark;
}

namespace vienlogs::windows {

class FieldRow;
class ProblemSummary;
class ScanPanel;

/// Step 3: one form, page by page, drawn from its ordered list of fields.
class FormPage : public Page {
    Q_OBJECT

public:
    FormPage(viewmodels::FormViewModel& form, viewmodels::ScanViewModel& scan, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void refresh();
    /// One goes on when nothing is being stored and no page is still being scanned for a field.
    void refreshContinue();
    void rebuild();
    void refreshField(const QString& scope);
    void showProblems();
    FieldRow* newRow(const viewmodels::FieldView& field);
    FieldRow* rowOf(const QString& scope) const;
    void goTo(const QString& scope);
    void scanFor(FieldRow& row);
    void endScan();
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
    ScanPanel* scan_;
    QString scanScope_; ///< The field that is scanned for.
    int page_ = -1;
};

} // namespace vienlogs::windows
