// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>

#include "random.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// Invents numbers that follow the rules of their scheme, none of them twice.
class IdentifierMaker {
public:
    explicit IdentifierMaker(Random& random) : random_(random) {}
    /// Marks a number as given, so that it is not invented again.
    void take(const base::Identifier& identifier) { used_.insert(identifier.toString()); }
    /// In the form with the birth date, or in the form given since 2017-07-01.
    [[nodiscard]] base::Identifier personalCode(Date birth, bool newForm);
    [[nodiscard]] base::Identifier passport(const std::string& country);
    /// A registration number that begins with the five digits.
    [[nodiscard]] base::Identifier enterprise(const std::string& prefix);

private:
    template<typename Make>
    base::Identifier unused(Make make);
    std::string digits(int count);

    Random& random_;
    std::set<std::string> used_;
};

} // namespace vienlogs::registers
