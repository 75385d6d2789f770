// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "tls_context.h"

#include <sys/stat.h>

#include <ctime>

#include <openssl/err.h>
#include <openssl/x509.h>

#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/front/failures.h"

namespace vienlogs::server::front {

namespace {

constexpr const char* groups = "X25519:P-256:P-384";
constexpr int maxName = 256;

base::Result<void> checkKeyFile(const std::filesystem::path& key) {
    struct stat status {};
    if (::stat(key.c_str(), &status) != 0)
        return base::fail(codes::tlsFiles, "missing", key.filename().string());
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return base::fail(codes::tlsFiles, "readable by others", key.filename().string());
    return {};
}

base::Result<void> loadFiles(SSL_CTX* context, const TlsFiles& files) {
    const auto wrong = [](const std::filesystem::path& file) {
        return base::fail(codes::tlsFiles, takeTlsError(), file.filename().string());
    };
    if (SSL_CTX_use_certificate_chain_file(context, files.certificate.c_str()) != 1)
        return wrong(files.certificate);
    if (SSL_CTX_use_PrivateKey_file(context, files.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_check_private_key(context) != 1)
        return wrong(files.key);
    if (SSL_CTX_load_verify_locations(context, files.deviceCa.c_str(), nullptr) != 1)
        return wrong(files.deviceCa);
    auto* names = SSL_load_client_CA_file(files.deviceCa.c_str());
    if (!names)
        return wrong(files.deviceCa);
    SSL_CTX_set_client_CA_list(context, names);
    return {};
}

std::string fingerprintOf(const X509& certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(&certificate, &der);
    if (size <= 0)
        return {};
    auto text =
        digest::toHex(digest::sha256(std::span<const std::uint8_t>(der, static_cast<std::size_t>(size))));
    OPENSSL_free(der);
    return text;
}

/// Keeps which certificate was not believed, for the record of the refusal.
int noteRefused(int good, X509_STORE_CTX* chain) {
    const auto* session =
        static_cast<SSL*>(X509_STORE_CTX_get_ex_data(chain, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* notes = session ? static_cast<TlsNotes*>(SSL_get_app_data(session)) : nullptr;
    if (const auto* certificate = X509_STORE_CTX_get0_cert(chain); !good && notes && certificate)
        notes->refused = fingerprintOf(*certificate);
    return good;
}

} // namespace

base::Result<TlsContext> makeTlsContext(const TlsFiles& files) {
    if (const auto good = checkKeyFile(files.key); !good)
        return base::fail(good.error());
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_3_VERSION) != 1)
        return base::fail(codes::tlsFiles, takeTlsError(), "TLS 1.3");
    if (const auto loaded = loadFiles(context.get(), files); !loaded)
        return base::fail(loaded.error());
    SSL_CTX_set1_groups_list(context.get(), groups);
    SSL_CTX_set_options(context.get(),
                        SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(context.get(), 0);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    // An idle connection keeps no buffers; a write may be taken up again from another copy of the bytes.
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                        SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, noteRefused);
    SSL_CTX_set_verify_depth(context.get(), 4);
    return context;
}

std::string takeTlsError() {
    const auto code = ERR_get_error();
    ERR_clear_error();
    const char* reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    return reason ? reason : "unknown";
}

Peer peerOf(const SSL& session, std::string address) {
    // Without a certificate no handshake succeeds; a fingerprint that nobody has stands for the impossible.
    Peer peer{std::move(address), "", "none", std::chrono::system_clock::time_point::min()};
    auto* certificate = SSL_get0_peer_certificate(&session);
    if (!certificate)
        return peer;
    char name[maxName] = {};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
    peer.name = name;
    if (auto fingerprint = fingerprintOf(*certificate); !fingerprint.empty())
        peer.fingerprint = std::move(fingerprint);
    std::tm end{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) == 1)
        peer.validUntil = std::chrono::system_clock::from_time_t(::timegm(&end));
    return peer;
}

} // namespace vienlogs::server::front
