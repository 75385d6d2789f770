// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"

/// One codec for both sides of the API: every wire type to JSON and back. Reading is strict: a missing field,
/// a wrong type or an unknown name gives VL-BASE-0002 naming the field; unknown fields are ignored, so that
/// either side may be newer.
namespace vienlogs::contract {

/// Parses text from outside: at most `maxBytes` and 64 levels deep, UTF-8 only, no duplicate keys.
[[nodiscard]] base::Result<nlohmann::json> parseJson(std::string_view text,
                                                     std::size_t maxBytes = 4 * 1024 * 1024);

template<typename T>
[[nodiscard]] nlohmann::json toJson(const T& value);
template<typename T>
[[nodiscard]] base::Result<T> fromJson(const nlohmann::json& json);

/// Text of toJson(), compact, keys sorted: the canonical form.
template<typename T>
[[nodiscard]] std::string encode(const T& value);
template<typename T>
[[nodiscard]] base::Result<T> decode(std::string_view text);

/// SHA-256 (hexadecimal) of a command's canonical form without its epoch and sequence, which a device gives
/// anew after a restore: the same key with another fingerprint is an error.
[[nodiscard]] std::string fingerprintOf(const domain::cases::Command& command);

} // namespace vienlogs::contract
