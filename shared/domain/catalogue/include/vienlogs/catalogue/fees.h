// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/failure.h"
#include "vienlogs/base/result.h"
#include "vienlogs/catalogue/public_service.h"

namespace vienlogs::catalogue {

namespace codes {
inline constexpr base::FailureCode feeNotOffered{"VL-FORM-0034"}; ///< No such price here, or no proof of it.
} // namespace codes

/// Which price of a service was chosen at a desk, and what proved that it holds for this client.
struct FeeChoice {
    std::string costId;
    std::string proofId; ///< Empty for a price that holds for everybody.
    friend bool operator==(const FeeChoice&, const FeeChoice&) = default;
};

/// A fee in the words an invoice gives it.
struct Fee {
    FeeChoice choice;
    base::Money amount;
    base::LocalizedText label;
    std::string urgency;
    std::string legalBasis; ///< Act and article, in Latvian.
    base::LocalizedText ground;
    base::LocalizedText proof;
};

/// The first price for everybody in a channel; nothing for a service that has no prices there.
[[nodiscard]] std::optional<FeeChoice> usualFee(const PublicService& service, Channel channel);

/// What a choice costs; desk and server use this same rule. VL-FORM-0034 when the service does not offer the
/// price in the channel, a relief is not proved by one of its proofs, or a proof is named without a relief.
[[nodiscard]] base::Result<Fee> feeFor(const PublicService& service, Channel channel,
                                       const FeeChoice& choice);

} // namespace vienlogs::catalogue
