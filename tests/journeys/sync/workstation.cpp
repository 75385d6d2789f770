// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "workstation.h"

#include <QFile>
#include <QSslCertificate>

namespace vienlogs::test {

namespace {

base::Bytes challengeMessage(const std::string& place, const contract::LoginChallenge& challenge) {
    auto message = base::bytesOf("vienlogs-login\n" + place + "\n");
    const auto raw = *base::fromBase64(challenge.challenge);
    message.insert(message.end(), raw.begin(), raw.end());
    return message;
}

std::string derInBase64(const std::filesystem::path& pem) {
    QFile file(pem);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no certificate");
    return QSslCertificate(file.readAll()).toDer().toBase64().toStdString();
}

} // namespace

Workstation::Workstation(const RealServer& server, const std::string& device, quint16 port)
    : server_(server) {
    const auto identity = server.device(device);
    auto client = api_client::HttpApiClient::create({.server = "https://127.0.0.1:" + std::to_string(port),
                                                     .certificate = identity / "device.pem",
                                                     .privateKey = identity / "device.key",
                                                     .authority = identity / "ca.pem",
                                                     .idleMs = 5000});
    auto store = store::EncryptedStore::open({.directory = folder_ / "store", .device = device},
                                             identity / "device.key");
    if (!client || !store)
        qFatal("%s", std::string((client ? store.error() : client.error()).code.text).c_str());
    api = std::move(*client);
    thread = std::make_unique<sync::StoreThread>(std::move(*store));
    engine = std::make_unique<sync::SyncEngine>(
        *thread, *api, clock_,
        sync::SyncOptions{
            .scope = "place:CES", .longPollSeconds = 2, .firstBackOffMs = 20, .longestBackOffMs = 200});
}

std::string Workstation::logIn() {
    const auto challenge =
        ask<contract::LoginChallenge>([](auto& client, auto done) { client.requestChallenge(done); });
    if (!challenge)
        return std::string(challenge.error().code.text);
    const auto signature = signEs256(server_.cardKey(), challengeMessage("CES", *challenge));
    const contract::LoginRequest request{challenge->id, "CES", derInBase64(server_.cardCertificate()),
                                         "ES256", base::toBase64(signature)};
    const auto session =
        ask<contract::Session>([&](auto& client, auto done) { client.login(request, done); });
    if (!session)
        return std::string(session.error().code.text);
    engine->start();
    return {};
}

} // namespace vienlogs::test
