// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "vienlogs/base/identifier.h"
#include "vienlogs/domain/clients/names.h"

namespace vienlogs::domain::clients {

/// How surely it is known who the client is; each level includes those before it. Never rounded up.
enum class IdentityLevel {
    None,             ///< Nobody is identified.
    DocumentSeen,     ///< The clerk compared an identity document.
    CardPresent,      ///< A card with these data lies in the client's reader.
    CertificateValid, ///< Its certificate was issued by a trusted authority and is in date.
    PinProved,        ///< The holder proved by PIN that the card is theirs.
};

/// The ground on which somebody acts in this contact; stored with every act.
enum class LegalBasis {
    InPersonAuthorisation, ///< Clerk as e-assistant on the client's authorisation given in person.
    PhoneAuthentication,   ///< Operator on suitable authentication by phone.
    OwnAct,                ///< The client acts alone (kiosk, portal).
};

/// For whom the client acts.
struct ActingFor {
    enum class Kind { Self, MinorChild, Company, OtherPerson } kind = Kind::Self;
    std::optional<base::Identifier> represented; ///< Nothing for Self.
    std::string name;                            ///< Empty for Self.
    friend bool operator==(const ActingFor&, const ActingFor&) = default;
};

/// Who stands at the desk; names as the card or the document has them.
struct Client {
    base::Identifier identifier;
    std::string givenName;
    std::string familyName;
    /// As people write it.
    [[nodiscard]] std::string shownName() const {
        return properCase(givenName) + " " + properCase(familyName);
    }
    friend bool operator==(const Client&, const Client&) = default;
};

/// Names on the wire and in the audit: "pin-proved", "minor-child", …; nothing for an unknown name.
[[nodiscard]] std::string_view nameOf(IdentityLevel level);
[[nodiscard]] std::string_view nameOf(LegalBasis basis);
[[nodiscard]] std::string_view nameOf(ActingFor::Kind kind);
[[nodiscard]] std::optional<IdentityLevel> identityLevelFrom(std::string_view name);
[[nodiscard]] std::optional<LegalBasis> legalBasisFrom(std::string_view name);
[[nodiscard]] std::optional<ActingFor::Kind> actingForFrom(std::string_view name);

} // namespace vienlogs::domain::clients
