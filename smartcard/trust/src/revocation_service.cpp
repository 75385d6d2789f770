// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/revocation_service.h"

#include <algorithm>

#include "vienlogs/digest/sha256.h"
#include "vienlogs/trust/failures.h"

namespace vienlogs::trust {

namespace {

constexpr std::size_t mostOcspBytes = 64 * 1024;
/// Any answer at all will do: none was made before 1970.
constexpr base::Timestamp anyTime{};

base::Bytes keyOf(const base::Bytes& certificate, const base::Bytes& issuer) {
    auto both = certificate;
    both.insert(both.end(), issuer.begin(), issuer.end());
    const auto hash =
        digest::sha256(std::string_view(reinterpret_cast<const char*>(both.data()), both.size()));
    return {hash.begin(), hash.end()};
}

/// The times of these answers are whole seconds.
base::Result<ports::RevocationAnswer> noSooner(base::Result<ports::RevocationAnswer> answer,
                                               base::Timestamp notBefore) {
    if (answer && answer->producedAt < std::chrono::floor<std::chrono::seconds>(notBefore))
        return base::fail(codes::refused, "older than asked for", "older than asked for");
    return answer;
}

} // namespace

RevocationService::RevocationService(ports::WebClient& web, const base::Clock& clock,
                                     RevocationSettings settings)
    : web_(web), clock_(clock), settings_(std::move(settings)) {}

RevocationRules RevocationService::rules() const {
    RevocationRules rules{clock_.now()};
    rules.nonceRequired = settings_.nonceRequired;
    rules.clockSlack = settings_.clockSlack;
    return rules;
}

RevocationService::Answer RevocationService::askOcspBy(CertIdHash hash, const std::string& url,
                                                       const base::Bytes& certificate,
                                                       const base::Bytes& issuer, base::Timestamp notBefore) {
    const auto question = askOcsp(certificate, issuer, hash);
    if (!question)
        return base::fail(question.error());
    const auto response = web_.post(url, "application/ocsp-request", question->der, mostOcspBytes);
    if (!response)
        return base::fail(codes::away, std::string(response.error().code.text));
    auto held = rules();
    held.nonce = question->nonce;
    return noSooner(checkOcsp(*response, certificate, issuer, held), notBefore);
}

RevocationService::Answer RevocationService::askResponder(const base::Bytes& certificate,
                                                          const base::Bytes& issuer,
                                                          base::Timestamp notBefore) {
    const auto url = settings_.ocspUrl.empty() ? ocspAddressOf(certificate) : settings_.ocspUrl;
    if (url.empty())
        return base::fail(codes::noAddress, "OCSP");
    auto answer = askOcspBy(CertIdHash::Sha256, url, certificate, issuer, notBefore);
    // A responder that does not know the hash says so, answers about nothing, or knows no such certificate.
    const bool unknown =
        answer ? answer->state == ports::RevocationState::Unknown : answer.error().code == codes::refused;
    if (unknown)
        answer = askOcspBy(CertIdHash::Sha1, url, certificate, issuer, notBefore);
    return answer;
}

RevocationService::Answer RevocationService::askCrl(const base::Bytes& certificate, const base::Bytes& issuer,
                                                    base::Timestamp notBefore) {
    const auto url = settings_.crlUrl.empty() ? crlAddressOf(certificate) : settings_.crlUrl;
    if (url.empty())
        return base::fail(codes::noAddress, "CRL");
    if (const auto known = notBefore == anyTime ? keptCrl(url) : std::nullopt)
        if (auto answer = checkCrl(*known, certificate, issuer, rules())) {
            answer->cached = true;
            return answer;
        }
    const auto crl = web_.get(url, mostCrlBytes);
    if (!crl)
        return base::fail(codes::away, std::string(crl.error().code.text));
    auto answer = noSooner(checkCrl(*crl, certificate, issuer, rules()), notBefore);
    if (answer && answer->nextUpdate)
        keepCrl(url, *crl, *answer->nextUpdate);
    return answer;
}

RevocationService::Answer RevocationService::askAll(const base::Bytes& certificate, const base::Bytes& issuer,
                                                    base::Timestamp notBefore) {
    auto first = askResponder(certificate, issuer, notBefore);
    if (first || first.error().code == codes::certificate)
        return first;
    auto second = askCrl(certificate, issuer, notBefore);
    if (second)
        return second;
    // Tell of what was tried, the responder before the list; that one had no address tells least.
    return first.error().code == codes::noAddress ? second : first;
}

RevocationService::Answer RevocationService::ask(const base::Bytes& certificate, const base::Bytes& issuer) {
    const auto key = keyOf(certificate, issuer);
    if (auto known = kept(key))
        return *std::move(known);
    auto answer = askAll(certificate, issuer, anyTime);
    if (answer)
        keep(key, *answer);
    return answer;
}

RevocationService::Answer RevocationService::askAfter(const base::Bytes& certificate,
                                                      const base::Bytes& issuer, base::Timestamp notBefore) {
    auto answer = askAll(certificate, issuer, notBefore);
    if (answer)
        keep(keyOf(certificate, issuer), *answer);
    return answer;
}

std::optional<ports::RevocationAnswer> RevocationService::kept(const base::Bytes& key) {
    const std::scoped_lock lock(mutex_);
    const auto at = std::ranges::find(kept_, key, &Kept::key);
    if (at == kept_.end())
        return {};
    if (*at->answer.nextUpdate < clock_.now()) {
        kept_.erase(at);
        return {};
    }
    auto answer = at->answer;
    answer.cached = true;
    return answer;
}

/// A CRL is kept once for all certificates, see keepCrl.
void RevocationService::keep(const base::Bytes& key, const ports::RevocationAnswer& answer) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(kept_, [&](const Kept& other) { return other.key == key; });
    if (answer.source != ports::RevocationSource::Ocsp || !answer.nextUpdate ||
        answer.state == ports::RevocationState::Unknown)
        return;
    kept_.push_front({key, answer});
    if (kept_.size() > settings_.mostKept)
        kept_.pop_back();
}

std::optional<base::Bytes> RevocationService::keptCrl(const std::string& url) {
    const std::scoped_lock lock(mutex_);
    const auto at = std::ranges::find(keptCrl_, url, &KeptCrl::url);
    if (at == keptCrl_.end() || at->nextUpdate < clock_.now())
        return {};
    return at->der;
}

void RevocationService::keepCrl(const std::string& url, const base::Bytes& der, base::Timestamp nextUpdate) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(keptCrl_, [&](const KeptCrl& other) { return other.url == url; });
    keptCrl_.push_front({url, der, nextUpdate});
    std::size_t total = 0;
    for (auto at = keptCrl_.begin(); at != keptCrl_.end();) {
        total += at->der.size();
        at = total > mostCrlBytes ? keptCrl_.erase(at) : std::next(at);
    }
}

} // namespace vienlogs::trust
