// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "real_server.h"

namespace vienlogs::test {

namespace {

QString text(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

} // namespace

RealServer::RealServer() {
    cardIssuer_.writeTo(folder_ / "issuer.pem");
    cardIssuer_.issueCard(folder_.path(), "clerk", "PNOLV-010181-15098");
    const QList<QStringList> setUp{
        {"init"},
        {"place", "add", "CES", "Cēsis"},
        {"device", "add", "ces-01", "--place", "CES", "--out", text(device("ces-01"))},
        {"device", "add", "ces-02", "--place", "CES", "--out", text(device("ces-02"))},
        {"user", "add", "--id", "K-0001", "--identifier", "PNOLV-010181-15098", "--name", "Anna Bērziņa",
         "--institution", "Cēsu novads", "--role", "clerk"},
        {"card-ca", "add", text(folder_ / "issuer.pem")}};
    for (const auto& command : setUp)
        if (admin(command) != 0)
            qFatal("vienlogs-admin %s", qPrintable(command.join(' ')));
    start();
}

RealServer::~RealServer() {
    kill();
}

int RealServer::admin(const QStringList& arguments) const {
    return QProcess::execute(QStringLiteral(VIENLOGS_BIN_DIR "/vienlogs-admin"),
                             QStringList{"--data", text(folder_ / "data")} + arguments);
}

void RealServer::start() {
    process_.setStandardErrorFile(QProcess::nullDevice());
    process_.start(QStringLiteral(VIENLOGS_BIN_DIR "/vienlogs-server"),
                   {"--data", text(folder_ / "data"), "--listen", QStringLiteral("127.0.0.1:%1").arg(port)});
    while (!process_.canReadLine())
        if (!process_.waitForReadyRead(20000))
            qFatal("vienlogs-server did not start");
    port = process_.readLine().trimmed().split(':').last().toUShort();
}

void RealServer::kill() {
    process_.kill();
    process_.waitForFinished();
}

void RealServer::stop() {
    process_.terminate();
    if (!process_.waitForFinished(20000))
        qFatal("vienlogs-server did not stop");
}

} // namespace vienlogs::test
