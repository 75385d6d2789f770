// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/account_login.h"

#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

#include "vienlogs/ports/net_failures.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/login.h"

namespace vienlogs::workflows {

namespace {

/// A page that may be shown to a person who is going to enter a password: over TLS, or of this machine.
/// Whatever else the server names is not handed to the system, which would open files and programs too.
bool mayBeOpened(const QUrl& page) {
    const bool ownMachine = page.host() == QLatin1String("127.0.0.1") ||
                            page.host() == QLatin1String("localhost") || page.host() == QLatin1String("::1");
    return page.isValid() && !page.host().isEmpty() &&
           (page.scheme() == QLatin1String("https") ||
            (page.scheme() == QLatin1String("http") && ownMachine));
}

std::string stateIn(const QUrl& page) {
    return QUrlQuery(page).queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded).toStdString();
}

} // namespace

AccountLogin::AccountLogin(Login& login, std::string place, ports::AccountLoginApi& api,
                           ports::LoginBrowser& browser, QObject* parent, std::chrono::milliseconds limit)
    : QObject(parent), login_(login), place_(std::move(place)), api_(api), browser_(browser) {
    limit_.setSingleShot(true);
    limit_.setInterval(limit);
    connect(&limit_, &QTimer::timeout, this, [this] { end(base::Failure{codes::accountTooLate}); });
    // A card was quicker: the browser's answer is no longer waited for.
    connect(&login_, &Login::loggedIn, this, [this] { end({}); });
}

bool AccountLogin::on(AccountEvent event) {
    const auto next = follow(accountTable, state_, event);
    if (!next)
        return false;
    state_ = *next;
    Q_EMIT changed();
    return true;
}

template<typename T>
std::function<void(base::Result<T>)> AccountLogin::now(void (AccountLogin::*take)(const base::Result<T>&)) {
    return [this, take, guard = QPointer(this), attempt = attempt_](base::Result<T> result) {
        if (guard && attempt == attempt_)
            (this->*take)(result);
    };
}

void AccountLogin::end(const std::optional<base::Failure>& why) {
    if (state_ == AccountState::Idle)
        return;
    ++attempt_;
    browser_.stop();
    limit_.stop();
    page_.clear();
    expectedState_.clear();
    issuerName_.clear();
    request_ = {};
    failure_ = why;
    // Of one who is away it matters what can be done instead.
    if (failure_ && ports::net::isConnectionFailure(*failure_) && failure_->code != ports::net::deviceRefused)
        failure_->code = codes::accountNeedsServer;
    on(AccountEvent::Ended);
}

void AccountLogin::begin() {
    if (login_.isIn() || !on(AccountEvent::Begun))
        return;
    failure_.reset();
    api_.loginIssuers(now(&AccountLogin::takeIssuers));
    Q_EMIT changed();
}

void AccountLogin::takeIssuers(const base::Result<std::vector<contract::LoginIssuer>>& issuers) {
    if (!issuers) {
        end(issuers.error());
        return;
    }
    issuers_ = *issuers;
    if (issuers_.empty())
        end(base::Failure{codes::accountsOff});
    else if (issuers_.size() == 1)
        choose(0);
    else
        on(AccountEvent::Several);
}

void AccountLogin::choose(std::size_t issuer) {
    if (issuer >= issuers_.size() || !on(AccountEvent::Chosen))
        return;
    issuerName_ = issuers_[issuer].name;
    const auto home = browser_.listen([this, attempt = attempt_](const ports::LoginBrowser::Return& back) {
        return attempt == attempt_ && takeReturn(back);
    });
    if (!home) {
        end(home.error());
        return;
    }
    limit_.start();
    api_.requestFederated({*home, issuers_[issuer].id}, now(&AccountLogin::takePage));
    Q_EMIT changed();
}

void AccountLogin::takePage(const base::Result<contract::FederatedChallenge>& page) {
    if (!page) {
        end(page.error());
        return;
    }
    const QUrl url(QString::fromStdString(page->authorizationUrl), QUrl::StrictMode);
    expectedState_ = stateIn(url);
    if (!mayBeOpened(url) || expectedState_.empty()) {
        end(base::Failure{codes::issuerWrong, "address of the page"});
        return;
    }
    page_ = page->authorizationUrl;
    request_ = {.id = page->id, .place = place_, .state = expectedState_, .code = {}, .secondFactor = {}};
    on(AccountEvent::PageCame);
    openAgain();
}

void AccountLogin::openAgain() {
    if (state_ == AccountState::InBrowser && !browser_.open(page_))
        end(base::Failure{codes::browserMissing});
}

bool AccountLogin::takeReturn(const ports::LoginBrowser::Return& back) {
    if (state_ != AccountState::InBrowser)
        return false;
    const bool ours = back.state == expectedState_;
    if (ours && back.error.empty() && !back.code.empty()) {
        request_.code = back.code;
        browser_.stop();
        return on(AccountEvent::CameBack);
    }
    end(base::Failure{ours ? codes::accountRefused : codes::foreignAnswer});
    return false;
}

void AccountLogin::enterCode(const base::Secret& code) {
    if (!on(AccountEvent::CodeEntered))
        return;
    failure_.reset();
    auto request = request_;
    request.secondFactor = std::string(code.view());
    api_.loginFederated(request, now(&AccountLogin::takeSession));
    Q_EMIT changed();
}

void AccountLogin::takeSession(const base::Result<contract::Session>& session) {
    if (session) {
        end({});
        login_.enterByAccount(*session);
    } else if (session.error().code == codes::secondFactorWrong) {
        failure_ = session.error(); // the server still knows who it is: only the code is asked again
        on(AccountEvent::CodeWrong);
    } else {
        end(session.error());
    }
}

void AccountLogin::cancel() {
    failure_.reset();
    end({});
}

} // namespace vienlogs::workflows
