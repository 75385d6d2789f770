// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QFrame>

#include "pages/page.h"
#include "vienlogs/viewmodels/cases_view_model.h"
#include "vienlogs/viewmodels/contact_view_model.h"

class QLineEdit;

namespace vienlogs::look {
class IconLabel;
class Mark;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CaseTable;

/// Nobody is at the desk: how to begin with a client, and what was done lately.
class ReadyPage : public Page {
    Q_OBJECT

public:
    ReadyPage(viewmodels::ContactViewModel& contact, viewmodels::CasesViewModel& cases,
              QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

protected:
    void goOn() override;
    void goBack() override;
    void retranslate() override;

private:
    void layOut();
    QWidget* field(QLabel*& label, QLineEdit*& line, const char* name);
    void refresh();
    void showDocument(bool shown);

    viewmodels::ContactViewModel& contact_;
    look::IconLabel* picture_;
    QLabel* prompt_;
    QLabel* promptMore_;
    look::Button* serveAgain_;
    look::Button* byDocument_;
    QFrame* document_;
    QLabel* codeLabel_ = nullptr;
    QLabel* givenLabel_ = nullptr;
    QLabel* familyLabel_ = nullptr;
    QLineEdit* code_ = nullptr;
    QLineEdit* given_ = nullptr;
    QLineEdit* family_ = nullptr;
    look::Button* begin_;
    look::Button* cancel_;
    QLabel* casesHeading_;
    CaseTable* cases_;
};

} // namespace vienlogs::windows
