// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "identity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <optional>

#include "vienlogs/ports/net_failures.h"

namespace vienlogs::api_client {

namespace {

constexpr qint64 maxPem = 256 * 1024;

base::Result<QByteArray> pemAt(const std::filesystem::path& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxPem)
        return base::fail(ports::net::identityUnreadable, "cannot be read", path.filename().string());
    return file.readAll();
}

/// Elliptic-curve and RSA keys are told apart by trying; both stand in "BEGIN PRIVATE KEY".
std::optional<QSslKey> keyFrom(const QByteArray& pem) {
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa})
        if (QSslKey key(pem, algorithm); !key.isNull())
            return key;
    return std::nullopt;
}

} // namespace

base::Result<QSslConfiguration> tlsOf(const ApiClientOptions& options) {
    const auto certificate = pemAt(options.certificate);
    const auto key = pemAt(options.privateKey);
    const auto authority = pemAt(options.authority);
    for (const auto* file : {&certificate, &key, &authority})
        if (!*file)
            return base::fail(file->error());
    const auto unusable = [](const std::filesystem::path& path) {
        return base::fail(ports::net::identityUnreadable, "not PEM of the kind", path.filename().string());
    };
    const auto chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    const auto trusted = QSslCertificate::fromData(*authority, QSsl::Pem);
    const auto privateKey = keyFrom(*key);
    if (chain.isEmpty())
        return unusable(options.certificate);
    if (!privateKey)
        return unusable(options.privateKey);
    if (trusted.isEmpty())
        return unusable(options.authority);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates(trusted);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(*privateKey);
    tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return tls;
}

} // namespace vienlogs::api_client
