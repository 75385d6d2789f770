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

private:
    void accept();
    void forward(QTcpSocket* from, QTcpSocket* to, qint64& left);

    QTcpServer listener_;
    quint16 serverPort_;
    bool in_ = true;
    qint64 toServer_ = -1;
    qint64 fromServer_ = -1;
};

} // namespace vienlogs::test
