// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "vienlogs/base/identifier.h"
#include "vienlogs/base/result.h"

namespace vienlogs::virtualcard {

/// An authority that is not the test's own; nobody trusts it.
struct ForeignIssuer {
    std::string commonName;
    std::string country; ///< ISO 3166-1, two letters.
};

/// Whose card it is, and the codes the card starts with.
struct Person {
    std::string givenName;
    std::string familyName;
    base::Identifier identifier;
    std::string pin1 = "1234";
    std::string pin2 = "123456";
    std::string puk = "12345678";
    std::optional<ForeignIssuer> issuer{}; ///< Who issued it, if not the test's own authority.
};

/// Reads a JSON file: givenName, familyName, and personalCode ("010181-15098") or identifier
/// ("PNOLV-010181-15098"); pin1, pin2 and puk where they differ from the usual; issuer
/// {commonName, country} for a card that another authority issued. VL-BASE-0005 or VL-BASE-0002 if that is
/// not what it holds.
[[nodiscard]] base::Result<Person> readPerson(const std::filesystem::path& file);

/// Capital letters, as certificates of eID cards write names; Latin letters with their Latvian marks.
[[nodiscard]] std::string inCapitals(const std::string& utf8);

} // namespace vienlogs::virtualcard
