// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QProcess>

#include "vienlogs/api_client/http_api_client.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"

namespace vienlogs::test {

/// The TLS server process of one test, and the certificates on both sides.
class Responder {
public:
    Responder();
    ~Responder();
    /// Starts it anew; `answer` is what it sends for each request.
    void start(const QString& mode, const QByteArray& answer);
    void stop();
    /// The requests that arrived until now.
    QList<QByteArray> requests();
    /// Options of a client that trusts it and that it trusts.
    [[nodiscard]] api_client::ApiClientOptions options() const;

    TemporaryFolder folder;
    Authority authority{"Test authority"};
    int port = 0;

private:
    QProcess process_;
    QList<QByteArray> requests_;
};

/// An HTTP answer with a length.
QByteArray http(const QByteArray& status, const QByteArray& body,
                const QByteArray& type = "application/json");

} // namespace vienlogs::test
