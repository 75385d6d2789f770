// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

#include "vienlogs/ports/trust_services.h"
#include "vienlogs/workflows/card_desk.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/login.h"
#include "vienlogs/workflows/reader_roles.h"

namespace vienlogs::workflows {

/// Asks whoever issued a certificate (DER) whether it was revoked; blocking, for a worker's thread. Fails
/// when nobody can be asked now.
using IssuerCheck = std::function<base::Result<ports::RevocationAnswer>(const base::Bytes& certificate)>;

/// What is known of the issuer's word.
enum class IssuerWord { NotAsked, Asking, Given, NotToBeHad };

/// What lies in the client's reader.
enum class ClientCard {
    None,
    Reading,
    Accepted, ///< The client's own.
    Refused,  ///< Somebody else's, the clerk's, or not usable.
};
enum class ClientCardEvent { Inserted, Removed, Accepted, Refused };

inline constexpr std::array<Transition<ClientCard, ClientCardEvent>, 9> clientCardTable{{
    {ClientCard::None, ClientCardEvent::Inserted, ClientCard::Reading},
    {ClientCard::Reading, ClientCardEvent::Accepted, ClientCard::Accepted},
    {ClientCard::Reading, ClientCardEvent::Refused, ClientCard::Refused},
    {ClientCard::Reading, ClientCardEvent::Removed, ClientCard::None},
    {ClientCard::Accepted, ClientCardEvent::Removed, ClientCard::None},
    {ClientCard::Accepted, ClientCardEvent::Refused, ClientCard::Refused},
    {ClientCard::Accepted, ClientCardEvent::Inserted, ClientCard::Reading},
    {ClientCard::Refused, ClientCardEvent::Removed, ClientCard::None},
    {ClientCard::Refused, ClientCardEvent::Inserted, ClientCard::Reading},
}};

/// Who the client is, from the client's reader only, or from a document that the clerk saw.
class Identification final : public QObject {
    Q_OBJECT
public:
    /// `check` is empty where no issuer can be asked; it is run on `checker`.
    Identification(CardDesk& cards, ReaderRoles& roles, Login& login, Contact& contact, Executor& checker,
                   IssuerCheck check = {}, QObject* parent = nullptr);

    [[nodiscard]] ClientCard card() const { return state_; }
    /// The card in the reader is another person's than the client of the running contact.
    [[nodiscard]] bool otherClient() const { return otherClient_; }
    /// Whether the issuer has said of the client's certificate that it was not revoked.
    [[nodiscard]] IssuerWord issuerWord() const { return word_; }
    /// Why it is not to be had; empty when the issuer does not know the card.
    [[nodiscard]] const std::optional<base::Failure>& whyNoWord() const { return whyNoWord_; }
    /// Of PIN1 on the client's card.
    [[nodiscard]] std::optional<int> triesLeft() const { return triesLeft_; }
    [[nodiscard]] bool provingPin() const { return proving_; }
    /// The client's reader has keys of its own.
    [[nodiscard]] bool hasPad() const { return hasPad_; }
    /// The client is to enter PIN1 at the reader now.
    [[nodiscard]] bool atPad() const { return proving_ && atPad_; }
    /// The card of the contact that has ended is still in the reader; it begins nothing by itself.
    [[nodiscard]] bool cardLeft() const {
        return state_ == ClientCard::Accepted && !contact_.active() && !contact_.busy();
    }
    /// Begins a contact with the client whose card was left.
    void serveAgain();

    /// VL-BASE-0006 for an impossible personal code, VL-BASE-0002 without a name; by `failed`.
    void byDocument(const std::string& personalCode, const std::string& givenName,
                    const std::string& familyName);
    /// The client's PIN1 on the card in the client's reader; VL-DEV-0009 by `failed` when it is not there.
    void provePin(base::Secret pin);
    /// The same, entered at the reader's own keys.
    void provePinAtPad();
    /// The PINs of the card in the client's reader have their tries again.
    void pinRenewed();
    /// The clerk compared the photo of the client's document with the person.
    void checkPhoto();
    /// Reads a card that already lies there, after a login, an end of contact or a change of roles.
    void lookAtReader();

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);
    /// What was told of a card no longer holds: it is out, or another one is in.
    void settled(const vienlogs::base::FailureCode& code);
    /// From the card's insertion until the contact has the client, everything stored.
    void identified(qint64 milliseconds);

private:
    void on(ClientCardEvent event);
    void onInserted(const std::string& reader);
    void onRemoved(const std::string& reader);
    void take(const base::Result<ports::CardIdentity>& identity);
    void askForPad();
    void askIssuer();
    void takeWord(const base::Result<ports::RevocationAnswer>& answer, const base::Identifier& person);
    [[nodiscard]] domain::clients::Client client() const;
    void prove(std::shared_ptr<base::Secret> pin);
    void accept(const ports::CardIdentity& identity);
    void takeProof(const base::Result<ports::CardSignature>& proof);
    void tell(const base::Failure& failure);
    void refuse(const base::Failure& failure);
    void settle();
    void begin();
    void clear();

    CardDesk& cards_;
    ReaderRoles& roles_;
    Login& login_;
    Contact& contact_;
    Executor& checker_;
    IssuerCheck check_;
    IssuerWord word_ = IssuerWord::NotAsked;
    std::optional<base::Failure> whyNoWord_;
    QTimer askAgain_;
    ClientCard state_ = ClientCard::None;
    int attempt_ = 0;
    bool otherClient_ = false;
    bool proving_ = false;
    bool hasPad_ = false;
    bool atPad_ = false; ///< The last try.
    bool measuring_ = false;
    std::optional<int> triesLeft_;
    std::optional<base::FailureCode> told_; ///< Of the card in the reader, or that was pulled.
    std::string readFrom_;                  ///< The reader of the card that was accepted.
    std::optional<ports::CardIdentity> identity_;
    QElapsedTimer sinceInsertion_;
};

} // namespace vienlogs::workflows
