// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "proofs.h"

#include <openssl/err.h>

#include <algorithm>

#include "filters.h"
#include "openssl_types.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t longestChain = 8;
constexpr int mostCertificates = 32;

bool issued(const base::Bytes& issuer, const base::Bytes& certificate) {
    const auto from = parseX509(issuer), to = parseX509(certificate);
    return from && to && X509_check_issued(from.get(), to.get()) == X509_V_OK &&
           X509_verify(to.get(), X509_get0_pubkey(from.get())) == 1;
}

base::Result<Array> store(Document& document, Increment& increment, const Dictionary& before, const char* key,
                          const std::set<base::Bytes>& values) {
    const auto old = document.entry(before, key);
    if (!old)
        return base::fail(old.error());
    auto list = old->as<Array>() ? *old->as<Array>() : Array{};
    for (const auto& value : values) {
        const auto packed = deflate({reinterpret_cast<const char*>(value.data()), value.size()});
        if (!packed)
            return base::fail(packed.error());
        list.push_back(increment.addStream({{"Filter", Name{"FlateDecode"}}}, *packed));
    }
    return list;
}

} // namespace

std::vector<base::Bytes> chainOf(const base::Bytes& certificate, const std::vector<base::Bytes>& candidates) {
    std::vector<base::Bytes> chain{certificate};
    while (chain.size() < longestChain && !issued(chain.back(), chain.back())) {
        const auto issuer = std::find_if(candidates.begin(), candidates.end(),
                                         [&](const auto& each) { return issued(each, chain.back()); });
        if (issuer == candidates.end())
            break;
        chain.push_back(*issuer);
    }
    ERR_clear_error();
    return chain;
}

std::vector<base::Bytes> certificatesIn(const base::Bytes& cms) {
    const auto* at = cms.data();
    const CmsPtr content(d2i_CMS_ContentInfo(nullptr, &at, long(cms.size())));
    auto* stack = content ? CMS_get1_certs(content.get()) : nullptr;
    ERR_clear_error();
    std::vector<base::Bytes> certificates;
    for (int i = 0; i < sk_X509_num(stack) && i < mostCertificates; ++i)
        certificates.push_back(derOf<i2d_X509>(sk_X509_value(stack, i)));
    sk_X509_pop_free(stack, X509_free);
    return certificates;
}

base::Result<void> collect(Proofs& proofs, const std::vector<base::Bytes>& chain,
                           ports::Revocation& revocation, std::optional<base::Timestamp> notBefore) {
    if (chain.size() < 2)
        return base::fail(codes::revocationUnknown, "the issuer's certificate is not at hand");
    proofs.certificates.insert(chain.begin(), chain.end());
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const auto answer = i == 0 && notBefore ? revocation.askAfter(chain[i], chain[i + 1], *notBefore)
                                                : revocation.ask(chain[i], chain[i + 1]);
        if (!answer)
            return base::fail(answer.error());
        if (answer->state == ports::RevocationState::Revoked)
            return base::fail(codes::revoked, "",
                              answer->revokedAt ? base::toRfc3339(*answer->revokedAt) : std::string());
        if (answer->state != ports::RevocationState::Good)
            return base::fail(codes::revocationUnknown, "the service does not know the certificate");
        (answer->source == ports::RevocationSource::Ocsp ? proofs.ocspResponses : proofs.crls)
            .insert(answer->proof);
    }
    return {};
}

base::Result<std::string> storeProofs(Document& document, const Proofs& proofs) {
    auto catalog = document.catalog();
    const auto* root = entryOf(document.trailer(), "Root").as<Reference>();
    if (!catalog || !root)
        return base::fail(codes::damaged, "no catalogue");
    const auto before = document.entry(*catalog, "DSS");
    if (!before)
        return base::fail(before.error());
    auto entries = before->as<Dictionary>() ? *before->as<Dictionary>() : Dictionary{};
    Increment increment(document);
    for (const auto& [key, values] : {std::pair{"Certs", &proofs.certificates},
                                      {"OCSPs", &proofs.ocspResponses},
                                      {"CRLs", &proofs.crls}}) {
        if (values->empty())
            continue;
        auto list = store(document, increment, entries, key, *values);
        if (!list)
            return base::fail(list.error());
        entries[key] = std::move(*list);
    }
    if (const auto* own = entryOf(*catalog, "DSS").as<Reference>()) {
        increment.set(*own, entries);
    } else {
        (*catalog)["DSS"] = increment.add(entries);
        increment.set(*root, *catalog);
    }
    return increment.write().bytes;
}

} // namespace vienlogs::pdf
