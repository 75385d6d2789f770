// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// The part of a judgement that is about trust services: time stamps and the trusted list.
#include <algorithm>
#include <set>

#include "judgement.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t mostStamps = 8;
constexpr std::chrono::minutes clockSlack{5};
using Status = ports::TrustListing::Status;

/// Whether stamps of before the revocation fall, too (RFC 3161, section 4, items 1 and 2): unless the issuer
/// says that the service only ended, somebody else may have its key and write what time he likes.
bool takesEarlierStampsAlong(const ports::RevocationAnswer& answer) {
    static const std::set<std::string> harmless{"unspecified", "affiliationChanged", "superseded",
                                                "cessationOfOperation"};
    return answer.state == ports::RevocationState::Revoked && !harmless.contains(answer.reason);
}

} // namespace

void Judgement::judgeStamps() {
    for (std::size_t i = 0; i < std::min(mostStamps, evidence_.timeStamps.size()); ++i) {
        const auto& evidence = evidence_.timeStamps[i];
        TimeStampData data;
        const auto stamp = readStamp(evidence.token, others_);
        auto holds = stamp ? judgeStamp(evidence, *stamp, data) : base::fail(stamp.error());
        data.holds = holds.has_value();
        if (holds) {
            pass(CheckKind::TimeStamp, data.service);
            report_.provedAt = std::min(report_.provedAt.value_or(stamp->at), stamp->at);
        } else {
            // A stamp that does not hold proves nothing, but takes nothing away either: EN 319 102-1, 5.5.4.
            stampReasons_.push_back(holds.error());
            note(CheckKind::TimeStamp, data.service, std::move(holds.error()));
        }
        report_.timeStamps.push_back(std::move(data));
    }
}

base::Result<void> Judgement::judgeStamp(const StampEvidence& evidence, const Stamp& stamp,
                                         TimeStampData& data) {
    data.at = stamp.at;
    data.service = factsOf(stamp.certificate).value_or(CertificateFacts{}).name;
    auto anchors = trust_.stampRoots;
    if (trust_.trustedList && !stamp.certificate.empty())
        if (const auto listing = trust_.trustedList->about(stamp.certificate, stamp.at);
            listing && listing->status == Status::Granted && listing->qualifiedTimeStamps) {
            data.qualified = true;
            anchors.push_back(listing->serviceCertificate);
        }
    auto holds = stamp.at > now_ + clockSlack
                     ? base::fail(codes::stampWrong, "a time to come", base::toRfc3339(stamp.at))
                     : checkStamp(evidence, stamp, others_, anchors);
    if (holds)
        judgeStampRevocation(stamp, anchors, holds);
    data.qualified = data.qualified && holds;
    return holds;
}

void Judgement::judgeStampRevocation(const Stamp& stamp, const std::vector<base::Bytes>& anchors,
                                     base::Result<void>& holds) {
    auto others = stamp.certificates;
    others.insert(others.end(), others_.begin(), others_.end());
    const auto chain = chainOf(stamp.certificate, others, anchors, stamp.at);
    if (chain.certificates.empty())
        holds = base::fail(codes::stampWrong, chain.why, chain.why);
    if (chain.certificates.size() < 2)
        return; // the service's own certificate is the anchor
    const auto name = factsOf(stamp.certificate).value_or(CertificateFacts{}).name;
    const auto word = proofs_.revokedAt(stamp.certificate, chain.certificates[1], stamp.at);
    if (!word)
        note(CheckKind::StampRevocation, name, word.error());
    else if (const auto& said = *proofs_.wordOn(stamp.certificate); *word || takesEarlierStampsAlong(said))
        holds = base::fail(codes::stampWrong, "its service's certificate was revoked", said.reason);
    else
        pass(CheckKind::StampRevocation, name);
}

void Judgement::askList(const CertificateFacts& facts) {
    if (!trust_.trustedList) {
        listReasons_.push_back({codes::listNotAsked, "no list is set up"});
        return;
    }
    auto listing = trust_.trustedList->about(evidence_.signer, bestTime());
    if (!listing) {
        listReasons_.push_back({codes::listNotAsked, listing.error().detail});
        return note(CheckKind::TrustedListing, facts.issuerName, listReasons_.back());
    }
    const bool granted = listing->status == Status::Granted &&
                         (facts.seal ? listing->qualifiedForSeals : listing->qualifiedForSignatures);
    if (granted) {
        pass(CheckKind::TrustedListing, listing->service);
    } else {
        listReasons_.push_back(
            {codes::notListed, listing->status == Status::Withdrawn ? "withdrawn" : "not listed"});
        note(CheckKind::TrustedListing, facts.issuerName, listReasons_.back());
    }
    report_.qualified.listing = std::move(*listing);
}

/// Regulation (EU) 910/2014, articles 3(12) and 3(27): an advanced signature or seal that holds, a qualified
/// certificate of a listed service, a key in a qualified device.
void Judgement::judgeQualified(const CertificateFacts* facts) {
    auto& reasons = report_.qualified.reasons;
    reasons = report_.reasons;
    reasons.insert(reasons.end(), listReasons_.begin(), listReasons_.end());
    if (!facts)
        reasons.push_back({codes::noCertificate});
    else if (!facts->qualified || !facts->inDevice)
        reasons.push_back({codes::notQualified, facts->qualified ? "no device" : "no statement"});
    report_.qualified.yes = reasons.empty() && report_.valid() && report_.qualified.listing.has_value();
}

} // namespace vienlogs::verify
