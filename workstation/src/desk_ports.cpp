// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk_ports.h"

#include <QFile>
#include <QSslCertificate>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/ports/net_failures.h"
#include "vienlogs/store/encrypted_store.h"

namespace vienlogs::workstation {

namespace {

base::Result<std::string> commonName(const QString& certificateFile) {
    QFile file(certificateFile);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::codes::fileUnreadable, {}, certificateFile.toStdString());
    const QSslCertificate certificate(&file, QSsl::Pem);
    const auto names = certificate.subjectInfo(QSslCertificate::CommonName);
    if (names.isEmpty() || names.first().isEmpty())
        return base::fail(ports::net::identityUnreadable, "no common name in the device's certificate");
    return names.first().toStdString();
}

/// "host:port"; without a port the usual one.
base::Result<devices::pos::ZvtSettings> posSettings(const QString& address) {
    devices::pos::ZvtSettings pos;
    const auto parts = address.split(QLatin1Char(':'));
    pos.host = parts.first().toStdString();
    if (parts.size() > 1) {
        bool ok = false;
        pos.port = parts[1].toUShort(&ok);
        if (!ok)
            return base::fail(base::codes::invalidArgument, "--pos", "--pos");
    }
    return pos;
}

} // namespace

DeskPorts::DeskPorts(card::TrustStore trusted, std::unique_ptr<api_client::HttpApiClient> client,
                     std::unique_ptr<ports::LocalStore> local, std::string deviceName,
                     devices::pos::ZvtSettings pos, const IssuerSettings& issuerSettings)
    : device(std::move(deviceName)), trust(std::move(trusted)), issuer(issuerSettings, trust, clock),
      cardReaders(trust, clock), terminal(std::move(pos), clock), api(std::move(client)),
      storeThread(std::move(local)), store(storeThread) {}

base::Result<std::unique_ptr<DeskPorts>> DeskPorts::open(const Settings& settings) {
    auto name = commonName(settings.deviceCertificate.value());
    if (!name)
        return base::fail(name.error());
    auto pos = posSettings(settings.pos.value());
    if (!pos)
        return base::fail(pos.error());
    auto trust = card::TrustStore::fromDirectory(settings.cardAuthorities.value().toStdString());
    if (!trust)
        return base::fail(trust.error());
    auto api =
        api_client::HttpApiClient::create({.server = settings.server.value().toStdString(),
                                           .certificate = settings.deviceCertificate.value().toStdString(),
                                           .privateKey = settings.deviceKey.value().toStdString(),
                                           .authority = settings.authority.value().toStdString(),
                                           .language = settings.language.value()});
    if (!api)
        return base::fail(api.error());
    auto store =
        store::EncryptedStore::open({.directory = settings.data.value().toStdString(), .device = *name},
                                    settings.deviceKey.value().toStdString());
    if (!store)
        return base::fail(store.error());
    const IssuerSettings issuer{.ocsp = settings.ocsp.value().toStdString(),
                                .proxy = settings.proxy.value().toStdString()};
    return std::make_unique<DeskPorts>(*std::move(trust), *std::move(api), *std::move(store),
                                       *std::move(name), *std::move(pos), issuer);
}

} // namespace vienlogs::workstation
