// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/ports/account_login.h"
#include "vienlogs/workflows/transition_table.h"

namespace vienlogs::workflows {

class Login;

enum class AccountState {
    Idle,
    AskingIssuers, ///< The server says whose people may log in.
    Choosing,      ///< choose() is awaited.
    AskingPage,    ///< The server asks the issuer for its page.
    InBrowser,     ///< The person logs in there.
    CodeNeeded,    ///< enterCode() is awaited.
    Checking,
};

enum class AccountEvent { Begun, Several, Chosen, PageCame, CameBack, CodeEntered, CodeWrong, Ended };

inline constexpr std::array<Transition<AccountState, AccountEvent>, 14> accountTable{{
    {AccountState::Idle, AccountEvent::Begun, AccountState::AskingIssuers},
    {AccountState::AskingIssuers, AccountEvent::Several, AccountState::Choosing},
    {AccountState::AskingIssuers, AccountEvent::Chosen, AccountState::AskingPage},
    {AccountState::AskingIssuers, AccountEvent::Ended, AccountState::Idle},
    {AccountState::Choosing, AccountEvent::Chosen, AccountState::AskingPage},
    {AccountState::Choosing, AccountEvent::Ended, AccountState::Idle},
    {AccountState::AskingPage, AccountEvent::PageCame, AccountState::InBrowser},
    {AccountState::AskingPage, AccountEvent::Ended, AccountState::Idle},
    {AccountState::InBrowser, AccountEvent::CameBack, AccountState::CodeNeeded},
    {AccountState::InBrowser, AccountEvent::Ended, AccountState::Idle},
    {AccountState::CodeNeeded, AccountEvent::CodeEntered, AccountState::Checking},
    {AccountState::CodeNeeded, AccountEvent::Ended, AccountState::Idle},
    {AccountState::Checking, AccountEvent::CodeWrong, AccountState::CodeNeeded},
    {AccountState::Checking, AccountEvent::Ended, AccountState::Idle},
}};

/// Login by an institution's account: its page in the system's browser says who it is, a code of the clerk's
/// second factor goes with it to the server. Only with a connection: nothing here proves anybody without one.
class AccountLogin final : public QObject {
    Q_OBJECT
public:
    /// How long a login may take; the server forgets it then.
    static constexpr std::chrono::milliseconds usualLimit = std::chrono::minutes(5);

    AccountLogin(Login& login, std::string place, ports::AccountLoginApi& api, ports::LoginBrowser& browser,
                 QObject* parent = nullptr, std::chrono::milliseconds limit = usualLimit);

    [[nodiscard]] AccountState state() const { return state_; }
    /// Whose people may log in, while Choosing.
    [[nodiscard]] const std::vector<contract::LoginIssuer>& issuers() const { return issuers_; }
    /// Whose page is open; empty before.
    [[nodiscard]] const std::string& issuerName() const { return issuerName_; }
    /// Why the last try did not work.
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }

    void begin();
    void choose(std::size_t issuer);
    /// The page of the issuer once more, for who closed it.
    void openAgain();
    /// Six digits of the second factor.
    void enterCode(const base::Secret& code);
    /// Back to the card; nothing is left open.
    void cancel();

Q_SIGNALS:
    void changed();

private:
    bool on(AccountEvent event);
    void takeIssuers(const base::Result<std::vector<contract::LoginIssuer>>& issuers);
    void takePage(const base::Result<contract::FederatedChallenge>& page);
    bool takeReturn(const ports::LoginBrowser::Return& back);
    void takeSession(const base::Result<contract::Session>& session);
    void end(const std::optional<base::Failure>& why);
    /// Runs `take` unless the login that asked is over.
    template<typename T>
    std::function<void(base::Result<T>)> now(void (AccountLogin::*take)(const base::Result<T>&));

    Login& login_;
    const std::string place_;
    ports::AccountLoginApi& api_;
    ports::LoginBrowser& browser_;
    AccountState state_ = AccountState::Idle;
    int attempt_ = 0; ///< Answers to an older attempt are dropped.
    std::vector<contract::LoginIssuer> issuers_;
    std::string issuerName_;
    std::string page_;          ///< Of the issuer; as secret as a state is.
    std::string expectedState_; ///< In the page's address; what comes back must say it.
    contract::FederatedLoginRequest request_;
    std::optional<base::Failure> failure_;
    QTimer limit_;
};

} // namespace vienlogs::workflows
