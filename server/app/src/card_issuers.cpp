// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/card_issuers.h"

#include <fstream>
#include <memory>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "vienlogs/digest/sha256.h"

namespace vienlogs::server::app {

namespace {

constexpr const char* doneSetting = "card-issuers-imported";
constexpr std::size_t longestCertificate = 64 * 1024;

std::vector<store::CardIssuer> issuersIn(const std::filesystem::path& folder) {
    std::vector<store::CardIssuer> issuers;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".pem" || entry.file_size(error) > longestCertificate || error)
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        if (auto issuer = cardIssuerOf(std::string(std::istreambuf_iterator<char>(file), {})))
            issuers.push_back(std::move(*issuer));
    }
    return issuers;
}

} // namespace

std::optional<store::CardIssuer> cardIssuerOf(const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free);
    ERR_clear_error();
    if (!certificate || X509_check_ca(certificate.get()) == 0)
        return std::nullopt;
    base::Bytes der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
    auto* at = der.data();
    i2d_X509(certificate.get(), &at);
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(out.get(), certificate.get());
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return store::CardIssuer{digest::toHex(digest::sha256(der)),
                             std::string(text, static_cast<std::size_t>(size))};
}

base::Result<void> importCardIssuers(store::Store& store, const Audit& audit,
                                     const std::filesystem::path& folder) {
    const auto done = store::inRead<std::string>(
        store, [](store::Transaction& t) { return t.changes().setting(doneSetting); });
    if (!done || !done->empty())
        return done ? base::Result<void>() : base::fail(done.error());
    return audit.write([&](store::Transaction& t) -> base::Result<void> {
        for (const auto& issuer : issuersIn(folder)) {
            const auto added = t.factors().addCardIssuer(issuer).and_then([&] {
                return audit.append(
                    t, {.what = "card-ca.import", .object = issuer.fingerprint, .result = "done"});
            });
            if (!added)
                return added;
        }
        return t.changes().saveSetting(doneSetting, "1");
    });
}

} // namespace vienlogs::server::app
