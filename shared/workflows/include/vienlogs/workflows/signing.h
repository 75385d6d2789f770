// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "vienlogs/ports/containers.h"
#include "vienlogs/ports/printer.h"
#include "vienlogs/workflows/card_desk.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/form_filling.h"
#include "vienlogs/workflows/identification.h"

namespace vienlogs::workflows {

class Scanning;

enum class SigningState {
    Idle,      ///< Not at this step.
    Preparing, ///< The application is being made.
    Ready,     ///< To be signed.
    CardSigning,
    Attaching, ///< The signed scan is being stored.
    Signed,
};
enum class SigningEvent { Entered, Made, NotMade, PinEntered, ScanGiven, Stored, NotStored, Left };

inline constexpr std::array<Transition<SigningState, SigningEvent>, 15> signingTable{{
    {SigningState::Idle, SigningEvent::Entered, SigningState::Preparing},
    {SigningState::Preparing, SigningEvent::Made, SigningState::Ready},
    {SigningState::Preparing, SigningEvent::NotMade, SigningState::Idle},
    {SigningState::Preparing, SigningEvent::Left, SigningState::Idle},
    {SigningState::Ready, SigningEvent::PinEntered, SigningState::CardSigning},
    {SigningState::Ready, SigningEvent::ScanGiven, SigningState::Attaching},
    {SigningState::Ready, SigningEvent::Left, SigningState::Idle},
    {SigningState::CardSigning, SigningEvent::Stored, SigningState::Signed},
    {SigningState::CardSigning, SigningEvent::NotStored, SigningState::Ready},
    {SigningState::Attaching, SigningEvent::Stored, SigningState::Signed},
    {SigningState::Attaching, SigningEvent::NotStored, SigningState::Ready},
    {SigningState::CardSigning, SigningEvent::Left, SigningState::Idle},
    {SigningState::Attaching, SigningEvent::Left, SigningState::Idle},
    {SigningState::Signed, SigningEvent::Left, SigningState::Idle},
    {SigningState::Idle, SigningEvent::Left, SigningState::Idle},
}};

/// The application as a document, and the client's signature on it: on paper and scanned, or by card.
class Signing final : public QObject {
    Q_OBJECT
public:
    /// The devices of this step; each used on its own executor.
    struct Devices {
        ports::Printer& printer;
        Executor& printerExecutor;
        ports::ContainerSigner& signer;
        CardDesk& cards;
    };
    Signing(Contact& contact, FormFilling& form, Reference& reference, Identification& identification,
            ReaderRoles& roles, Devices devices, std::string placeName, QObject* parent = nullptr);

    [[nodiscard]] SigningState state() const { return state_; }
    /// The application as PDF; empty until made.
    [[nodiscard]] const base::Bytes& pdf() const { return pdf_; }
    [[nodiscard]] bool printed() const { return printed_; }
    [[nodiscard]] bool printing() const { return printing_; }
    /// The client's own card lies in the client's reader.
    [[nodiscard]] bool cardReady() const { return identification_.card() == ClientCard::Accepted; }
    /// Of PIN2; 0 when it is blocked. Asked of the card when this step and the card are there.
    [[nodiscard]] std::optional<int> triesLeft() const { return triesLeft_; }
    /// The client's reader has keys of its own.
    [[nodiscard]] bool hasPad() const { return identification_.hasPad(); }
    /// The client is to enter PIN2 at the reader now.
    [[nodiscard]] bool atPad() const { return atPad_ && state_ == SigningState::CardSigning; }

    void print();
    /// Signs with the card in the client's reader after looking once more whose it is.
    void signWithCard(base::Secret pin2);
    /// The same, with PIN2 entered at the reader's own keys.
    void signAtPad();
    /// PIN2 of the card in the client's reader has its tries again.
    void pinRenewed();
    /// The scanned pages are the signed paper.
    void attachScan(Scanning& scanning);

Q_SIGNALS:
    void changed();
    /// The PDF is there.
    void made();
    void failed(const vienlogs::base::Failure& failure);
    /// What was told of the last try no longer holds.
    void settled(const vienlogs::base::FailureCode& code);

private:
    void on(SigningEvent event);
    void onStep();
    void begin();
    void make();
    void attachApplication(const base::Bytes& pdf);
    void notMade(const base::Failure& failure);
    void takeScan(const base::Bytes& pdf, int pages);
    void takeSignature(const domain::cases::Document& document, domain::cases::SigningMethod method,
                       const base::Bytes& bytes);
    void fail(SigningEvent event, const base::Failure& failure);
    void countTries();
    void signBy(std::shared_ptr<base::Secret> pin2);
    [[nodiscard]] ports::PrintedDocument document() const;

    Contact& contact_;
    FormFilling& form_;
    Reference& reference_;
    Identification& identification_;
    ReaderRoles& roles_;
    Devices devices_;
    std::string placeName_;
    SigningState state_ = SigningState::Idle;
    int attempt_ = 0;
    bool told_ = false; ///< Why the application could not be made, since the step was entered.
    QTimer again_;
    base::Bytes pdf_;
    bool printed_ = false;
    bool printing_ = false;
    bool atPad_ = false;   ///< The last signature.
    bool counted_ = false; ///< The tries of the card that is in the reader now.
    std::optional<int> triesLeft_;
};

} // namespace vienlogs::workflows
