// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/money.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/domain/payments/day.h"

/// Single values to JSON and back. Reading throws WrongShape, which codec.cpp turns into a Failure at its
/// edge.
namespace vienlogs::contract {

using Json = nlohmann::json;

/// A field that is missing or not what it must be; names the field's path.
struct WrongShape {
    std::string field;
};

/// A string of ours that holds JSON and stands as JSON on the wire; empty stands for null.
struct JsonText {
    std::string& text;
};

[[nodiscard]] std::string_view nameOf(CommandStatus status);
[[nodiscard]] std::optional<CommandStatus> commandStatusFrom(std::string_view name);
[[nodiscard]] std::string_view nameOf(domain::payments::Resolution resolution);

void readEnum(std::string_view name, CommandStatus& value);
void readEnum(std::string_view name, domain::cases::CaseState& value);
void readEnum(std::string_view name, domain::cases::SigningMethod& value);
void readEnum(std::string_view name, domain::cases::DeliveryWay& value);
void readEnum(std::string_view name, domain::cases::Document::Kind& value);
void readEnum(std::string_view name, domain::clients::IdentityLevel& value);
void readEnum(std::string_view name, domain::clients::LegalBasis& value);
void readEnum(std::string_view name, domain::clients::ActingFor::Kind& value);
void readEnum(std::string_view name, domain::payments::PaymentState& value);
void readEnum(std::string_view name, domain::payments::Resolution& value);
void readEnum(std::string_view name, domain::payments::ReversalReason& value);
void readEnum(std::string_view name, domain::payments::ClosingState& value);
void readEnum(std::string_view name, domain::payments::DayDifference::Kind& value);

struct Writer;
struct Reader;

template<typename T>
Json write(const T& value);
template<typename T>
void read(const Json& json, T& value, const std::string& path);

/// Collects the fields of an object.
struct Writer {
    Json json = Json::object();
    template<typename T>
    void operator()(const char* name, T&& value) {
        json[name] = write(value);
    }
};

/// Hands each field of an object to its reader.
struct Reader {
    const Json& json;
    const std::string& path;
    template<typename T>
    void operator()(const char* name, T&& value) {
        const auto at = json.find(name);
        static const Json absent;
        read(at == json.end() ? absent : *at, value, path.empty() ? name : path + "." + name);
    }
};

namespace detail {
template<typename T>
struct IsOptional : std::false_type {};
template<typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template<typename T>
struct IsVector : std::false_type {};
template<typename T>
struct IsVector<std::vector<T>> : std::true_type {};
} // namespace detail

template<typename T>
Json write(const T& value) {
    if constexpr (std::is_same_v<T, JsonText>)
        return value.text.empty() ? Json() : Json::parse(value.text, nullptr, false);
    else if constexpr (std::is_same_v<T, base::Timestamp>)
        return base::toRfc3339(value);
    else if constexpr (std::is_same_v<T, base::Money>)
        return value.cents();
    else if constexpr (std::is_same_v<T, base::Ulid> || std::is_same_v<T, base::Identifier>)
        return value.toString();
    else if constexpr (std::is_enum_v<T>)
        return std::string(nameOf(value));
    else if constexpr (detail::IsOptional<T>::value)
        return value ? write(*value) : Json();
    else if constexpr (detail::IsVector<T>::value) {
        Json list = Json::array();
        for (const auto& item : value)
            list.push_back(write(item));
        return list;
    } else if constexpr (std::is_class_v<T> && !std::is_same_v<T, std::string>) {
        Writer writer;
        fields(writer, const_cast<T&>(value)); // a Writer only reads; one description serves both directions
        return std::move(writer.json);
    } else
        return value;
}

template<typename T>
void read(const Json& json, T& value, const std::string& path) {
    const auto require = [&](bool holds) {
        if (!holds)
            throw WrongShape{path};
    };
    const auto text = [&]() -> const std::string& {
        require(json.is_string());
        return json.template get_ref<const std::string&>();
    };
    if constexpr (std::is_same_v<T, JsonText> || std::is_same_v<T, const JsonText>)
        value.text = json.is_null() ? std::string() : json.dump();
    else if constexpr (std::is_same_v<T, std::string>)
        value = text();
    else if constexpr (std::is_same_v<T, bool>) {
        require(json.is_boolean());
        value = json.get<bool>();
    } else if constexpr (std::is_integral_v<T>) {
        require(json.is_number_integer() &&
                json.get<std::int64_t>() == std::int64_t(T(json.get<std::int64_t>())));
        value = json.get<T>();
    } else if constexpr (std::is_same_v<T, base::Money>) {
        require(json.is_number_integer());
        value = base::Money::cents(json.get<std::int64_t>());
    } else if constexpr (std::is_same_v<T, base::Timestamp>) {
        const auto time = base::fromRfc3339(text());
        require(time.has_value());
        value = *time;
    } else if constexpr (std::is_same_v<T, base::Ulid>) {
        const auto id = base::Ulid::parse(text());
        require(id.has_value());
        value = *id;
    } else if constexpr (std::is_same_v<T, base::Identifier>) {
        const auto identifier = base::Identifier::parse(text());
        require(identifier.has_value());
        value = *identifier;
    } else if constexpr (std::is_enum_v<T>) {
        try {
            readEnum(text(), value);
        } catch (const WrongShape&) {
            throw WrongShape{path};
        }
    } else if constexpr (detail::IsOptional<T>::value) {
        if (json.is_null())
            value.reset();
        else
            read(json, value.emplace(), path);
    } else if constexpr (detail::IsVector<T>::value) {
        require(json.is_array());
        value.clear();
        for (const auto& item : json)
            read(item, value.emplace_back(), path);
    } else {
        require(json.is_object());
        Reader reader{json, path};
        fields(reader, value);
    }
}

} // namespace vienlogs::contract
