// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "vienlogs/ports/api_client.h"
#include "vienlogs/ports/card_reader.h"
#include "vienlogs/workflows/acts.h"
#include "vienlogs/workflows/card_desk.h"
#include "vienlogs/workflows/login_table.h"
#include "vienlogs/workflows/reader_roles.h"

namespace vienlogs::workflows {

/// The clerk's login: the card in the clerk's reader and no other, PIN1, the server's challenge; without the
/// server only a clerk who has logged in on this desk before, by a challenge that the card answers here.
/// The card taken out locks the desk; the contact stays.
class Login final : public QObject {
    Q_OBJECT
public:
    Login(CardDesk& cards, ReaderRoles& roles, Acts& acts, ports::ApiClient& api, QObject* parent = nullptr);

    [[nodiscard]] LoginState state() const { return state_; }
    [[nodiscard]] bool isIn() const { return state_ == LoginState::In || byAccount(); }
    /// In without a card, by an institution's account.
    [[nodiscard]] bool byAccount() const { return state_ == LoginState::InByAccount; }
    [[nodiscard]] bool offline() const { return offline_; }
    /// The PC/SC name of the clerk's reader; empty when none is assigned.
    [[nodiscard]] const std::string& reader() const { return roles_.clerkReader(); }
    /// Of the card in the clerk's reader, while it is read.
    [[nodiscard]] const std::optional<ports::CardIdentity>& card() const { return card_; }
    /// Who is in; kept while locked, so that a client's card is still told from the clerk's.
    [[nodiscard]] const base::Identifier& clerk() const { return clerk_; }
    [[nodiscard]] const std::optional<contract::Session>& session() const { return session_; }
    /// Why the last try failed.
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }
    /// Of PIN1; nothing until known.
    [[nodiscard]] std::optional<int> triesLeft() const { return triesLeft_; }
    /// The clerk's reader has keys of its own.
    [[nodiscard]] bool hasPad() const { return hasPad_; }
    /// The clerk is to enter PIN1 at the reader now.
    [[nodiscard]] bool atPad() const { return atPad_ && state_ == LoginState::Checking; }

    /// Whether a card is the own one of who is in by an account: known once they logged in here with it.
    void recogniseClerk(QObject* context, const base::Identifier& holder, std::function<void(bool)> done);
    /// Who is being served now, or nobody: their card is never the clerk's.
    void setClient(const base::Identifier& client) { client_ = client; }
    /// Presents PIN1 and asks the server.
    void enterPin(base::Secret pin);
    /// The same, with PIN1 entered at the reader's own keys.
    void enterAtPad();
    /// PIN1 of the card in the clerk's reader has its tries again.
    void pinRenewed();
    /// Goes on without the server; VL-DEV-0008 when this clerk never logged in here.
    void workOffline();
    /// The server let this clerk in by an institution's account.
    void enterByAccount(const contract::Session& session);
    /// The server is back or asks for a new session: once more with the card, whose PIN1 may still count.
    /// Without a card the session is over.
    void renew();
    void logout();

Q_SIGNALS:
    void changed();
    /// The clerk is in; `session()` says who.
    void loggedIn();
    /// Logged out or locked.
    void loggedOut();
    /// There is a token for the server now.
    void sessionOpened();
    void failed(const vienlogs::base::Failure& failure);
    /// What was told of the clerk's card no longer holds.
    void settled(const vienlogs::base::FailureCode& code);

private:
    bool on(LoginEvent event);
    void lookAtReader();
    void onInserted(const std::string& reader);
    void onRemoved(const std::string& reader);
    void readCard();
    void takeCard(const base::Result<ports::CardIdentity>& identity);
    void countTries();
    void begin(std::shared_ptr<base::Secret> pin);
    void prove(std::shared_ptr<base::Secret> pin, const std::optional<contract::LoginChallenge>& challenge);
    void takeProof(const base::Result<ports::CardSignature>& proof,
                   const std::optional<contract::LoginChallenge>& challenge, const base::Failure& serverAway);
    void openSession(const contract::LoginChallenge& challenge, const ports::CardSignature& proof);
    void takeSession(const base::Result<contract::Session>& session);
    void admit(const contract::Session& session, LoginEvent event);
    void goOnOffline(const contract::Session& session);
    void fail(LoginEvent event, const base::Failure& failure);
    void forget();

    CardDesk& cards_;
    ReaderRoles& roles_;
    Acts& acts_;
    ports::ApiClient& api_;
    LoginState state_ = LoginState::NoReader;
    bool offline_ = false;
    int attempt_ = 0;                 ///< Answers to an older attempt are dropped.
    std::optional<int> offlineAsked_; ///< The attempt that goes on without the server.
    std::optional<ports::CardIdentity> card_;
    base::Identifier clerk_;
    base::Identifier client_;
    std::optional<contract::Session> session_;
    std::optional<base::Failure> failure_;
    std::string provedBy_; ///< SHA-256 of the certificate whose card answered without the server.
    std::optional<int> triesLeft_;
    bool hasPad_ = false;
    bool atPad_ = false; ///< The last try.
    base::Failure serverAway_;
};

/// The bytes the server lets the card sign: place and the challenge's raw bytes, so that a signature for one
/// place is worth nothing at another. VL-BASE-0002 when the challenge is not base 64.
[[nodiscard]] base::Result<base::Bytes> loginBytes(const std::string& place, const std::string& challenge);

} // namespace vienlogs::workflows
