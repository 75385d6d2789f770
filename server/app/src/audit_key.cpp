// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit_key.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/ed25519.h"

namespace vienlogs::server::app {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Bio memory() {
    return {BIO_new(BIO_s_secmem()), BIO_free};
}
Bio memoryOf(std::string_view text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free};
}
std::string_view contentOf(BIO* bio) {
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}
const unsigned char* data(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
base::Result<std::shared_ptr<EVP_PKEY>> owned(EVP_PKEY* key) {
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519) {
        EVP_PKEY_free(key);
        return base::fail(base::codes::invalidArgument, "not an Ed25519 key");
    }
    return std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
}

} // namespace

base::Result<AuditKey> AuditKey::owning(std::shared_ptr<EVP_PKEY> key) {
    AuditKey made;
    made.key_ = std::move(key);
    const auto open = made.publicPem().and_then(&digest::Ed25519PublicKey::fromPem);
    if (!open)
        return base::fail(open.error());
    made.id_ = open->id();
    return made;
}

base::Result<AuditKey> AuditKey::make() {
    return owned(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")).and_then(&AuditKey::owning);
}

base::Result<AuditKey> AuditKey::fromPrivatePem(const base::Secret& pem) {
    const auto bio = memoryOf(pem.view());
    return owned(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr)).and_then(&AuditKey::owning);
}

base::Result<base::Secret> AuditKey::privatePem() const {
    const auto bio = memory();
    if (PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return base::fail(base::codes::internal, "PEM of the audit key");
    return base::Secret(contentOf(bio.get()));
}

base::Result<std::string> AuditKey::publicPem() const {
    const auto bio = memory();
    if (PEM_write_bio_PUBKEY(bio.get(), key_.get()) != 1)
        return base::fail(base::codes::internal, "PEM of the audit key");
    return std::string(contentOf(bio.get()));
}

base::Result<base::Bytes> AuditKey::sign(std::string_view text) const {
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    base::Bytes signature(64);
    std::size_t size = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, data(text), text.size()) != 1)
        return base::fail(base::codes::internal, "signature of the audit's head");
    signature.resize(size);
    return signature;
}

} // namespace vienlogs::server::app
