// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "http_exchange.h"

#include "vienlogs/ports/net_failures.h"

namespace vienlogs::api_client {

namespace {

/// QNetworkReply's errors above these only repeat the HTTP status of an answer that came whole.
constexpr int firstErrorOfStatus = QNetworkReply::ContentAccessDenied;

} // namespace

HttpExchange::HttpExchange(QNetworkReply* reply, const Request& request, Ended ended, QObject* parent)
    : QObject(parent), reply_(reply), ended_(std::move(ended)), maxAnswer_(request.maxAnswer),
      call_(QString::fromLatin1(request.verb + ' ' + request.path)) {
    reply_->setParent(this);
    reply_->setReadBufferSize(1024 * 1024);
    connect(reply_, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(reply_, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    connect(reply_, &QNetworkReply::uploadProgress, this, &HttpExchange::onMoved);
    connect(reply_, &QNetworkReply::sslErrors, this, [this] { distrusted_ = true; });
    const auto expire = [this] { breakOff({ports::net::timedOut, call_.toStdString()}); };
    for (auto* timer : {&idle_, &total_}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, expire);
    }
    idle_.start(request.idleMs);
    total_.start(request.totalMs);
}

void HttpExchange::onMoved() {
    idle_.start();
}

void HttpExchange::onReadyRead() {
    onMoved();
    body_ += reply_->readAll();
    if (body_.size() > maxAnswer_)
        breakOff({ports::net::answerTooLarge, call_.toStdString()});
}

void HttpExchange::breakOff(base::Failure why) {
    end(base::fail(std::move(why)));
    reply_->abort();
}

void HttpExchange::onFinished() {
    if (!ended_)
        return;
    body_ += reply_->readAll();
    const int error = reply_->error();
    if (error == QNetworkReply::ProtocolFailure)
        return end(base::fail(ports::net::answerNotUnderstood, call_.toStdString(), "HTTP"));
    const bool cutOff = error == QNetworkReply::ContentReSendError; // Qt would have sent the body once more.
    if (cutOff || (error != QNetworkReply::NoError && error < firstErrorOfStatus))
        return end(base::fail(connectionFailure()));
    if (body_.size() > maxAnswer_)
        return end(base::fail(ports::net::answerTooLarge, call_.toStdString()));
    end(Answer{reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
               reply_->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply_->rawHeader("Date"),
               std::move(body_)});
}

void HttpExchange::end(base::Result<Answer> result) {
    if (!ended_)
        return;
    idle_.stop();
    total_.stop();
    std::exchange(ended_, nullptr)(std::move(result));
    deleteLater();
}

base::Failure HttpExchange::connectionFailure() const {
    const auto text = reply_->errorString();
    const auto detail = QStringLiteral("%1: error %2").arg(call_).arg(int(reply_->error())).toStdString();
    if (distrusted_)
        return {ports::net::serverNotTrusted, detail};
    // A server refuses a device's certificate by a TLS alert, in TLS 1.3 after our side of the handshake is
    // done.
    if (text.contains(QLatin1String("alert")))
        return {ports::net::deviceRefused, detail};
    if (text.contains(QLatin1String("wrong version number")) ||
        text.contains(QLatin1String("packet length too long")))
        return {ports::net::answerNotUnderstood, detail, "TLS"};
    if (reply_->error() == QNetworkReply::TimeoutError)
        return {ports::net::timedOut, detail};
    return {ports::net::noConnection, detail};
}

} // namespace vienlogs::api_client
