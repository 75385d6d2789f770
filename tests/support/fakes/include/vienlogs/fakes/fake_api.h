// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include "vienlogs/ports/account_login.h"
#include "vienlogs/ports/api_client.h"

namespace vienlogs::fakes {

/// A server in memory: answers later on the asking thread, or not at all as a cable that is pulled.
class FakeApi final : public QObject, public ports::ApiClient, public ports::AccountLoginApi {
public:
    using ports::ApiClient::Done;
    FakeApi();
    void requestChallenge(Done<contract::LoginChallenge> done) override;
    /// Knows the clerks of addClerk(); checks that the card signed the right bytes.
    void login(const contract::LoginRequest& request, Done<contract::Session> done) override;
    void logout(Done<void> done) override;
    void postCommands(const std::vector<domain::cases::Command>& commands,
                      Done<std::vector<contract::CommandResult>> done) override;
    void changes(const std::string& scope, const ports::FeedCursor& cursor, int waitSeconds,
                 Done<contract::ChangesPage> done) override;
    void announceBlob(const std::string& sha256, std::int64_t size, Done<contract::BlobState> done) override;
    void putBlobPiece(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest,
                      Done<contract::BlobState> done) override;
    void getBlob(const std::string& sha256, Done<base::Bytes> done) override;
    void referenceManifest(Done<contract::ReferenceManifest> done) override;
    void referenceItem(const std::string& sha256, Done<std::string> done) override;
    /// Answers with `setRegister`'s data; "down" without.
    void queryRegister(const contract::RegisterRequest& request,
                       Done<contract::RegisterAnswer> done) override;
    void registerHealth(Done<std::vector<contract::RegisterHealth>> done) override;
    void clientHistory(const base::Identifier& client, const std::string& purpose,
                       Done<std::vector<contract::HistoryEntry>> done) override;
    void accessLog(const base::Identifier& client, Done<std::vector<contract::AccessRecord>> done) override;

    void loginIssuers(Done<std::vector<contract::LoginIssuer>> done) override;
    void requestFederated(const contract::FederatedBegin& begin,
                          Done<contract::FederatedChallenge> done) override;
    /// Opens a session for the code "123456"; another is wrong.
    void loginFederated(const contract::FederatedLoginRequest& request,
                        Done<contract::Session> done) override;
    std::vector<contract::LoginIssuer> issuers;                          ///< loginIssuers()
    std::string issuerPage = "https://issuer.example/login?state=right"; ///< requestFederated()
    std::string accountClerk = "F-0001";                                 ///< Who logs in by an account.
    std::optional<base::Failure> accountFailure;                         ///< loginFederated()

    void addClerk(const base::Identifier& person, const std::string& id, const std::string& name);
    void setConnected(bool connected) { connected_ = connected; }
    void setDelay(std::chrono::milliseconds delay) { delay_ = delay; }
    /// `id` is a register's ("population") or one operation's of it ("population.household").
    void setRegister(const std::string& id, const std::string& state, const std::string& dataJson,
                     std::optional<contract::Problem> problem = {});
    void setHistory(std::vector<contract::HistoryEntry> history) { history_ = std::move(history); }
    [[nodiscard]] const std::vector<contract::RegisterRequest>& queries() const { return queries_; }

private:
    template<typename T>
    void answer(Done<T> done, base::Result<T> value);
    struct Clerk {
        std::string id, name;
    };
    struct Register {
        std::string state, dataJson;
        std::optional<contract::Problem> problem;
    };
    bool connected_ = true;
    std::chrono::milliseconds delay_{1};
    std::set<std::string> challenges_;
    std::map<std::string, Clerk> clerks_; ///< By what the fake card calls its certificate.
    std::map<std::string, Register> registers_;
    std::vector<contract::RegisterRequest> queries_;
    std::vector<contract::HistoryEntry> history_;
};

} // namespace vienlogs::fakes
