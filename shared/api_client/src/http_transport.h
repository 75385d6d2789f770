// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>
#include <vector>

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

    /// A request whose token has ended is sent once more after the session was renewed, so that nobody above
    /// has to know that tokens are good for minutes only.
    void send(const Request& request, HttpExchange::Ended ended);
    void setSession(base::Secret token, base::Secret refresh);
    [[nodiscard]] bool hasToken() const { return !token_.empty(); }
    void setLanguage(QByteArray language) { language_ = std::move(language); }
    /// Ends all that is under way.
    void breakOffAll();

private:
    using Renewed = std::function<void(const base::Result<Answer>&)>;
    [[nodiscard]] QNetworkRequest prepared(const Request& request) const;
    void exchange(const Request& request, HttpExchange::Ended ended);
    void renew(Renewed renewed);
    void onRenewed(int generation, base::Result<Answer> answer);

    QNetworkAccessManager manager_;
    QUrl server_;
    QSslConfiguration tls_;
    QByteArray language_;
    base::Secret token_;
    base::Secret refresh_;
    int generation_ = 0; ///< Of the session's tokens.
    std::vector<Renewed> waiting_;
    base::SystemClock clock_;
};

} // namespace vienlogs::api_client
