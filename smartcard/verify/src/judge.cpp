// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/verify/judge.h"

#include <algorithm>

#include "certificate_facts.h"
#include "chain.h"
#include "judgement.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t mostCertificates = 64;

std::string dayOf(base::Timestamp time) {
    return base::toLatvianDate(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)));
}

std::string momentOf(base::Timestamp time) {
    return base::toRfc3339(time).substr(0, 19) + "Z";
}

LevelResult levelOf(Level level, std::vector<base::Failure> reasons) {
    return {level, reasons.empty(), std::move(reasons)};
}

} // namespace

void fail(SignatureReport& report, Check check, Indication indication, SubIndication sub) {
    check.outcome = Outcome::Failed;
    const bool worse = indication > report.indication;
    if (check.why)
        report.reasons.insert(worse ? report.reasons.begin() : report.reasons.end(), *check.why);
    if (worse) {
        report.indication = indication;
        report.sub = sub;
    }
    report.checks.push_back(std::move(check));
}

Judgement::Judgement(const Trust& trust, const Evidence& evidence, base::Timestamp now,
                     SignatureReport& report)
    : trust_(trust), evidence_(evidence), now_(now), report_(report),
      proofs_(evidence, trust.revocation, now), formatReasons_(report.reasons) {
    others_ = evidence.certificates;
    others_.resize(std::min(others_.size(), mostCertificates));
}

void Judgement::run() {
    const auto facts = factsOf(evidence_.signer);
    if (facts) {
        report_.seal = facts->seal;
        report_.signer = facts->name;
        report_.identifier = facts->identifier;
    }
    judgeStamps();
    if (facts) {
        askList(*facts);
        judgeTimes();
        judgePurpose(*facts);
        if (judgeChain(*facts))
            judgeRevocation();
    }
    judgeLevels();
    judgeQualified(facts ? &*facts : nullptr);
    describe();
}

base::Timestamp Judgement::bestTime() const {
    return report_.provedAt.value_or(now_);
}

void Judgement::pass(CheckKind kind, std::string about) {
    report_.checks.push_back({kind, Outcome::Passed, std::move(about), std::nullopt});
}

void Judgement::note(CheckKind kind, std::string about, base::Failure why) {
    report_.checks.push_back({kind, Outcome::Noted, std::move(about), std::move(why)});
}

void Judgement::judgeTimes() {
    constexpr std::chrono::minutes clockSlack{10};
    if (!report_.claimedAt || !report_.provedAt)
        return;
    if (*report_.claimedAt > *report_.provedAt + clockSlack)
        note(CheckKind::Times, {}, {codes::timesDiffer});
    else
        pass(CheckKind::Times, {});
}

void Judgement::judgePurpose(const CertificateFacts& facts) {
    if (facts.mayCommit)
        return pass(CheckKind::Purpose, facts.name);
    fail(report_,
         {CheckKind::Purpose, Outcome::Failed, facts.name, base::Failure{codes::wrongPurpose, "key usage"}},
         Indication::Indeterminate, SubIndication::ChainConstraintsFailure);
}

/// A certificate of the chain that is not valid at the best known time of signing. With a proved time it is
/// certain that the signature is too late or too early, without one it may have been made in time.
void Judgement::judgeDates(const CertificateFacts& facts) {
    const bool early = bestTime() < facts.data.validFrom;
    const base::Failure why{early ? codes::notYetValid : codes::expired,
                            {},
                            dayOf(early ? facts.data.validFrom : facts.data.validTo)};
    const bool certain = report_.provedAt && chain_.outOfBounds == 0;
    fail(report_, {CheckKind::Chain, Outcome::Failed, facts.name, why},
         certain ? Indication::TotalFailed : Indication::Indeterminate,
         !certain ? SubIndication::OutOfBoundsNoPoe
         : early  ? SubIndication::NotYetValid
                  : SubIndication::Expired);
}

bool Judgement::judgeChain(const CertificateFacts& facts) {
    auto anchors = trust_.issuers;
    if (const auto& listing = report_.qualified.listing;
        listing && listing->status == ports::TrustListing::Status::Granted &&
        (listing->qualifiedForSignatures || listing->qualifiedForSeals)) // not a time stamp service's issuer
        anchors.push_back(listing->serviceCertificate);
    chain_ = chainOf(evidence_.signer, others_, anchors, bestTime());
    switch (chain_.result) {
    case Chain::Result::Trusted:
        pass(CheckKind::Chain, facts.issuerName);
        return true;
    case Chain::Result::OutOfBounds:
        judgeDates(factsOf(chain_.certificates[chain_.outOfBounds]).value_or(facts));
        return true;
    case Chain::Result::Untrusted:
        fail(report_,
             {CheckKind::Chain, Outcome::Failed, facts.name,
              base::Failure{codes::unknownIssuer, chain_.why, facts.issuerName}},
             Indication::Indeterminate, SubIndication::NoCertificateChainFound);
    }
    return false;
}

void Judgement::judgeRevocation() {
    for (std::size_t i = 0; i + 1 < chain_.certificates.size(); ++i) {
        const auto& certificate = chain_.certificates[i];
        const auto name = factsOf(certificate).value_or(CertificateFacts{}).name;
        const auto word = proofs_.revokedAt(certificate, chain_.certificates[i + 1], bestTime());
        if (!word)
            fail(report_, {CheckKind::Revocation, Outcome::Failed, name, word.error()},
                 Indication::Indeterminate, SubIndication::TryLater);
        else if (*word)
            fail(report_,
                 {CheckKind::Revocation, Outcome::Failed, name,
                  base::Failure{codes::revoked, (*word)->reason,
                                momentOf((*word)->revokedAt.value_or((*word)->thisUpdate))}},
                 Indication::Indeterminate,
                 i == 0 ? SubIndication::RevokedNoPoe : SubIndication::RevokedCaNoPoe);
        else
            pass(CheckKind::Revocation, name);
    }
    // Expired, but known not to have been revoked: one doubt fewer (EN 319 102-1, table 6).
    const auto revocationPassed =
        std::none_of(report_.checks.begin(), report_.checks.end(), [](const Check& check) {
            return check.kind == CheckKind::Revocation && check.outcome == Outcome::Failed;
        });
    if (report_.sub == SubIndication::OutOfBoundsNoPoe && revocationPassed)
        report_.sub = SubIndication::OutOfBoundsNotRevoked;
}

void Judgement::judgeLevels() {
    report_.levels.clear();
    report_.levels.push_back(levelOf(Level::B, formatReasons_));
    auto stamped = report_.provedAt ? std::vector<base::Failure>{} : stampReasons_;
    if (!report_.provedAt && stamped.empty())
        stamped.push_back({codes::noStamp});
    report_.levels.push_back(levelOf(Level::T, std::move(stamped)));
    report_.levels.push_back(levelOf(Level::LT, missingProofs()));
}

/// What a check many years from now would have to ask for (ETSI EN 319 132-1, table 2): every certificate up
/// to the anchor, and for each a proof that came along and speaks of the time of signing.
std::vector<base::Failure> Judgement::missingProofs() const {
    std::vector<base::Failure> missing;
    const auto lacks = [&](const std::string& what) { missing.push_back({codes::noProofs, what, what}); };
    if (chain_.certificates.empty())
        lacks("X.509");
    for (std::size_t i = 0; i + 1 < chain_.certificates.size(); ++i) {
        const auto& certificate = chain_.certificates[i];
        const auto facts = factsOf(certificate).value_or(CertificateFacts{});
        if (i > 0 && std::find(others_.begin(), others_.end(), certificate) == others_.end())
            lacks(facts.name);
        const auto& used = proofs_.used();
        const bool proved = std::any_of(used.begin(), used.end(), [&](const RevocationData& word) {
            return word.embedded && word.certificate == facts.data.sha256;
        });
        if (!proved)
            lacks("OCSP/CRL: " + facts.name);
    }
    return missing;
}

void Judgement::describe() {
    for (const auto& certificate : chain_.certificates)
        if (auto facts = factsOf(certificate))
            report_.chain.push_back(std::move(facts->data));
    if (report_.chain.empty())
        if (auto facts = factsOf(evidence_.signer))
            report_.chain.push_back(std::move(facts->data));
    for (const auto& certificate : others_) {
        auto facts = factsOf(certificate);
        const auto same = [&](const CertificateData& other) {
            return facts && other.sha256 == facts->data.sha256;
        };
        const auto in = [&](const auto& list) { return std::any_of(list.begin(), list.end(), same); };
        if (facts && !in(report_.chain) && !in(report_.otherCertificates))
            report_.otherCertificates.push_back(std::move(facts->data));
    }
    report_.revocation = proofs_.used();
}

void Judge::judge(const Evidence& evidence, base::Timestamp now, SignatureReport& report) const {
    Judgement(trust_, evidence, now, report).run();
}

} // namespace vienlogs::verify
