// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "http_transport.h"

#include <QNetworkProxy>
#include <QRandomGenerator>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::api_client {

namespace {

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

void HttpTransport::send(const Request& request, HttpExchange::Ended ended) {
    auto* reply = manager_.sendCustomRequest(prepared(request), request.verb, request.body);
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
