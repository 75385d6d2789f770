// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/sign_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/scanning.h"
#include "vienlogs/workflows/signing.h"

namespace vienlogs::viewmodels {

using workflows::SigningState;

SignViewModel::SignViewModel(workflows::Contact& contact, workflows::Signing& signing,
                             workflows::Scanning& scanning, QObject* parent)
    : ViewModel(parent), contact_(contact), signing_(signing), scanning_(scanning) {
    connect(&signing_, &workflows::Signing::changed, this, [this] {
        if (signing_.pdf().empty())
            preview_.clear();
        Q_EMIT changed();
    });
    connect(&contact_, &workflows::Contact::caseChanged, this, &SignViewModel::changed);
    connect(&contact_, &workflows::Contact::clientChanged, this, [this] {
        if (!contact_.active())
            setMethod(Method::Paper); // the next client chooses anew
    });
    connect(&signing_, &workflows::Signing::made, this, [this] {
        preview_.clear();
        Q_EMIT pdfMade(pdf());
    });
}

bool SignViewModel::busy() const {
    return !busyText().isEmpty();
}

QString SignViewModel::busyText() const {
    switch (signing_.state()) {
    case SigningState::Preparing:
        return tr("The application is being made…");
    case SigningState::CardSigning:
        return signing_.atPad()
                   ? tr("The client enters PIN2 with the reader's keys now. Its cancel key stops it.")
                   : tr("The card is signing…");
    case SigningState::Attaching:
        return tr("The signed paper is being stored…");
    default:
        return signing_.printing() ? tr("Printing…") : QString();
    }
}

bool SignViewModel::printed() const {
    return signing_.printed();
}

bool SignViewModel::isSigned() const {
    return contact_.theCase() && contact_.theCase()->signedBy.has_value();
}

bool SignViewModel::canSignWithCard() const {
    return signing_.cardReady() && signing_.triesLeft() != 0 && signing_.state() == SigningState::Ready;
}

QString SignViewModel::cardHint() const {
    if (!signing_.cardReady())
        return tr("Put the client's card into the client's reader.");
    if (signing_.triesLeft() == 0)
        return tr(
            "PIN2 of this card is blocked. The client can unblock it here with the PUK, or sign on paper.");
    return signing_.hasPad() ? tr("The client enters PIN2 with the reader's keys. It signs the application "
                                  "with full legal force.")
                             : tr("Ask the client to enter PIN2 and do not look. It signs the application "
                                  "with full legal force.");
}

bool SignViewModel::hasPad() const {
    return signing_.hasPad();
}

int SignViewModel::triesLeft() const {
    return signing_.triesLeft().value_or(-1);
}

bool SignViewModel::canGoOn() const {
    return isSigned() && !contact_.busy();
}

QByteArray SignViewModel::pdf() const {
    const auto& bytes = signing_.pdf();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

void SignViewModel::setMethod(Method method) {
    method_ = method;
    Q_EMIT changed();
}

void SignViewModel::setPreviewPages(const QVector<QImage>& pages) {
    preview_ = pages;
    Q_EMIT previewReady();
    Q_EMIT changed();
}

void SignViewModel::print() {
    signing_.print();
}

void SignViewModel::signWithCard(const QString& pin2) {
    signing_.signWithCard(secretOf(pin2));
}

void SignViewModel::signAtPad() {
    signing_.signAtPad();
}

void SignViewModel::useScan() {
    signing_.attachScan(scanning_);
}

void SignViewModel::next() {
    if (canGoOn())
        contact_.advance(workflows::ContactEvent::Signed);
}

void SignViewModel::back() {
    if (!isSigned())
        contact_.back();
}

} // namespace vienlogs::viewmodels
