// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

namespace vienlogs::base {

/// What kind of number identifies somebody; the prefixes of ETSI EN 319 412-1, section 5.1.3 and 5.1.4.
enum class Scheme {
    PersonalCode,   ///< PNO: national personal number
    Passport,       ///< PAS
    IdentityCard,   ///< IDC
    TaxNumber,      ///< TIN
    EnterpriseCode, ///< NTR: national trade register
};

/// Whom a record is about: a scheme, the issuing country (ISO 3166-1 alpha-2) and the value; never a bare
/// string, because some people (foreigners, also from outside the EU) have no Latvian personal code.
class Identifier {
public:
    /// Nobody; what a record holds before it is filled.
    Identifier() = default;
    /// A personal code of Latvia, "010181-15098" or "01018115098". In the old form date and check digit must
    /// hold; in the form issued since 2017-07-01 (first digit 3, second 2-9) the rest is random and only the
    /// shape is checked.
    [[nodiscard]] static Result<Identifier> latvianPersonalCode(std::string_view text);
    /// A registration number of the Latvian Enterprise Register: 11 digits, first digit 4, 5 or 9.
    [[nodiscard]] static Result<Identifier> latvianEnterprise(std::string_view text);
    /// Any other: the value is kept as it is, 1 to 64 printable characters.
    [[nodiscard]] static Result<Identifier> of(Scheme scheme, std::string_view country,
                                               std::string_view value);
    /// Reads the form of a certificate's serialNumber, "PNOLV-010181-15098", as toString() writes it.
    [[nodiscard]] static Result<Identifier> parse(std::string_view text);

    [[nodiscard]] Scheme scheme() const { return scheme_; }
    [[nodiscard]] const std::string& country() const { return country_; }
    [[nodiscard]] const std::string& value() const { return value_; }
    /// "PNOLV-010181-15098".
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] bool isNobody() const { return value_.empty(); }
    [[nodiscard]] bool isPerson() const { return scheme_ != Scheme::EnterpriseCode; }
    /// Only an old Latvian personal code tells it.
    [[nodiscard]] std::optional<std::chrono::year_month_day> birthDate() const;

    friend auto operator<=>(const Identifier&, const Identifier&) = default;

private:
    Identifier(Scheme scheme, std::string country, std::string value)
        : scheme_(scheme), country_(std::move(country)), value_(std::move(value)) {}
    Scheme scheme_ = Scheme::PersonalCode;
    std::string country_;
    std::string value_;
};

} // namespace vienlogs::base
