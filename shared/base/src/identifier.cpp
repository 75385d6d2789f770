// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/identifier.h"

#include <algorithm>
#include <array>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::base {

namespace {

constexpr std::array<std::pair<Scheme, std::string_view>, 5> prefixes{{{Scheme::PersonalCode, "PNO"},
                                                                       {Scheme::Passport, "PAS"},
                                                                       {Scheme::IdentityCard, "IDC"},
                                                                       {Scheme::TaxNumber, "TIN"},
                                                                       {Scheme::EnterpriseCode, "NTR"}}};

std::string_view prefixOf(Scheme scheme) {
    return std::find_if(prefixes.begin(), prefixes.end(), [&](const auto& p) { return p.first == scheme; })
        ->second;
}

bool allDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isNewForm(std::string_view digits) {
    return digits[0] == '3' && digits[1] >= '2';
}

std::optional<std::chrono::year_month_day> birthDateOf(std::string_view digits) {
    using namespace std::chrono;
    const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
    const int century = digits[6] - '0';
    if (century > 2)
        return std::nullopt;
    const year_month_day date{year(1800 + century * 100 + two(4)), month(unsigned(two(2))),
                              day(unsigned(two(0)))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

bool checkDigitHolds(std::string_view digits) {
    constexpr std::array weights{1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (digits[i] - '0');
    return (1101 - sum) % 11 == digits[10] - '0';
}

std::string withoutHyphen(std::string_view text) {
    std::string digits(text);
    if (digits.size() == 12 && digits[6] == '-')
        digits.erase(6, 1);
    return digits;
}

} // namespace

Result<Identifier> Identifier::latvianPersonalCode(std::string_view text) {
    const auto digits = withoutHyphen(text);
    if (digits.size() != 11 || !allDigits(digits))
        return fail(codes::personalCodeWrong, "shape");
    if (!isNewForm(digits) && (!birthDateOf(digits) || !checkDigitHolds(digits)))
        return fail(codes::personalCodeWrong, "date or check digit");
    return Identifier(Scheme::PersonalCode, "LV", digits.substr(0, 6) + "-" + digits.substr(6));
}

Result<Identifier> Identifier::latvianEnterprise(std::string_view text) {
    const bool leads = !text.empty() && (text[0] == '4' || text[0] == '5' || text[0] == '9');
    if (text.size() != 11 || !allDigits(text) || !leads)
        return fail(codes::invalidArgument, "registration number");
    return Identifier(Scheme::EnterpriseCode, "LV", std::string(text));
}

Result<Identifier> Identifier::of(Scheme scheme, std::string_view country, std::string_view value) {
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (country.size() != 2 || !isUpper(country[0]) || !isUpper(country[1]))
        return fail(codes::invalidArgument, "country of an identifier");
    if (scheme == Scheme::PersonalCode && country == "LV")
        return latvianPersonalCode(value);
    if (scheme == Scheme::EnterpriseCode && country == "LV")
        return latvianEnterprise(value);
    const bool printable =
        std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (value.empty() || value.size() > 64 || !printable)
        return fail(codes::invalidArgument, "value of an identifier");
    return Identifier(scheme, std::string(country), std::string(value));
}

Result<Identifier> Identifier::parse(std::string_view text) {
    if (text.size() < 7 || text[5] != '-')
        return fail(codes::invalidArgument, "identifier");
    for (const auto& [scheme, prefix] : prefixes)
        if (text.substr(0, 3) == prefix)
            return of(scheme, text.substr(3, 2), text.substr(6));
    return fail(codes::invalidArgument, "scheme of an identifier");
}

std::string Identifier::toString() const {
    return std::string(prefixOf(scheme_)) + country_ + "-" + value_;
}

std::optional<std::chrono::year_month_day> Identifier::birthDate() const {
    if (scheme_ != Scheme::PersonalCode || country_ != "LV")
        return std::nullopt;
    const auto digits = withoutHyphen(value_);
    return isNewForm(digits) ? std::nullopt : birthDateOf(digits);
}

} // namespace vienlogs::base
