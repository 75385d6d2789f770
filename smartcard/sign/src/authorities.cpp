// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sign/authorities.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>
#include <fstream>

#include "openssl_types.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr std::size_t mostCertificates = 1000, longestChain = 8;
constexpr std::uintmax_t longestFile = 4U << 20;

std::vector<base::Bytes> certificatesIn(const base::Bytes& content) {
    std::vector<base::Bytes> found;
    if (const auto single = parseX509(content))
        return {derOf(single.get())};
    const std::unique_ptr<BIO, Release<BIO_free_all>> pem(
        BIO_new_mem_buf(content.data(), int(content.size())));
    while (const X509Ptr next{PEM_read_bio_X509(pem.get(), nullptr, nullptr, nullptr)})
        found.push_back(derOf(next.get()));
    ERR_clear_error(); // the end of the file is one
    return found;
}

/// Issued by it in name and in truth; its dates and purposes are another question.
bool issued(X509* issuer, X509* certificate) {
    const bool yes = X509_NAME_cmp(X509_get_subject_name(issuer), X509_get_issuer_name(certificate)) == 0 &&
                     X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return yes;
}

std::string issuerName(X509* certificate) {
    char name[200] = "";
    X509_NAME_get_text_by_NID(X509_get_issuer_name(certificate), NID_commonName, name, sizeof name);
    return name;
}

const base::Bytes* issuerAmong(const std::vector<base::Bytes>& candidates, X509* certificate) {
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const auto& der) {
        const auto parsed = parseX509(der);
        return parsed && issued(parsed.get(), certificate);
    });
    return found == candidates.end() ? nullptr : &*found;
}

} // namespace

base::Result<void> Authorities::add(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || size > longestFile || !stream)
        return base::fail(base::codes::fileUnreadable, "certificates", file.filename().string());
    const auto found = certificatesIn(base::Bytes{std::istreambuf_iterator<char>(stream), {}});
    if (found.empty() || believed_.size() + found.size() > mostCertificates)
        return base::fail(base::codes::fileUnreadable, "no certificate, or too many",
                          file.filename().string());
    believed_.insert(believed_.end(), found.begin(), found.end());
    return {};
}

base::Result<Authorities> Authorities::fromDirectory(const std::filesystem::path& directory) {
    Authorities authorities;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
        const auto type = entry.path().extension();
        if (type != ".crt" && type != ".cer" && type != ".pem")
            continue;
        if (auto added = authorities.add(entry.path()); !added)
            return base::fail(std::move(added.error()));
    }
    if (error || authorities.believed_.empty())
        return base::fail(base::codes::fileUnreadable, "no certificates", directory.filename().string());
    return authorities;
}

base::Result<std::vector<ChainLink>> Authorities::chainOf(const base::Bytes& certificate,
                                                          const std::vector<base::Bytes>& others) const {
    std::vector<ChainLink> chain;
    bool anchored = false;
    auto at = parseX509(certificate);
    if (!at)
        return base::fail(codes::notContainer, "not a certificate");
    while (true) {
        const auto der = derOf(at.get());
        const bool anchor = std::find(believed_.begin(), believed_.end(), der) != believed_.end();
        chain.push_back({der, anchor});
        anchored = anchored || anchor;
        if (issued(at.get(), at.get()) || chain.size() == longestChain)
            break;
        const auto* issuer = issuerAmong(believed_, at.get());
        if (!issuer && !anchored)
            issuer = issuerAmong(others, at.get());
        if (!issuer)
            break;
        at = parseX509(*issuer);
    }
    if (!anchored)
        return base::fail(codes::issuerUnknown, "no chain to an authority", issuerName(at.get()));
    return chain;
}

} // namespace vienlogs::sign
