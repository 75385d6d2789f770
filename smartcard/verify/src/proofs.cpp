// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "proofs.h"

#include <algorithm>

#include "certificate_facts.h"
#include "vienlogs/trust/crl.h"
#include "vienlogs/trust/ocsp.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t mostProofs = 32;
constexpr std::chrono::minutes clockSlack{5};

bool madeAfter(const ports::RevocationAnswer& answer, base::Timestamp at) {
    return answer.thisUpdate + clockSlack >= at;
}

bool stillGoodAt(const ports::RevocationAnswer& answer, base::Timestamp at) {
    return answer.nextUpdate && *answer.nextUpdate >= at;
}

bool revoked(const ports::RevocationAnswer& answer) {
    return answer.state == ports::RevocationState::Revoked;
}

} // namespace

std::vector<ports::RevocationAnswer> Proofs::embedded(const base::Bytes& certificate,
                                                      const base::Bytes& issuer) const {
    const trust::RevocationRules rules{.now = now_, .kept = true};
    std::vector<ports::RevocationAnswer> answers;
    for (std::size_t i = 0; i < std::min(mostProofs, evidence_.ocspResponses.size()); ++i)
        if (auto answer = trust::checkOcsp(evidence_.ocspResponses[i], certificate, issuer, rules))
            answers.push_back(std::move(*answer));
    for (std::size_t i = 0; i < std::min(mostProofs, evidence_.crls.size()); ++i)
        if (auto answer = trust::checkCrl(evidence_.crls[i], certificate, issuer, rules))
            answers.push_back(std::move(*answer));
    return answers;
}

base::Result<RevocationData> Proofs::lookUp(const base::Bytes& certificate, const base::Bytes& issuer,
                                            base::Timestamp at) const {
    const auto answers = embedded(certificate, issuer);
    const auto goodWhere = [&](bool (*fits)(const ports::RevocationAnswer&, base::Timestamp)) {
        return std::find_if(answers.begin(), answers.end(), [&](const auto& answer) {
            return answer.state == ports::RevocationState::Good && fits(answer, at);
        });
    };
    const auto key = fingerprint(certificate);
    // A proof that speaks against the signer counts whenever it was made.
    auto found = std::find_if(answers.begin(), answers.end(), revoked);
    if (found == answers.end())
        found = goodWhere(madeAfter);
    if (found != answers.end())
        return RevocationData{key, *found, true};
    auto asked = revocation_ ? revocation_->ask(certificate, issuer)
                             : base::fail(codes::revocationUnknown, "nobody may be asked");
    if (asked)
        return RevocationData{key, std::move(*asked), false};
    // Who signs with a revoked card could bring along what was said before it was revoked.
    if (found = goodWhere(stillGoodAt); found != answers.end())
        return RevocationData{key, *found, true};
    return base::fail(codes::revocationUnknown, asked.error().detail);
}

const ports::RevocationAnswer* Proofs::wordOn(const base::Bytes& certificate) const {
    const auto found = std::ranges::find(used_, fingerprint(certificate), &RevocationData::certificate);
    return found == used_.end() ? nullptr : &found->answer;
}

base::Result<std::optional<ports::RevocationAnswer>>
Proofs::revokedAt(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp at) {
    const auto key = fingerprint(certificate);
    auto known = std::find_if(used_.begin(), used_.end(),
                              [&](const RevocationData& word) { return word.certificate == key; });
    if (known == used_.end()) {
        auto word = lookUp(certificate, issuer, at);
        if (!word)
            return base::fail(std::move(word.error()));
        known = used_.insert(used_.end(), std::move(*word));
    }
    const auto& answer = known->answer;
    if (revoked(answer))
        return answer.revokedAt && *answer.revokedAt > at ? std::nullopt : std::optional(answer);
    if (answer.state == ports::RevocationState::Unknown)
        return base::fail(codes::revocationUnknown, "the issuer does not know the certificate");
    return std::optional<ports::RevocationAnswer>{};
}

} // namespace vienlogs::verify
