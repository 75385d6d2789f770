// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "pages/page.h"
#include "vienlogs/viewmodels/scan_view_model.h"
#include "vienlogs/viewmodels/sign_view_model.h"

class QBoxLayout;

namespace vienlogs::look {
class Mark;
class Notice;
} // namespace vienlogs::look

namespace vienlogs::windows {

class CardList;
class PinLine;
class PageView;
class ScanBox;

/// Step 4: the application in view, signed on paper and scanned, or with the client's card and PIN2.
class SignPage : public Page {
    Q_OBJECT

public:
    SignPage(viewmodels::SignViewModel& sign, viewmodels::ScanViewModel& scan, QWidget* parent = nullptr);

    void enter() override;
    [[nodiscard]] QString explanation() const override;

Q_SIGNALS:
    /// The codes of the client's card are wanted: PIN2 is blocked.
    void pinsAsked();

protected:
    void goOn() override;
    void goBack() override { sign_.back(); }
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    QWidget* paperBox();
    QWidget* cardBox();
    void refresh();
    void refreshCard();
    void refreshPreview();
    void fitColumns();
    void signWithCard();
    [[nodiscard]] bool atPad() const { return sign_.hasPad() && !typeHere_; }

    viewmodels::SignViewModel& sign_;
    viewmodels::ScanViewModel& scan_;
    look::Notice* signed_;
    look::Mark* busy_;
    CardList* methods_;
    QBoxLayout* halves_ = nullptr;
    PageView* view_;
    QLabel* viewLabel_;
    QWidget* paper_;
    QLabel* printLabel_;
    look::Button* print_;
    look::Mark* printed_;
    QLabel* scanLabel_;
    ScanBox* scanBox_;
    look::Button* useScan_;
    QWidget* card_;
    QLabel* cardHint_;
    QLabel* pinLabel_;
    PinLine* pin_;
    QLabel* tries_;
    look::Button* signNow_;
    look::Button* typing_;
    look::Button* unblock_;
    bool typeHere_ = false; ///< Rather than with the reader's keys.
    bool wasSigned_ = false;
};

} // namespace vienlogs::windows
