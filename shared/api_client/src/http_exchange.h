// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <functional>

#include "vienlogs/base/result.h"

namespace vienlogs::api_client {

/// One call of the API before it is HTTP.
struct Request {
    QByteArray verb;
    QByteArray path;  ///< "/v1/changes", already percent-encoded; never holds personal data.
    QByteArray query; ///< Percent-encoded, without "?".
    QByteArray body;
    QByteArray contentType;
    bool idempotencyKey = false;
    bool authorised = true; ///< With the session's token.
    bool sentOnce = false;  ///< Never sent again without asking; for large bodies.
    int idleMs = 0;
    int totalMs = 0;
    qint64 maxAnswer = 0; ///< Bytes.
};

/// What came back over a connection that held: any status.
struct Answer {
    int status = 0;
    QByteArray contentType;
    QByteArray date; ///< The server's time as it writes it; empty when it does not say.
    QByteArray body;
};

/// One request under way: reads its answer within the limits of size and time and ends exactly once.
class HttpExchange final : public QObject {
    Q_OBJECT
public:
    using Ended = std::function<void(base::Result<Answer>)>;
    HttpExchange(QNetworkReply* reply, const Request& request, Ended ended, QObject* parent);
    /// Ends with a failure, when it has not ended yet.
    void breakOff(base::Failure why);

private:
    void onReadyRead();
    void onFinished();
    void onMoved();
    void end(base::Result<Answer> result);
    [[nodiscard]] base::Failure connectionFailure() const;

    QNetworkReply* reply_;
    Ended ended_;
    QByteArray body_;
    qint64 maxAnswer_;
    QString call_; ///< "GET /v1/changes", for details of failures.
    bool distrusted_ = false;
    QTimer idle_;
    QTimer total_;
};

} // namespace vienlogs::api_client
