// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <utility>

#include "values.h"

/// JSON to values of every kind. Throws WrongShape.
namespace vienlogs::contract {

template<typename T>
void read(const Json& json, T& value, const std::string& path);

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
    /// A value that may be missing and is empty or 0 then.
    template<typename T>
    void optional(const char* name, T& value) {
        value = {};
        if (json.contains(name))
            (*this)(name, value);
    }
};

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
        // Above the largest signed number, reading as signed would wrap to a negative one.
        require(json.is_number_integer() &&
                (!json.is_number_unsigned() || json.get<std::uint64_t>() <= maxNumber));
        const auto number = json.get<std::int64_t>();
        require(std::in_range<T>(number));
        value = static_cast<T>(number);
    } else if constexpr (std::is_same_v<T, base::Money>) {
        std::int64_t cents = 0;
        read(json, cents, path);
        value = base::Money::cents(cents);
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
