// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "http_transport.h"

#include <QNetworkProxy>
#include <QRandomGenerator>

#include <nlohmann/json.hpp>

#include "answer.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::api_client {

namespace {

constexpr int unauthorised = 401;
constexpr int renewalMs = 15'000;
constexpr qint64 longestRenewal = 64 * 1024;

/// A body that goes out once. Qt sends any other again by itself when the line breaks; but a server that
/// keeps what came of a piece is asked first where to go on.
class OneWayBody final : public QIODevice {
public:
    OneWayBody(QByteArray bytes, QObject* parent) : QIODevice(parent), bytes_(std::move(bytes)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } // said to Qt without its warning
    [[nodiscard]] bool atEnd() const override { return at_ == bytes_.size() && QIODevice::atEnd(); }
    [[nodiscard]] qint64 bytesAvailable() const override {
        return bytes_.size() - at_ + QIODevice::bytesAvailable();
    }

private:
    qint64 readData(char* to, qint64 most) override {
        const auto size = std::min<qint64>(most, bytes_.size() - at_);
        std::copy_n(bytes_.constData() + at_, size, to);
        at_ += size;
        return size > 0 ? size : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

    const QByteArray bytes_;
    qint64 at_ = 0;
};

QByteArray randomHex(int bytes) {
    QByteArray raw(bytes, Qt::Uninitialized);
    for (auto& byte : raw)
        byte = static_cast<char>(QRandomGenerator::system()->generate());
    return raw.toHex();
}

} // namespace

HttpTransport::HttpTransport(QUrl server, QSslConfiguration tls)
    : manager_(this), server_(std::move(server)), tls_(std::move(tls)) {
    manager_.setProxy(QNetworkProxy::NoProxy);
    manager_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void HttpTransport::setSession(base::Secret token, base::Secret refresh) {
    token_ = std::move(token);
    refresh_ = std::move(refresh);
    ++generation_;
}

void HttpTransport::send(const Request& request, HttpExchange::Ended ended) {
    if (!request.authorised || refresh_.empty())
        return exchange(request, std::move(ended));
    exchange(request, [this, request, ended, generation = generation_](base::Result<Answer> answer) {
        if (!answer || answer->status != unauthorised || refresh_.empty())
            return ended(std::move(answer));
        if (generation != generation_) // Somebody else has renewed it meanwhile.
            return exchange(request, ended);
        renew([this, request, ended, answer](const base::Result<Answer>& renewed) {
            if (!renewed) // Without a connection nothing is known of the session.
                ended(base::fail(renewed.error()));
            else if (renewed->status / 100 == 2 && hasToken())
                exchange(request, ended);
            else
                ended(answer);
        });
    });
}

void HttpTransport::renew(Renewed renewed) {
    waiting_.push_back(std::move(renewed));
    if (waiting_.size() > 1)
        return; // One renewal serves all: the token for it is good once.
    const nlohmann::json body{{"refreshToken", std::string(refresh_.view())}};
    const Request request{.verb = "POST",
                          .path = "/v1/sessions:refresh",
                          .body = QByteArray::fromStdString(body.dump()),
                          .contentType = "application/json",
                          .authorised = false,
                          .idleMs = renewalMs,
                          .totalMs = renewalMs,
                          .maxAnswer = longestRenewal};
    exchange(request, [this, generation = generation_](base::Result<Answer> answer) {
        onRenewed(generation, std::move(answer));
    });
}

void HttpTransport::onRenewed(int generation, base::Result<Answer> answer) {
    const auto session =
        answer && answer->status / 100 == 2
            ? valueOf<contract::Session>(*answer)
            : base::Result<contract::Session>(base::fail(base::codes::invalidArgument, "no session"));
    if (session && generation == generation_) // Else there was a log-out or another login meanwhile.
        setSession(base::Secret(session->token), base::Secret(session->refreshToken));
    for (const auto& renewed : std::exchange(waiting_, {}))
        renewed(answer);
}

void HttpTransport::exchange(const Request& request, HttpExchange::Ended ended) {
    auto http = prepared(request);
    if (!request.sentOnce) {
        auto* reply = manager_.sendCustomRequest(http, request.verb, request.body);
        new HttpExchange(reply, request, std::move(ended), this);
        return;
    }
    http.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    http.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto* body = new OneWayBody(request.body, this);
    auto* reply = manager_.sendCustomRequest(http, request.verb, body);
    body->setParent(reply);
    new HttpExchange(reply, request, std::move(ended), this);
}

void HttpTransport::breakOffAll() {
    for (auto* exchange : findChildren<HttpExchange*>(QString(), Qt::FindDirectChildrenOnly))
        exchange->breakOff({base::codes::cancelled, "the client ends"});
}

QNetworkRequest HttpTransport::prepared(const Request& request) const {
    QUrl url = server_;
    url.setPath(QString::fromLatin1(request.path), QUrl::StrictMode);
    if (!request.query.isEmpty())
        url.setQuery(QString::fromLatin1(request.query), QUrl::StrictMode);
    QNetworkRequest http(url);
    http.setSslConfiguration(tls_);
    http.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    http.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    http.setRawHeader("Accept", "application/json, application/problem+json, application/octet-stream");
    // Named, so that Qt does not unpack: an answer's limit then holds for what arrives.
    http.setRawHeader("Accept-Encoding", "identity");
    http.setRawHeader("Accept-Language", language_);
    http.setRawHeader("traceparent", "00-" + randomHex(16) + '-' + randomHex(8) + "-01");
    if (!request.contentType.isEmpty())
        http.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (request.idempotencyKey)
        http.setRawHeader("Idempotency-Key", QByteArray::fromStdString(base::Ulid::make(clock_).toString()));
    if (request.authorised && hasToken())
        http.setRawHeader("Authorization",
                          "Bearer " + QByteArray(token_.view().data(), qsizetype(token_.view().size())));
    return http;
}

} // namespace vienlogs::api_client
