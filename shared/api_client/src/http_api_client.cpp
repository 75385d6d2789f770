// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/api_client/http_api_client.h"

#include <QCryptographicHash>
#include <QThread>
#include <QUrl>
#include <nlohmann/json.hpp>

#include "answer.h"
#include "http_transport.h"
#include "identity.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::api_client {

namespace {

constexpr qint64 maxJson = 4 * 1024 * 1024;
constexpr qint64 maxBlob = 256 * 1024 * 1024;
constexpr int blobTotalMs = 600'000;
constexpr int changesPerPage = 200;

QByteArray encoded(const std::string& text) {
    return QUrl::toPercentEncoding(QString::fromStdString(text));
}

Request get(const QByteArray& path) {
    return {.verb = "GET", .path = path, .maxAnswer = maxJson};
}

Request post(const QByteArray& path, const std::string& json) {
    return {.verb = "POST",
            .path = path,
            .body = QByteArray::fromStdString(json),
            .contentType = "application/json",
            .idempotencyKey = true,
            .maxAnswer = maxJson};
}

/// A session is opened by the device alone.
Request withoutToken(Request request) {
    request.authorised = false;
    return request;
}

base::Result<contract::Session> takeSession(const Answer& answer, HttpTransport& transport) {
    auto session = valueOf<contract::Session>(answer);
    if (session)
        transport.setSession(base::Secret(session->token), base::Secret(session->refreshToken));
    return session;
}

/// The bytes, when their SHA-256 is the name that was asked for.
base::Result<QByteArray> named(const std::string& sha256, const Answer& answer) {
    const auto digest = QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256).toHex();
    if (digest != QByteArray::fromStdString(sha256))
        return base::fail(notUnderstood("digest of the content", "SHA-256"));
    return answer.body;
}

} // namespace

class HttpApiClient::Private {
public:
    Private(const QUrl& server, const QSslConfiguration& tls, const ApiClientOptions& options)
        : idleMs(options.idleMs), totalMs(options.totalMs), transport_(new HttpTransport(server, tls)) {
        transport_->moveToThread(&thread_);
        QObject::connect(&thread_, &QThread::finished, transport_, &QObject::deleteLater);
        thread_.setObjectName(QStringLiteral("network"));
        thread_.start();
    }

    ~Private() {
        QMetaObject::invokeMethod(transport_, &HttpTransport::breakOffAll, Qt::BlockingQueuedConnection);
        thread_.quit();
        thread_.wait();
    }

    /// Work on the network thread, in the order of asking.
    void onNetwork(std::function<void(HttpTransport&)> work) {
        QMetaObject::invokeMethod(
            transport_, [transport = transport_, work = std::move(work)] { work(*transport); },
            Qt::QueuedConnection);
    }

    /// Sends on the network thread, reads the answer there, and calls back on the calling thread. `read` may
    /// use the transport (the token); it sees 2xx answers only.
    template<typename T>
    void ask(Request request, std::function<base::Result<T>(const Answer&, HttpTransport&)> read,
             Done<T> done) {
        request.idleMs += idleMs;
        request.totalMs += request.totalMs > 0 ? 0 : totalMs;
        auto* relay = new QObject; // lives on the calling thread
        onNetwork([this, request = std::move(request), read = std::move(read), done = std::move(done),
                   relay](HttpTransport& transport) {
            const bool withToken = request.authorised && transport.hasToken();
            transport.send(request, [=, this, &transport](const base::Result<Answer>& answer) {
                if (answer)
                    tellTime(*answer);
                auto value = answer.and_then([&](const Answer& a) -> base::Result<T> {
                    if (a.status < 200 || a.status > 299)
                        return base::fail(failureOf(a, withToken));
                    return read(a, transport);
                });
                QMetaObject::invokeMethod(
                    relay,
                    [relay, done, value = std::move(value)]() mutable {
                        relay->deleteLater();
                        done(std::move(value));
                    },
                    Qt::QueuedConnection);
            });
        });
    }

    template<typename T>
    void askJson(Request request, Done<T> done) {
        ask<T>(
            std::move(request), [](const Answer& a, HttpTransport&) { return valueOf<T>(a); },
            std::move(done));
    }

    const int idleMs;
    const int totalMs;
    std::function<void(base::Timestamp)> hear; ///< Used on the thread of home_ only.

private:
    void tellTime(const Answer& answer) {
        if (const auto time = timeOf(answer))
            QMetaObject::invokeMethod(
                &home_,
                [this, time = *time] {
                    if (hear)
                        hear(time);
                },
                Qt::QueuedConnection);
    }

    QObject home_;
    QThread thread_;
    HttpTransport* transport_; // deleted by thread_ when it ends
};

base::Result<std::unique_ptr<HttpApiClient>> HttpApiClient::create(const ApiClientOptions& options) {
    const QUrl server(QString::fromStdString(options.server), QUrl::StrictMode);
    if (!server.isValid() || server.scheme() != QLatin1String("https") || server.host().isEmpty())
        return base::fail(base::codes::invalidArgument, "server's address");
    const auto tls = tlsOf(options);
    if (!tls)
        return base::fail(tls.error());
    std::unique_ptr<HttpApiClient> client(
        new HttpApiClient(std::make_unique<Private>(server, *tls, options)));
    client->setLanguage(options.language);
    return client;
}

HttpApiClient::HttpApiClient(std::unique_ptr<Private> d) : d_(std::move(d)) {}
HttpApiClient::~HttpApiClient() = default;

void HttpApiClient::onServerTime(std::function<void(base::Timestamp)> hear) {
    d_->hear = std::move(hear);
}

void HttpApiClient::setLanguage(base::Language language) {
    d_->onNetwork([code = QByteArray::fromStdString(std::string(base::codeOf(language)))](
                      HttpTransport& transport) { transport.setLanguage(code); });
}

void HttpApiClient::requestChallenge(Done<contract::LoginChallenge> done) {
    d_->askJson<contract::LoginChallenge>(withoutToken(post("/v1/login/challenges", "{}")), std::move(done));
}

void HttpApiClient::login(const contract::LoginRequest& login, Done<contract::Session> done) {
    d_->ask<contract::Session>(withoutToken(post("/v1/sessions", contract::encode(login))), takeSession,
                               std::move(done));
}

void HttpApiClient::loginIssuers(Done<std::vector<contract::LoginIssuer>> done) {
    d_->askJson<std::vector<contract::LoginIssuer>>(withoutToken(get("/v1/login/issuers")), std::move(done));
}

void HttpApiClient::requestFederated(const contract::FederatedBegin& begin,
                                     Done<contract::FederatedChallenge> done) {
    d_->askJson<contract::FederatedChallenge>(
        withoutToken(post("/v1/login/federated", contract::encode(begin))), std::move(done));
}

void HttpApiClient::loginFederated(const contract::FederatedLoginRequest& login,
                                   Done<contract::Session> done) {
    d_->ask<contract::Session>(withoutToken(post("/v1/sessions:federated", contract::encode(login))),
                               takeSession, std::move(done));
}

void HttpApiClient::logout(Done<void> done) {
    Request request{
        .verb = "DELETE", .path = "/v1/sessions/current", .idempotencyKey = true, .maxAnswer = maxJson};
    d_->ask<void>(
        std::move(request), [](const Answer&, HttpTransport&) { return base::Result<void>(); },
        std::move(done));
    // Also when the server cannot be told: nobody goes on in this session from here.
    d_->onNetwork([](HttpTransport& transport) { transport.setSession({}, {}); });
}

void HttpApiClient::postCommands(const std::vector<domain::cases::Command>& commands,
                                 Done<std::vector<contract::CommandResult>> done) {
    auto request = post("/v1/commands:batch", contract::encode(commands));
    request.idempotencyKey = false; // each command has its own
    d_->askJson<std::vector<contract::CommandResult>>(std::move(request), std::move(done));
}

void HttpApiClient::changes(const std::string& scope, const ports::FeedCursor& cursor, int waitSeconds,
                            Done<contract::ChangesPage> done) {
    auto request = get("/v1/changes");
    request.query = "scope=" + encoded(scope) + "&after=" + encoded(cursor.after) +
                    "&epoch=" + encoded(cursor.epoch) + "&mark=" + encoded(cursor.mark) +
                    "&limit=" + QByteArray::number(changesPerPage) +
                    "&wait=" + QByteArray::number(waitSeconds);
    request.idleMs = waitSeconds * 1000;
    request.totalMs = request.idleMs + d_->totalMs;
    d_->askJson<contract::ChangesPage>(std::move(request), std::move(done));
}

void HttpApiClient::announceBlob(const std::string& sha256, std::int64_t size,
                                 Done<contract::BlobState> done) {
    const nlohmann::json body{{"sha256", sha256}, {"size", size}};
    d_->askJson<contract::BlobState>(post("/v1/blobs", body.dump()), std::move(done));
}

void HttpApiClient::putBlobPiece(const std::string& sha256, int piece, std::int64_t from,
                                 const base::Bytes& rest, Done<contract::BlobState> done) {
    Request request{.verb = "PUT",
                    .path = "/v1/blobs/" + encoded(sha256) + "/pieces/" + QByteArray::number(piece),
                    .query = from > 0 ? "from=" + QByteArray::number(qlonglong(from)) : QByteArray(),
                    .body = QByteArray(reinterpret_cast<const char*>(rest.data()), qsizetype(rest.size())),
                    .contentType = "application/octet-stream",
                    .sentOnce = true,
                    .totalMs = blobTotalMs,
                    .maxAnswer = maxJson};
    d_->askJson<contract::BlobState>(std::move(request), std::move(done));
}

void HttpApiClient::getBlob(const std::string& sha256, Done<base::Bytes> done) {
    auto request = get("/v1/blobs/" + encoded(sha256));
    request.maxAnswer = maxBlob;
    request.totalMs = blobTotalMs;
    d_->ask<base::Bytes>(
        std::move(request),
        [sha256](const Answer& a, HttpTransport&) {
            return named(sha256, a).map([](const QByteArray& b) { return base::Bytes(b.begin(), b.end()); });
        },
        std::move(done));
}

void HttpApiClient::referenceManifest(Done<contract::ReferenceManifest> done) {
    d_->askJson<contract::ReferenceManifest>(get("/v1/reference"), std::move(done));
}

void HttpApiClient::referenceItem(const std::string& sha256, Done<std::string> done) {
    d_->ask<std::string>(
        get("/v1/reference/items/" + encoded(sha256)),
        [sha256](const Answer& a, HttpTransport&) {
            return named(sha256, a).map([](const QByteArray& b) { return b.toStdString(); });
        },
        std::move(done));
}

void HttpApiClient::queryRegister(const contract::RegisterRequest& query,
                                  Done<contract::RegisterAnswer> done) {
    d_->askJson<contract::RegisterAnswer>(post("/v1/register-queries", contract::encode(query)),
                                          std::move(done));
}

void HttpApiClient::registerHealth(Done<std::vector<contract::RegisterHealth>> done) {
    d_->askJson<std::vector<contract::RegisterHealth>>(get("/v1/registers/health"), std::move(done));
}

void HttpApiClient::clientHistory(const base::Identifier& client, const std::string& purpose,
                                  Done<std::vector<contract::HistoryEntry>> done) {
    const nlohmann::json body{{"client", client.toString()}, {"purpose", purpose}};
    d_->askJson<std::vector<contract::HistoryEntry>>(post("/v1/clients:history", body.dump()),
                                                     std::move(done));
}

void HttpApiClient::accessLog(const base::Identifier& client,
                              Done<std::vector<contract::AccessRecord>> done) {
    const nlohmann::json body{{"client", client.toString()}};
    d_->askJson<std::vector<contract::AccessRecord>>(post("/v1/clients:access-log", body.dump()),
                                                     std::move(done));
}

void HttpApiClient::auditHeads(Done<contract::AuditHeads> done) {
    d_->askJson<contract::AuditHeads>(get("/v1/audit/heads"), std::move(done));
}

void HttpApiClient::auditConsistency(std::int64_t from, Done<contract::AuditConsistency> done) {
    auto request = get("/v1/audit/consistency");
    request.query = "from=" + QByteArray::number(qlonglong(from));
    d_->askJson<contract::AuditConsistency>(std::move(request), std::move(done));
}

} // namespace vienlogs::api_client
