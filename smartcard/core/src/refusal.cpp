// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "refusal.h"

#include <openssl/x509.h>

#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "vienlogs/card/failures.h"

namespace vienlogs::card {

namespace {

struct KnownCard {
    std::string_view answerToReset; ///< Hexadecimal digits.
    std::string_view country;
};

/// Identity cards of other countries that have none of our applications. Newer Estonian cards have them, and
/// are known by their certificate.
constexpr std::array<KnownCard, 4> knownCards{{
    {"3bfe1800008031fe454573744549442076657220312e30a8", "EE"},
    {"3bfe1800008031fe45803180664090a4162a00830f9000ef", "EE"},
    {"3bfa1800008031fe45fe654944202f20504b4903", "EE"},
    {"3b9813400aa503010101ad1311", "BE"},
}};

std::string attributeOf(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    const auto* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at));
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            std::size_t(ASN1_STRING_length(text))};
}

/// Authorities mark what they issue for tests by this word, in capitals.
bool hasTestMark(std::string_view name) {
    constexpr std::string_view mark = "TEST";
    const auto letter = [&](std::size_t at) {
        return at < name.size() && std::isalnum(static_cast<unsigned char>(name[at])) != 0;
    };
    for (auto at = name.find(mark); at != std::string_view::npos; at = name.find(mark, at + 1))
        if (!(at > 0 && letter(at - 1)) && !letter(at + mark.size()))
            return true;
    return false;
}

bool isCountry(std::string_view code) {
    return code.size() == 2 && std::isupper(static_cast<unsigned char>(code[0])) &&
           std::isupper(static_cast<unsigned char>(code[1]));
}

} // namespace

base::Failure refusalOf(X509* certificate, const std::string& why) {
    const auto* issuer = X509_get_issuer_name(certificate);
    if (hasTestMark(attributeOf(issuer, NID_commonName)))
        return {codes::testCard, why, {}};
    const auto country = attributeOf(issuer, NID_countryName);
    if (isCountry(country) && country != "LV")
        return {codes::foreignCard, why, country};
    return {codes::unknownIssuer, why, {}};
}

base::Failure refusalOf(const base::Bytes& answerToReset, base::Failure otherwise) {
    const auto digits = base::toHex(answerToReset);
    for (const auto& known : knownCards)
        if (digits == known.answerToReset)
            return {codes::foreignCard, otherwise.detail, std::string(known.country)};
    return otherwise;
}

} // namespace vienlogs::card
