// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace vienlogs::test {

/// A TCP proxy that can be pulled like a cable, at once or after so many bytes in one direction.
class Cable : public QObject {
    Q_OBJECT
public:
    explicit Cable(quint16 serverPort);
    [[nodiscard]] quint16 port() const { return listener_.serverPort(); }

    void pull();
    void plug();
    [[nodiscard]] bool isIn() const { return in_; }
    /// Pulls itself when so many more bytes went to the server, or came from it; -1 for never.
    void pullAfter(qint64 toServer, qint64 fromServer);
    /// Breaks all connections each time so many more bytes went to the server; the line is back at once.
    void cutEvery(qint64 toServer);
    [[nodiscard]] int cuts() const { return cuts_; }
    /// All bytes that the desks gave the line, TLS and heads of requests included.
    [[nodiscard]] qint64 sent() const { return sent_; }

private:
    void accept();
    void toServer(QTcpSocket* desk, QTcpSocket* server);
    void toDesk(QTcpSocket* server, QTcpSocket* desk);
    void breakConnections();

    QTcpServer listener_;
    quint16 serverPort_;
    bool in_ = true;
    qint64 toServer_ = -1;
    qint64 fromServer_ = -1;
    qint64 every_ = -1;
    qint64 sent_ = 0;
    int cuts_ = 0;
};

} // namespace vienlogs::test
