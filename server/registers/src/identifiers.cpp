// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "identifiers.h"

#include <array>
#include <cstdio>

namespace vienlogs::registers {

namespace {

/// Ten digits without the check digit, which not every serial number has.
std::string withCheckDigit(const std::string& ten) {
    constexpr std::array weights{1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += weights[i] * (ten[i] - '0');
    const int check = (1101 - sum) % 11;
    return check == 10 ? std::string() : ten + std::to_string(check);
}

std::string dayMonthYear(Date birth) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02u%02u%02d", static_cast<unsigned>(birth.day()),
                  static_cast<unsigned>(birth.month()), static_cast<int>(birth.year()) % 100);
    return text.data();
}

} // namespace

template<typename Make>
base::Identifier IdentifierMaker::unused(Make make) {
    while (true) {
        base::Result<base::Identifier> made = make();
        if (made && used_.insert(made->toString()).second)
            return *made;
    }
}

std::string IdentifierMaker::digits(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + random_.below(10));
    return text;
}

base::Identifier IdentifierMaker::personalCode(Date birth, bool newForm) {
    return unused([&] {
        if (newForm)
            return base::Identifier::latvianPersonalCode("3" + std::to_string(random_.between(2, 9)) +
                                                         digits(9));
        const int century = static_cast<int>(birth.year()) / 100 - 18;
        return base::Identifier::latvianPersonalCode(
            withCheckDigit(dayMonthYear(birth) + std::to_string(century) + digits(3)));
    });
}

base::Identifier IdentifierMaker::passport(const std::string& country) {
    return unused([&] {
        const std::string letter(1, static_cast<char>('A' + random_.below(26)));
        return base::Identifier::of(base::Scheme::Passport, country, letter + digits(7));
    });
}

base::Identifier IdentifierMaker::enterprise(const std::string& prefix) {
    return unused([&] { return base::Identifier::latvianEnterprise(prefix + digits(6)); });
}

} // namespace vienlogs::registers
