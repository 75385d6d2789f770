// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"
#include "vienlogs/ports/account_login.h"
#include "vienlogs/ports/api_client.h"
#include "vienlogs/ports/audit_source.h"

namespace vienlogs::api_client {

/// Where the server is and who this device is.
struct ApiClientOptions {
    std::string server;                ///< "https://host:port"; https only.
    std::filesystem::path certificate; ///< The device's certificate, PEM.
    std::filesystem::path privateKey;  ///< Its key, PEM.
    std::filesystem::path authority;   ///< The only authority whose server certificates are trusted, PEM.
    base::Language language = base::Language::Latvian;
    int idleMs = 15000;  ///< A call fails when nothing moves for so long.
    int totalMs = 60000; ///< A call other than one of a blob fails after so long at the latest.
};

/// ApiClient over HTTPS with the device's certificate (RFC 8446, RFC 9110). Requests, TLS and decoding run on
/// a thread of its own; any thread with an event loop may ask and is called back on itself. What is under way
/// when it is destroyed is called back with VL-BASE-0008.
class HttpApiClient final : public ports::ApiClient,
                            public ports::AuditSource,
                            public ports::AccountLoginApi {
public:
    using ports::ApiClient::Done;
    /// Fails with VL-NET-0007 when a file of the identity cannot be used, VL-BASE-0002 for a wrong address.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpApiClient>> create(const ApiClientOptions& options);
    ~HttpApiClient() override;

    /// Called with the server's time whenever an answer tells it, on the thread that made this client.
    void onServerTime(std::function<void(base::Timestamp)> hear);
    /// The language of the server's texts from now on.
    void setLanguage(base::Language language);

    void requestChallenge(Done<contract::LoginChallenge> done) override;
    void login(const contract::LoginRequest& request, Done<contract::Session> done) override;
    void logout(Done<void> done) override;
    void postCommands(const std::vector<domain::cases::Command>& commands,
                      Done<std::vector<contract::CommandResult>> done) override;
    void changes(const std::string& scope, const ports::FeedCursor& cursor, int waitSeconds,
                 Done<contract::ChangesPage> done) override;
    void announceBlob(const std::string& sha256, std::int64_t size, Done<contract::BlobState> done) override;
    void putBlobPiece(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest,
                      Done<contract::BlobState> done) override;
    /// The bytes are checked against their name; others give VL-NET-0004.
    void getBlob(const std::string& sha256, Done<base::Bytes> done) override;
    void referenceManifest(Done<contract::ReferenceManifest> done) override;
    void referenceItem(const std::string& sha256, Done<std::string> done) override;
    void queryRegister(const contract::RegisterRequest& request,
                       Done<contract::RegisterAnswer> done) override;
    void registerHealth(Done<std::vector<contract::RegisterHealth>> done) override;
    void clientHistory(const base::Identifier& client, const std::string& purpose,
                       Done<std::vector<contract::HistoryEntry>> done) override;
    void accessLog(const base::Identifier& client, Done<std::vector<contract::AccessRecord>> done) override;
    void auditHeads(ports::AuditSource::Done<contract::AuditHeads> done) override;
    void auditConsistency(std::int64_t from,
                          ports::AuditSource::Done<contract::AuditConsistency> done) override;
    void loginIssuers(Done<std::vector<contract::LoginIssuer>> done) override;
    void requestFederated(const contract::FederatedBegin& begin,
                          Done<contract::FederatedChallenge> done) override;
    void loginFederated(const contract::FederatedLoginRequest& request,
                        Done<contract::Session> done) override;

private:
    class Private;
    explicit HttpApiClient(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d_;
};

} // namespace vienlogs::api_client
