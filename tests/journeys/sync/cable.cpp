// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cable.h"

namespace vienlogs::test {

Cable::Cable(quint16 serverPort) : serverPort_(serverPort) {
    connect(&listener_, &QTcpServer::newConnection, this, &Cable::accept);
    if (!listener_.listen(QHostAddress::LocalHost))
        qFatal("no port for the cable");
}

void Cable::pull() {
    in_ = false;
    for (auto* socket : findChildren<QTcpSocket*>()) {
        socket->abort();
        socket->deleteLater();
    }
}

void Cable::plug() {
    in_ = true;
    pullAfter(-1, -1);
}

void Cable::pullAfter(qint64 toServer, qint64 fromServer) {
    toServer_ = toServer;
    fromServer_ = fromServer;
}

void Cable::accept() {
    while (auto* desk = listener_.nextPendingConnection()) {
        if (!in_) {
            desk->abort();
            desk->deleteLater();
            continue;
        }
        desk->setParent(this);
        auto* server = new QTcpSocket(this);
        server->connectToHost(QHostAddress::LocalHost, serverPort_);
        connect(server, &QTcpSocket::connected, desk,
                [this, desk, server] { forward(desk, server, toServer_); });
        connect(desk, &QTcpSocket::readyRead, server,
                [this, desk, server] { forward(desk, server, toServer_); });
        connect(server, &QTcpSocket::readyRead, desk,
                [this, desk, server] { forward(server, desk, fromServer_); });
        connect(desk, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, desk, &QTcpSocket::abort);
        connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    }
}

void Cable::forward(QTcpSocket* from, QTcpSocket* to, qint64& left) {
    if (to->state() != QAbstractSocket::ConnectedState)
        return; // read once it is
    const auto bytes = left < 0 ? from->readAll() : from->read(left);
    to->write(bytes);
    if (left < 0)
        return;
    left -= bytes.size();
    if (left > 0)
        return;
    to->flush();
    pull();
}

} // namespace vienlogs::test
