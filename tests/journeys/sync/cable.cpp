// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cable.h"

namespace vienlogs::test {

namespace {

/// What the cable itself holds at most: what it has read counts as sent, so it may not run ahead of the
/// server.
constexpr qint64 longestHeld = 16 * 1024;

} // namespace

Cable::Cable(quint16 serverPort) : serverPort_(serverPort) {
    connect(&listener_, &QTcpServer::newConnection, this, &Cable::accept);
    if (!listener_.listen(QHostAddress::LocalHost))
        qFatal("no port for the cable");
}

void Cable::breakConnections() {
    for (auto* socket : findChildren<QTcpSocket*>()) {
        socket->disconnect();
        socket->abort();
        socket->deleteLater();
    }
}

void Cable::pull() {
    in_ = false;
    breakConnections();
}

void Cable::plug() {
    in_ = true;
    pullAfter(-1, -1);
}

void Cable::pullAfter(qint64 toServer, qint64 fromServer) {
    toServer_ = toServer;
    fromServer_ = fromServer;
    every_ = -1;
}

void Cable::cutEvery(qint64 toServer) {
    pullAfter(toServer, -1);
    every_ = toServer;
}

void Cable::accept() {
    while (auto* desk = listener_.nextPendingConnection()) {
        if (!in_) {
            desk->abort();
            desk->deleteLater();
            continue;
        }
        desk->setParent(this);
        desk->setReadBufferSize(longestHeld);
        auto* server = new QTcpSocket(this);
        server->connectToHost(QHostAddress::LocalHost, serverPort_);
        const auto onward = [this, desk, server] { toServer(desk, server); };
        connect(server, &QTcpSocket::connected, desk, onward);
        connect(server, &QTcpSocket::bytesWritten, desk, onward);
        connect(desk, &QTcpSocket::readyRead, server, onward);
        connect(server, &QTcpSocket::readyRead, desk, [this, desk, server] { toDesk(server, desk); });
        connect(desk, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, desk, &QTcpSocket::abort);
        connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    }
}

void Cable::toServer(QTcpSocket* desk, QTcpSocket* server) {
    if (server->state() != QAbstractSocket::ConnectedState || server->bytesToWrite() >= longestHeld)
        return; // read once it is, or has taken what came before
    const auto bytes = toServer_ < 0 ? desk->readAll() : desk->read(toServer_);
    sent_ += bytes.size();
    server->write(bytes);
    if (toServer_ < 0)
        return;
    toServer_ -= bytes.size();
    if (toServer_ > 0)
        return;
    ++cuts_;
    server->flush();
    if (every_ < 0)
        return pull();
    toServer_ = every_;
    breakConnections();
}

void Cable::toDesk(QTcpSocket* server, QTcpSocket* desk) {
    const auto bytes = fromServer_ < 0 ? server->readAll() : server->read(fromServer_);
    desk->write(bytes);
    if (fromServer_ < 0)
        return;
    fromServer_ -= bytes.size();
    if (fromServer_ > 0)
        return;
    ++cuts_;
    desk->flush();
    pull();
}

} // namespace vienlogs::test
