// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "vienlogs/ports/account_login.h"

class QTcpServer;
class QTcpSocket;

namespace vienlogs::api_client {

/// Waits on 127.0.0.1 for the one visit of a browser that comes back from a login page. Other pages are not
/// found, long or slow requests are dropped, and nothing but a plain page is ever answered.
class LoopbackReceiver final : public QObject {
    Q_OBJECT
public:
    /// What the person reads in the browser, plain text; `right` when it was what was waited for.
    using PageText = std::function<QString(bool right)>;

    explicit LoopbackReceiver(PageText text, QObject* parent = nullptr);
    ~LoopbackReceiver() override;

    /// As ports::LoginBrowser has it.
    [[nodiscard]] base::Result<std::string> listen(ports::LoginBrowser::Heard heard);
    void stop();

private:
    void onConnection();
    void onBytes(QTcpSocket& socket);
    void answer(QTcpSocket& socket, const QByteArray& target);

    PageText text_;
    ports::LoginBrowser::Heard heard_;
    std::unique_ptr<QTcpServer> server_;
    int visitors_ = 0;
};

} // namespace vienlogs::api_client
