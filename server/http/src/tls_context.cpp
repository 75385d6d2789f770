// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "tls_context.h"

#include <openssl/ssl.h>
#include <sys/stat.h>

#include <Poco/Net/NetException.h>
#include <Poco/Net/RejectCertificateHandler.h>
#include <Poco/Net/SSLManager.h>

#include "vienlogs/server/http/failures.h"

namespace vienlogs::server::http {

namespace {

constexpr const char* ciphers12 = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr const char* groups = "X25519:P-256:P-384";

base::Result<void> checkKeyFile(const std::filesystem::path& key) {
    struct stat status {};
    if (::stat(key.c_str(), &status) != 0)
        return base::fail(codes::tlsFiles, "missing", key.filename().string());
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return base::fail(codes::tlsFiles, "readable by others", key.filename().string());
    return {};
}

} // namespace

base::Result<Poco::Net::Context::Ptr> makeTlsContext(const TlsFiles& files) {
    using Poco::Net::Context;
    if (const auto good = checkKeyFile(files.key); !good)
        return base::fail(good.error());
    try {
        Context::Ptr context = new Context(Context::TLS_SERVER_USE, files.key, files.certificate,
                                           files.deviceCa, Context::VERIFY_STRICT, 4, false, ciphers12);
        context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
        // "Extended" compares the device's certificate with its host name, which a device has none of.
        context->enableExtendedCertificateVerification(false);
        context->disableStatelessSessionResumption();
        context->enableSessionCache(false);
        auto* raw = context->sslContext();
        SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
        SSL_CTX_set1_groups_list(raw, groups);
        SSL_CTX_set_num_tickets(raw, 0);
        // Poco's own callback asks its process-wide manager; OpenSSL's verdict alone is stricter and enough.
        SSL_CTX_set_verify(raw, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        return context;
    } catch (const Poco::Exception& error) {
        return base::fail(codes::tlsFiles, error.displayText(), files.certificate.filename().string());
    }
}

} // namespace vienlogs::server::http
