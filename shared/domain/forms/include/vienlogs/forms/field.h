// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "vienlogs/base/language.h"

namespace vienlogs::forms {

/// How a field is asked for; a renderer has one widget for each.
enum class FieldKind {
    Text,     ///< One line.
    LongText, ///< Several lines.
    Date,     ///< Value "2026-11-23".
    Integer,
    Money,        ///< Value in whole cents.
    YesNo,        ///< Value true or false.
    Choice,       ///< Value: one of the options' values.
    PersonalCode, ///< Value "010181-15098".
    Phone,        ///< Value "+37129123456".
    Email,
    Iban,    ///< Value without spaces.
    Address, ///< Value {"text": …, "addressCode": …}; the code only when it was picked from the register.
    Children, ///< Value: list of {identifier, givenName, familyName, birthDate}, picked from the options.
    Company,  ///< Value {identifier, name}, picked from the options.
    Files,    ///< Value: list of {name, sha256, mediaType}.
};

/// One thing that can be chosen.
struct Option {
    std::string value;
    base::LocalizedText label;
    friend bool operator==(const Option&, const Option&) = default;
};

/// A day, fixed or counted from today, so that a definition can say "not in the future".
struct DayLimit {
    std::optional<std::chrono::year_month_day> fixed;
    int daysFromToday = 0;
    [[nodiscard]] std::chrono::year_month_day on(std::chrono::year_month_day today) const;
};

/// A condition on the values of other fields (the conditions of JSON Forms: a scope and a small schema, AND,
/// OR).
struct Condition {
    enum class Kind { Is, And, Or };
    Kind kind = Kind::Is;
    std::string scope;                 ///< Is: the field looked at.
    std::vector<nlohmann::json> oneOf; ///< Is: true when the value is one of these.
    bool negated = false;
    std::vector<Condition> parts; ///< And, Or.
};

/// What a condition does to a field, group or page.
struct Rule {
    enum class Effect { Show, Hide, Enable, Disable };
    Effect effect = Effect::Show;
    Condition condition;
};

/// One question of a form as its definition describes it. Never changes; what was answered is in FormState.
struct FieldDefinition {
    std::string
        scope; ///< JSON pointer into the schema, "#/properties/newAddress"; names the field everywhere.
    std::string name; ///< Name of the property in the values, "newAddress".
    FieldKind kind = FieldKind::Text;
    base::LocalizedText label;
    base::LocalizedText example; ///< May be empty.
    base::LocalizedText help;    ///< May be empty.
    bool required = false;       ///< Must be answered when it is visible.
    bool readOnly = false;       ///< Comes from a register and is not to be changed by hand.
    std::vector<Option> options; ///< Of the definition itself; see FormField::options for what to show.
    std::string classifier;      ///< Concept scheme the options come from; else empty.
    std::vector<std::string>
        prefill; ///< Canonical register paths, best first: "population.person.residence".
    std::optional<std::int64_t> minimum, maximum; ///< Of numbers; of money in cents.
    std::size_t minLength = 0, maxLength = 200;   ///< Characters of a text, entries of a list.
    std::string pattern;                          ///< ECMAScript pattern of a text; else empty.
    std::optional<DayLimit> earliest, latest;
    std::vector<Rule> rules; ///< Its own and those of the groups and pages around it.
    std::size_t page = 0;    ///< Index in FormDefinition::pages().
    std::size_t section = 0; ///< Index in PageDefinition::sections.
};

} // namespace vienlogs::forms
