// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vienlogs/base/clock.h"
#include "vienlogs/forms/form_failures.h"

namespace vienlogs::forms {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

std::string without(std::string_view text, std::string_view left) {
    std::string kept;
    for (const char c : text)
        if (left.find(c) == std::string_view::npos)
            kept.push_back(c);
    return kept;
}

/// Length of the UTF-8 sequence a lead byte begins; 0 when it begins none.
std::size_t sequenceLength(unsigned char lead) {
    return lead < 0x80                   ? 1
           : lead >= 0xC2 && lead < 0xE0 ? 2
           : lead >= 0xE0 && lead < 0xF0 ? 3
           : lead >= 0xF0 && lead < 0xF5 ? 4
                                         : 0;
}

bool wellFormed(std::string_view sequence) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
    for (std::size_t i = 1; i < sequence.size(); ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return false;
    // Overlong forms, surrogates and what lies beyond U+10FFFF are refused by the second byte (RFC 3629).
    return !(byte(0) == 0xE0 && byte(1) < 0xA0) && !(byte(0) == 0xED && byte(1) > 0x9F) &&
           !(byte(0) == 0xF0 && byte(1) < 0x90) && !(byte(0) == 0xF4 && byte(1) > 0x8F);
}

/// ISO 7064 mod 97-10 over letters and digits, the first four moved to the end.
bool ibanHolds(std::string_view iban) {
    int rest = 0;
    const auto turned = std::string(iban.substr(4)) + std::string(iban.substr(0, 4));
    for (const char c : turned)
        rest = digit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    return rest == 1;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto from = text.find_first_not_of(spaces);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(spaces) - from + 1);
}

bool cleanText(std::string_view text, bool lines) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto length = sequenceLength(lead);
        if (length == 0 || i + length > text.size() || (length > 1 && !wellFormed(text.substr(i, length))))
            return false;
        if ((lead < 0x20 && !(lines && (lead == '\n' || lead == '\t'))) || lead == 0x7F)
            return false;
        i += length;
    }
    return true;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

base::Result<std::string> phoneFrom(std::string_view text) {
    auto number = without(text, " ()-/\xC2\xA0");
    if (number.starts_with("00"))
        number = "+" + number.substr(2);
    if (number.size() == 8 && allDigits(number) && (number[0] == '2' || number[0] == '6' || number[0] == '8'))
        return "+371" + number;
    const bool international = number.starts_with('+') && allDigits(std::string_view(number).substr(1)) &&
                               number[1] != '0' && number.size() >= 8 && number.size() <= 16;
    if (!international || (number.starts_with("+371") && number.size() != 12))
        return base::fail(codes::phoneWrong);
    return number;
}

base::Result<std::string> ibanFrom(std::string_view text) {
    auto iban = without(text, " \xC2\xA0");
    std::transform(iban.begin(), iban.end(), iban.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool shape = iban.size() >= 15 && iban.size() <= 34 && letter(iban[0]) && letter(iban[1]) &&
                       digit(iban[2]) && digit(iban[3]) &&
                       std::all_of(iban.begin(), iban.end(), [&](char c) { return letter(c) || digit(c); });
    if (!shape || (iban.starts_with("LV") && iban.size() != 21) || !ibanHolds(iban))
        return base::fail(codes::ibanWrong);
    return iban;
}

base::Result<std::string> emailFrom(std::string_view text) {
    const auto at = text.find('@');
    const bool shape = text.size() <= 254 && at != std::string_view::npos && at > 0 &&
                       at == text.rfind('@') && text.find_first_of(" \t,;<>()\"\\") == std::string_view::npos;
    const auto host = shape ? text.substr(at + 1) : std::string_view();
    const auto dot = host.rfind('.');
    if (!shape || dot == std::string_view::npos || dot == 0 || host.size() - dot < 3 ||
        host.starts_with('.') || host.find("..") != std::string_view::npos)
        return base::fail(codes::emailWrong);
    return std::string(text);
}

base::Result<std::string> dateFrom(std::string_view text) {
    std::array<std::string, 3> parts; // day, month, year
    if (text.size() == 8 && allDigits(text)) {
        parts = {std::string(text.substr(0, 2)), std::string(text.substr(2, 2)), std::string(text.substr(4))};
    } else if (text.size() == 10 && text[4] == '-') {
        parts = {std::string(text.substr(8)), std::string(text.substr(5, 2)), std::string(text.substr(0, 4))};
    } else {
        std::size_t part = 0;
        for (const char c : text.ends_with('.') ? text.substr(0, text.size() - 1) : text) {
            if (digit(c))
                parts[part].push_back(c);
            else if ((c == '.' || c == '/') && part < 2)
                ++part;
            else if (c != ' ')
                return base::fail(codes::notADate);
        }
    }
    for (std::size_t i = 0; i < 2; ++i)
        if (parts[i].size() == 1)
            parts[i].insert(0, "0");
    const auto iso = parts[2] + "-" + parts[1] + "-" + parts[0];
    if (!base::dateFromIso(iso))
        return base::fail(codes::notADate);
    return iso;
}

} // namespace vienlogs::forms
