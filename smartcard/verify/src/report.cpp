// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/verify/report.h"

#include <algorithm>

namespace vienlogs::verify {

std::optional<Level> SignatureReport::level() const {
    std::optional<Level> highest;
    for (const auto& result : levels) {
        if (!result.reached)
            break;
        highest = result.level;
    }
    return highest;
}

bool ValidationReport::valid() const {
    return !signatures.empty() && std::all_of(signatures.begin(), signatures.end(),
                                              [](const SignatureReport& each) { return each.valid(); });
}

const char* nameOf(Indication indication) {
    switch (indication) {
    case Indication::TotalPassed:
        return "TOTAL-PASSED";
    case Indication::Indeterminate:
        return "INDETERMINATE";
    case Indication::TotalFailed:
        break;
    }
    return "TOTAL-FAILED";
}

const char* nameOf(SubIndication sub) {
    switch (sub) {
    case SubIndication::None:
        return "";
    case SubIndication::FormatFailure:
        return "FORMAT_FAILURE";
    case SubIndication::HashFailure:
        return "HASH_FAILURE";
    case SubIndication::SigCryptoFailure:
        return "SIG_CRYPTO_FAILURE";
    case SubIndication::Expired:
        return "EXPIRED";
    case SubIndication::NotYetValid:
        return "NOT_YET_VALID";
    case SubIndication::SigConstraintsFailure:
        return "SIG_CONSTRAINTS_FAILURE";
    case SubIndication::ChainConstraintsFailure:
        return "CHAIN_CONSTRAINTS_FAILURE";
    case SubIndication::CryptoConstraintsFailure:
        return "CRYPTO_CONSTRAINTS_FAILURE";
    case SubIndication::NoSigningCertificateFound:
        return "NO_SIGNING_CERTIFICATE_FOUND";
    case SubIndication::NoCertificateChainFound:
        return "NO_CERTIFICATE_CHAIN_FOUND";
    case SubIndication::SignedDataNotFound:
        return "SIGNED_DATA_NOT_FOUND";
    case SubIndication::RevokedNoPoe:
        return "REVOKED_NO_POE";
    case SubIndication::RevokedCaNoPoe:
        return "REVOKED_CA_NO_POE";
    case SubIndication::OutOfBoundsNoPoe:
        return "OUT_OF_BOUNDS_NO_POE";
    case SubIndication::OutOfBoundsNotRevoked:
        return "OUT_OF_BOUNDS_NOT_REVOKED";
    case SubIndication::TryLater:
        break;
    }
    return "TRY_LATER";
}

const char* nameOf(Level level) {
    return level == Level::B ? "B" : level == Level::T ? "T" : "LT";
}

} // namespace vienlogs::verify
