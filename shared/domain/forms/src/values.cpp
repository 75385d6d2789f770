// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "values.h"

#include <algorithm>
#include <charconv>

#include "schema.h"
#include "text.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/money.h"
#include "vienlogs/forms/form_failures.h"

namespace vienlogs::forms {
namespace {

using base::Failure;
using nlohmann::json;

base::Result<json> integerFrom(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return base::fail(codes::notANumber);
    return json(number);
}

base::Result<json> moneyFrom(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != ' ')
            plain.push_back(c);
    for (const std::string_view sign : {"€", "EUR", "\u00A0"})
        for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign))
            plain.erase(at, sign.size());
    const auto money = base::Money::parse(plain);
    if (!money)
        return base::fail(codes::notMoney);
    return json(money->cents());
}

base::Result<json> personalCodeFrom(std::string_view text) {
    // A register names people with their scheme, "PNOLV-010181-15098"; people write the code alone.
    const auto parsed =
        text.starts_with("PNO") ? base::Identifier::parse(text) : base::Identifier::latvianPersonalCode(text);
    if (!parsed || parsed->scheme() != base::Scheme::PersonalCode)
        return base::fail(codes::personalCodeWrong);
    return json(parsed->value());
}

base::Result<json> asJson(base::Result<std::string> text) {
    if (!text)
        return base::fail(text.error());
    return json(std::move(*text));
}

std::string dateShown(const std::string& iso) {
    const auto date = base::dateFromIso(iso);
    return date ? base::toLatvianDate(*date) : iso;
}

std::string optionLabel(const std::string& value, const std::vector<Option>& options,
                        base::Language language) {
    for (const auto& option : options)
        if (option.value == value)
            return option.label.in(language);
    return value;
}

std::string yesNoText(bool value, base::Language language) {
    static const base::LocalizedText yes{"Jā", "Yes", "Да"}, no{"Nē", "No", "Нет"};
    return (value ? yes : no).in(language);
}

std::string lines(const FieldDefinition& field, const json& list) {
    std::string text;
    for (const auto& entry : list) {
        if (!text.empty())
            text += '\n';
        if (field.kind == FieldKind::Files)
            text += textMember(entry, "name");
        else
            text += textMember(entry, "givenName") + " " + textMember(entry, "familyName") + ", " +
                    textMember(entry, "identifier");
    }
    return text;
}

std::optional<Failure> problemOfLength(const FieldDefinition& field, std::size_t length) {
    const bool list = field.kind == FieldKind::Children || field.kind == FieldKind::Files;
    if (length > field.maxLength)
        return Failure{list ? codes::tooMany : codes::tooLong, {}, std::to_string(field.maxLength)};
    if (length < field.minLength)
        return Failure{codes::tooShort, {}, std::to_string(field.minLength)};
    return std::nullopt;
}

std::optional<Failure> problemOfNumber(const FieldDefinition& field, std::int64_t number) {
    const auto shown = [&](std::int64_t limit) {
        return field.kind == FieldKind::Money ? base::Money::cents(limit).toText() : std::to_string(limit);
    };
    if (field.minimum && number < *field.minimum)
        return Failure{codes::tooSmall, {}, shown(*field.minimum)};
    if (field.maximum && number > *field.maximum)
        return Failure{codes::tooLarge, {}, shown(*field.maximum)};
    return std::nullopt;
}

std::optional<Failure> problemOfDate(const FieldDefinition& field, const std::string& iso,
                                     std::chrono::year_month_day today) {
    const auto date = base::dateFromIso(iso);
    if (!date)
        return Failure{codes::notADate};
    if (field.earliest && *date < field.earliest->on(today))
        return Failure{codes::tooEarly, {}, base::toLatvianDate(field.earliest->on(today))};
    if (field.latest && *date > field.latest->on(today))
        return Failure{codes::tooLate, {}, base::toLatvianDate(field.latest->on(today))};
    return std::nullopt;
}

std::optional<Failure> problemOfText(const FieldDefinition& field, const std::string& text,
                                     const std::vector<Option>& options) {
    if (!cleanText(text, field.kind == FieldKind::LongText))
        return Failure{codes::wrongFormat};
    if (auto problem = problemOfLength(field, characters(text)))
        return problem;
    if (field.kind == FieldKind::Choice &&
        std::none_of(options.begin(), options.end(),
                     [&](const Option& option) { return option.value == text; }))
        return Failure{codes::notInList};
    if (!field.pattern.empty() && !matches(field.pattern, text))
        return Failure{codes::wrongFormat};
    // What setValue() or a saved state brought in another shape than people's typing is turned into.
    const auto canonical = valueFromText(field, text);
    if (!canonical)
        return canonical.error();
    return std::nullopt;
}

using Members = std::initializer_list<std::string_view>;

bool hasMembers(const json& object, Members members) {
    return object.is_object() && std::none_of(members.begin(), members.end(), [&](auto member) {
               return textMember(object, member).empty();
           });
}

bool cleanMembers(const json& value) {
    for (const auto& member : value) {
        if (member.is_string() && !cleanText(member.get_ref<const std::string&>(), false))
            return false;
        if (member.is_structured() && !cleanMembers(member))
            return false;
    }
    return true;
}

/// The first member named is the one people read; its length counts.
std::optional<Failure> problemOfObject(const FieldDefinition& field, const json& value, Members members) {
    if (!hasMembers(value, members) || !cleanMembers(value))
        return Failure{codes::wrongFormat};
    return problemOfLength(field, characters(textMember(value, *members.begin())));
}

std::optional<Failure> problemOfList(const FieldDefinition& field, const json& value, Members members) {
    const auto whole = [&](const json& item) { return hasMembers(item, members); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), whole) || !cleanMembers(value))
        return Failure{codes::wrongFormat};
    return problemOfLength(field, value.size());
}

} // namespace

std::string textMember(const json& object, std::string_view key) {
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::chrono::year_month_day DayLimit::on(std::chrono::year_month_day today) const {
    return fixed
               ? *fixed
               : std::chrono::year_month_day(std::chrono::sys_days(today) + std::chrono::days(daysFromToday));
}

base::Result<json> valueFromText(const FieldDefinition& field, std::string_view text) {
    text = trimmed(text);
    if (text.empty())
        return json();
    if (!cleanText(text, field.kind == FieldKind::LongText))
        return base::fail(codes::wrongFormat);
    switch (field.kind) {
    case FieldKind::Date:
        return asJson(dateFrom(text));
    case FieldKind::Integer:
        return integerFrom(text);
    case FieldKind::Money:
        return moneyFrom(text);
    case FieldKind::PersonalCode:
        return personalCodeFrom(text);
    case FieldKind::Phone:
        return asJson(phoneFrom(text));
    case FieldKind::Email:
        return asJson(emailFrom(text));
    case FieldKind::Iban:
        return asJson(ibanFrom(text));
    case FieldKind::Address:
        return json{{"text", std::string(text)}};
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Choice:
        return json(std::string(text));
    case FieldKind::YesNo:
    case FieldKind::Children:
    case FieldKind::Company:
    case FieldKind::Files:
        break;
    }
    return base::fail(codes::wrongFormat, "not a field to type in");
}

std::string inputText(const FieldDefinition& field, const json& value) {
    if (value.is_null())
        return {};
    if (field.kind == FieldKind::Money && value.is_number_integer()) {
        auto text = base::Money::cents(value.get<std::int64_t>()).toText();
        std::erase_if(text, [](char c) { return c != ',' && c != '-' && (c < '0' || c > '9'); });
        return text;
    }
    if (value.is_number_integer())
        return std::to_string(value.get<std::int64_t>());
    if (field.kind == FieldKind::Address)
        return textMember(value, "text");
    if (!value.is_string())
        return {};
    return field.kind == FieldKind::Date ? dateShown(value.get<std::string>()) : value.get<std::string>();
}

std::string shownText(const FieldDefinition& field, const json& value, const std::vector<Option>& options,
                      base::Language language) {
    if (value.is_boolean())
        return yesNoText(value.get<bool>(), language);
    if (field.kind == FieldKind::Money && value.is_number_integer())
        return base::Money::cents(value.get<std::int64_t>()).toText();
    if (field.kind == FieldKind::Choice && value.is_string())
        return optionLabel(value.get<std::string>(), options, language);
    if (field.kind == FieldKind::Company)
        return textMember(value, "name") + ", " + textMember(value, "identifier");
    if (value.is_array())
        return lines(field, value);
    return inputText(field, value);
}

std::optional<Failure> problemOfValue(const FieldDefinition& field, const json& value,
                                      const std::vector<Option>& options, std::chrono::year_month_day today) {
    switch (field.kind) {
    case FieldKind::YesNo:
        return value.is_boolean() ? std::nullopt : std::optional(Failure{codes::wrongFormat});
    case FieldKind::Integer:
    case FieldKind::Money:
        return value.is_number_integer() ? problemOfNumber(field, value.get<std::int64_t>())
                                         : Failure{codes::notANumber};
    case FieldKind::Date:
        return value.is_string() ? problemOfDate(field, value.get<std::string>(), today)
                                 : Failure{codes::notADate};
    case FieldKind::Address:
        return problemOfObject(field, value, {"text"});
    case FieldKind::Company:
        return problemOfObject(field, value, {"name", "identifier"});
    case FieldKind::Children:
        return problemOfList(field, value, {"identifier", "givenName", "familyName"});
    case FieldKind::Files:
        return problemOfList(field, value, {"name", "sha256", "mediaType"});
    default:
        return value.is_string() ? problemOfText(field, value.get<std::string>(), options)
                                 : Failure{codes::wrongFormat};
    }
}

} // namespace vienlogs::forms
