// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include "http_exchange.h"
#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::api_client {

/// Sends requests to one server and nowhere else: no redirects, cookies, proxies or caches. Lives on the
/// network thread, as does the session's token.
class HttpTransport final : public QObject {
    Q_OBJECT
public:
    HttpTransport(QUrl server, QSslConfiguration tls);

    void send(const Request& request, HttpExchange::Ended ended);
    void setToken(base::Secret token) { token_ = std::move(token); }
    [[nodiscard]] bool hasToken() const { return !token_.empty(); }
    void setLanguage(QByteArray language) { language_ = std::move(language); }
    /// Ends all that is under way.
    void breakOffAll();

private:
    [[nodiscard]] QNetworkRequest prepared(const Request& request) const;

    QNetworkAccessManager manager_;
    QUrl server_;
    QSslConfiguration tls_;
    QByteArray language_;
    base::Secret token_;
    base::SystemClock clock_;
};

} // namespace vienlogs::api_client
