// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <charconv>
#include <limits>

#include <nlohmann/json.hpp>

#include "message.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"

/// Short forms for handlers.
namespace vienlogs::server::http {

template<typename T>
[[nodiscard]] base::Result<Response> answer(const base::Result<T>& value, int status = 200) {
    if (!value)
        return base::fail(value.error());
    return Response{.status = status, .body = contract::encode(*value)};
}

[[nodiscard]] inline base::Result<Response> emptyAnswer(const base::Result<void>& done) {
    if (!done)
        return base::fail(done.error());
    return Response{.status = 204};
}

/// A text field of a small JSON body of ours.
[[nodiscard]] inline base::Result<std::string> textField(const nlohmann::json& json, const char* name) {
    if (!json.is_object() || !json.contains(name) || !json.at(name).is_string())
        return base::fail(base::codes::invalidArgument, std::string("field ") + name);
    return json.at(name).get<std::string>();
}

/// A whole number of a small JSON body of ours; `otherwise` for an absent one.
[[nodiscard]] inline base::Result<std::int64_t> numberField(const nlohmann::json& json, const char* name,
                                                            std::int64_t otherwise) {
    if (!json.is_object() || !json.contains(name))
        return otherwise;
    const auto& value = json.at(name);
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > most))
        return base::fail(base::codes::invalidArgument, std::string("field ") + name);
    return value.get<std::int64_t>();
}

/// A whole number between two bounds; `otherwise` for an absent one.
template<typename T = int>
[[nodiscard]] base::Result<T> wholeNumber(const std::string& text, T otherwise, T least, T most) {
    if (text.empty())
        return otherwise;
    T value = 0;
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || at != text.data() + text.size() || value < least || value > most)
        return base::fail(base::codes::invalidArgument, "number");
    return value;
}

} // namespace vienlogs::server::http
