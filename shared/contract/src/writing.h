// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "values.h"

/// Values of every kind to JSON.
namespace vienlogs::contract {

template<typename T>
Json write(const T& value);

/// Collects the fields of an object.
struct Writer {
    Json json = Json::object();
    template<typename T>
    void operator()(const char* name, T&& value) {
        json[name] = write(value);
    }
    /// A value that is left out when it is empty or 0.
    template<typename T>
    void optional(const char* name, const T& value) {
        if (value != T{})
            (*this)(name, value);
    }
};

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

} // namespace vienlogs::contract
