// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/domain/clients/client.h"

namespace vienlogs::domain::clients {

/// What is known of who the client is, each fact by itself and since when; so that nobody has to guess what a
/// level stands for.
struct IdentityEvidence {
    std::optional<base::Timestamp> documentSeen; ///< The clerk compared an identity document, no card.
    std::optional<base::Timestamp> cardRead;     ///< A trusted authority issued it and it is in date.
    std::optional<base::Timestamp> notRevoked;   ///< The moment of which the issuer said so.
    std::string saidBy;                          ///< "ocsp" or "crl"; empty until it did.
    bool revoked = false;                        ///< The issuer said that it is.
    std::optional<base::Timestamp> pinProved;    ///< The card signed a challenge after its holder's PIN1.
    std::optional<base::Timestamp> photoChecked; ///< The clerk compared the photo with the person.
    friend bool operator==(const IdentityEvidence&, const IdentityEvidence&) = default;
};

/// The level that all of it comes to. Each level has all of those of a card before it: a PIN proves nothing
/// more while it is not known whether the card was revoked. A revoked card is none.
[[nodiscard]] IdentityLevel levelOf(const IdentityEvidence& evidence);

/// Both together; what was known before keeps its time.
[[nodiscard]] IdentityEvidence joined(const IdentityEvidence& before, const IdentityEvidence& more);

/// For the audit: "card, ocsp 2026-11-23T10:42:00.000Z, pin, photo"; "card, not confirmed, pin".
[[nodiscard]] std::string describe(const IdentityEvidence& evidence);

} // namespace vienlogs::domain::clients
