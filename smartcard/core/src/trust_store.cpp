// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/trust_store.h"

#include <openssl/pem.h>

#include <fstream>
#include <iterator>
#include <set>

#include "openssl_types.h"
#include "refusal.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/card/failures.h"

namespace vienlogs::card {

struct TrustStore::State {
    StorePtr store;
};

namespace {

constexpr std::uintmax_t largestFile = 65536;

X509Ptr readCertificateFile(const std::filesystem::path& file) {
    std::error_code error;
    if (const auto size = std::filesystem::file_size(file, error); error || size > largestFile)
        return nullptr;
    std::ifstream stream(file, std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(stream), {});
    if (auto der = parseX509(reinterpret_cast<const unsigned char*>(content.data()), content.size()))
        return der;
    const std::unique_ptr<BIO, Release<BIO_free>> memory(
        BIO_new_mem_buf(content.data(), int(content.size())));
    return X509Ptr(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
}

std::string dayOf(base::Timestamp time) {
    return base::toLatvianDate(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)));
}

base::Result<void> checkDates(const Certificate& certificate, base::Timestamp now) {
    if (now < certificate.validFrom)
        return base::fail(codes::certificateNotYetValid, {}, dayOf(certificate.validFrom));
    if (now > certificate.validTo)
        return base::fail(codes::certificateExpired, {}, dayOf(certificate.validTo));
    return {};
}

bool fits(const Certificate& certificate, Purpose purpose) {
    return purpose == Purpose::Signing ? certificate.nonRepudiation
                                       : certificate.digitalSignature && certificate.clientAuthentication;
}

} // namespace

TrustStore::TrustStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
TrustStore::~TrustStore() = default;
TrustStore::TrustStore(TrustStore&&) noexcept = default;
TrustStore& TrustStore::operator=(TrustStore&&) noexcept = default;

base::Result<TrustStore> TrustStore::fromDirectory(const std::filesystem::path& directory) {
    static const std::set<std::string> extensions{".crt", ".cer", ".pem"};
    auto state = std::make_unique<State>(State{StorePtr(X509_STORE_new())});
    std::error_code error;
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
        if (!extensions.contains(entry.path().extension().string()))
            continue;
        const auto certificate = readCertificateFile(entry.path());
        if (!certificate || !X509_STORE_add_cert(state->store.get(), certificate.get()))
            return base::fail(base::codes::fileUnreadable, "not a certificate",
                              entry.path().filename().string());
        ++found;
    }
    if (error || found == 0)
        return base::fail(base::codes::fileUnreadable, "no certificates of authorities", directory.string());
    // An issuing authority may be given without its root: trust ends where the administrator says it ends.
    X509_STORE_set_flags(state->store.get(), X509_V_FLAG_PARTIAL_CHAIN);
    constexpr int securityLevel = 2; // RSA of 2048 bits, no SHA-1
    X509_VERIFY_PARAM_set_auth_level(X509_STORE_get0_param(state->store.get()), securityLevel);
    return TrustStore(std::move(state));
}

base::Result<void> TrustStore::check(const Certificate& certificate, Purpose purpose,
                                     base::Timestamp now) const {
    const auto parsed = parseX509(certificate.der.data(), certificate.der.size());
    StoreContextPtr context(X509_STORE_CTX_new());
    if (!parsed || !X509_STORE_CTX_init(context.get(), state_->store.get(), parsed.get(), nullptr))
        return base::fail(codes::nonsense, "not a certificate");
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    X509_STORE_CTX_set_time(context.get(), 0, time_t(seconds));
    const bool chainHolds = X509_verify_cert(context.get()) == 1;
    const int why = X509_STORE_CTX_get_error(context.get());
    // The dates first: "expired" tells the holder more than the chain's word for the same.
    const bool onlyDates = why == X509_V_ERR_CERT_HAS_EXPIRED || why == X509_V_ERR_CERT_NOT_YET_VALID;
    if (!chainHolds && !onlyDates)
        return base::fail(refusalOf(parsed.get(), X509_verify_cert_error_string(why)));
    if (auto dates = checkDates(certificate, now); !dates)
        return dates;
    if (!chainHolds)
        return base::fail(codes::unknownIssuer, "the authority's certificate is not valid now");
    if (!fits(certificate, purpose))
        return base::fail(codes::wrongKeyUsage, "key usage");
    return {};
}

base::Result<base::Bytes> TrustStore::issuerOf(const base::Bytes& certificate) const {
    const auto parsed = parseX509(certificate.data(), certificate.size());
    StoreContextPtr context(X509_STORE_CTX_new());
    if (!parsed || !X509_STORE_CTX_init(context.get(), state_->store.get(), parsed.get(), nullptr))
        return base::fail(codes::nonsense, "not a certificate");
    X509* found = nullptr;
    const bool known = X509_STORE_CTX_get1_issuer(&found, context.get(), parsed.get()) == 1;
    const X509Ptr issuer(found);
    if (!known || X509_verify(parsed.get(), X509_get0_pubkey(issuer.get())) != 1)
        return base::fail(codes::unknownIssuer, "issuer");
    base::Bytes der(static_cast<std::size_t>(std::max(i2d_X509(issuer.get(), nullptr), 0)));
    auto* at = der.data();
    i2d_X509(issuer.get(), &at);
    return der;
}

} // namespace vienlogs::card
