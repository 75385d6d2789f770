// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/clock.h"
#include "vienlogs/verify/report.h"

namespace vienlogs::verify {

/// Whom a validation believes and whom it may ask. All that is pointed to must live longer; what is null is
/// not asked, and the report says so.
struct Trust {
    std::vector<base::Bytes> issuers;    ///< DER of authorities that issue signing certificates.
    std::vector<base::Bytes> stampRoots; ///< DER of authorities of time stamp services.
    ports::Revocation* revocation = nullptr;
    ports::TrustedList* trustedList = nullptr;
};

/// A time stamp token that came with a signature, and the bytes it must be over.
struct StampEvidence {
    base::Bytes token;
    base::Bytes covered;
};

/// What a signature brings along for the judgement of who signed and when, whatever its format. At most 64
/// certificates, 32 proofs and 8 time stamps are looked at.
struct Evidence {
    base::Bytes signer;                    ///< DER of the signer's certificate.
    std::vector<base::Bytes> certificates; ///< DER, any others.
    std::vector<base::Bytes> ocspResponses;
    std::vector<base::Bytes> crls;
    std::vector<StampEvidence> timeStamps; ///< Over the signature.
};

/// Fails a check and lowers the indication; the first deciding reason stays first, and TOTAL-FAILED stays.
void fail(SignatureReport& report, Check check, Indication indication, SubIndication sub);

/// Judges the second half of a validation (ETSI EN 319 102-1, sections 5.2.6 to 5.5): time stamps, chain,
/// purpose, revocation as of the best known time of signing, levels, the trusted list. The first half, that
/// the signature fits its text, is the format's question and is already in the report.
class Judge {
public:
    explicit Judge(Trust trust) : trust_(std::move(trust)) {}
    /// `report.claimedAt` and all failed checks so far must be filled in. Level B is reached when no check
    /// failed so far.
    void judge(const Evidence& evidence, base::Timestamp now, SignatureReport& report) const;

private:
    Trust trust_;
};

} // namespace vienlogs::verify
