// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "responder.h"

#include <QFile>

namespace vienlogs::test {

Responder::Responder() {
    authority.writeTo(folder / "ca.pem");
    authority.issue(folder.path(), "server", false);
    authority.issue(folder.path(), "device", true);
}

Responder::~Responder() {
    stop();
}

void Responder::start(const QString& mode, const QByteArray& answer) {
    stop();
    QFile file(folder / "answer");
    if (!file.open(QIODevice::WriteOnly) || file.write(answer) != answer.size())
        qFatal("no answer file");
    file.close();
    const auto at = [&](const char* name) { return QString::fromStdString((folder / name).string()); };
    process_.start(QStringLiteral(VIENLOGS_BIN_DIR "/tls_responder"),
                   {mode, at("server.pem"), at("server.key"), at("ca.pem"), at("answer")});
    while (!process_.canReadLine())
        if (!process_.waitForReadyRead(10000))
            qFatal("the responder did not start");
    port = process_.readLine().trimmed().mid(5).toInt();
}

void Responder::stop() {
    if (process_.state() == QProcess::NotRunning)
        return;
    process_.kill();
    process_.waitForFinished();
    process_.readAll();
    requests_.clear();
}

QList<QByteArray> Responder::requests() {
    process_.waitForReadyRead(50);
    while (process_.canReadLine())
        requests_ += QByteArray::fromHex(process_.readLine().trimmed());
    return requests_;
}

api_client::ApiClientOptions Responder::options() const {
    return {.server = "https://127.0.0.1:" + std::to_string(port),
            .certificate = folder / "device.pem",
            .privateKey = folder / "device.key",
            .authority = folder / "ca.pem",
            .idleMs = 5000,
            .totalMs = 10000};
}

QByteArray http(const QByteArray& status, const QByteArray& body, const QByteArray& type) {
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace vienlogs::test
