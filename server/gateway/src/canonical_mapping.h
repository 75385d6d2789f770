// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include "vienlogs/base/result.h"

/// Turns a register's own words into ours, by rules that are data.
namespace vienlogs::server::gateway {

/// A rule is one of
///   "/pointer"                          the text at that place; with "?" before it, left out when missing
///   {"$flag": "/pointer"}               true or false
///   {"$number": "/pointer"}             a whole number
///   {"$date": "/pointer"}               a day, ISO 8601
///   {"$join": ["/pointer", …]}          texts with spaces between them
///   {"$values": "/pointer", "of": {…}}  one text for another; a text not listed is wrong
///   {"$identifier": {"scheme", "country", "value"}}   pointers to the parts of an identifier, which must be
///   valid
///   {"$enterprise": "/pointer"}         a Latvian registration number as an identifier
///   {"$each": "/pointer", "item": rule} a list
///   {"$in": "/pointer", "item": rule}   a rule for what lies there
///   {"name": rule, …}                   an object
/// and any of the "$" rules with "optional": true is left out (a list: empty) when what it points to is
/// missing. VL-REG-0003 when the answer does not fit.
[[nodiscard]] base::Result<nlohmann::json> mapped(const nlohmann::json& rule, const nlohmann::json& answer);

/// Whether a rule is one of these; for reading descriptions.
[[nodiscard]] bool isMappingRule(const nlohmann::json& rule);

} // namespace vienlogs::server::gateway
