// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/api_client/loopback_receiver.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::api_client {

namespace {

constexpr const char* home = "/login";
constexpr qint64 longestRequest = 16 * 1024;
constexpr int mostVisitors = 16;
constexpr int patienceMs = 5000;

std::string part(const QUrlQuery& query, const char* name) {
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString();
}

QByteArray page(const char* status, const QString& text) {
    const QByteArray body = "<!doctype html><meta charset=\"utf-8\"><title>Vienlogs</title>"
                            "<p style=\"font:20px sans-serif;max-width:32em;margin:3em auto\">" +
                            text.toHtmlEscaped().toUtf8() + "</p>\n";
    return "HTTP/1.1 " + QByteArray(status) +
           "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: "
           "no-referrer\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
           "Connection: close\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

LoopbackReceiver::LoopbackReceiver(PageText text, QObject* parent)
    : QObject(parent), text_(std::move(text)) {}
LoopbackReceiver::~LoopbackReceiver() = default;

base::Result<std::string> LoopbackReceiver::listen(ports::LoginBrowser::Heard heard) {
    stop();
    server_ = std::make_unique<QTcpServer>();
    if (!server_->listen(QHostAddress(QHostAddress::LocalHost), 0))
        return base::fail(base::codes::internal, "no port on the loopback address");
    heard_ = std::move(heard);
    connect(server_.get(), &QTcpServer::newConnection, this, &LoopbackReceiver::onConnection);
    return "http://127.0.0.1:" + std::to_string(server_->serverPort()) + home;
}

void LoopbackReceiver::stop() {
    heard_ = {};
    if (server_)
        server_->close(); // who is being answered still gets the answer
}

void LoopbackReceiver::onConnection() {
    while (auto* socket = server_->nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (visitors_ >= mostVisitors) {
            socket->abort();
            continue;
        }
        ++visitors_;
        connect(socket, &QObject::destroyed, this, [this] { --visitors_; });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(*socket); });
        QTimer::singleShot(patienceMs, socket, &QTcpSocket::abort);
    }
}

void LoopbackReceiver::onBytes(QTcpSocket& socket) {
    const auto head = socket.peek(longestRequest);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= longestRequest)
            socket.abort();
        return;
    }
    disconnect(&socket, &QTcpSocket::readyRead, this, nullptr); // one request a visit
    const auto words = head.left(head.indexOf("\r\n")).split(' ');
    answer(socket, words.size() == 3 && words[0] == "GET" ? words[1] : QByteArray());
    socket.disconnectFromHost();
}

void LoopbackReceiver::answer(QTcpSocket& socket, const QByteArray& target) {
    const QUrl url(QString::fromLatin1(target), QUrl::StrictMode);
    if (!heard_ || !url.isValid() || url.path() != QLatin1String(home)) {
        socket.write(page("404 Not Found", QStringLiteral("404")));
        return;
    }
    const QUrlQuery query(url);
    const auto heard = heard_; // which may stop() us
    const bool right = heard({part(query, "state"), part(query, "code"), part(query, "error")});
    socket.write(page(right ? "200 OK" : "400 Bad Request", text_(right)));
}

} // namespace vienlogs::api_client
