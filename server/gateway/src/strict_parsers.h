// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "vienlogs/base/result.h"

/// Bodies from outside, parsed within limits. Everything that is wrong is VL-REG-0003.
namespace vienlogs::server::gateway {

constexpr int deepestNesting = 32;

/// JSON (RFC 8259): UTF-8, no name twice in one object, nested at most deepestNesting times.
[[nodiscard]] base::Result<nlohmann::json> parseJson(const std::string& body);

/// XML as JSON: an element with elements inside becomes an object by local names (a list where a name
/// repeats), one without becomes its text; attributes are left out. UTF-8 only; no DTD, hence no entities of
/// its own.
[[nodiscard]] base::Result<nlohmann::json> parseXml(const std::string& body);

/// "&", "<", ">", quotes and control characters made safe for XML text.
[[nodiscard]] std::string xmlEscaped(const std::string& text);

} // namespace vienlogs::server::gateway
