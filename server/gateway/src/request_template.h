// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "vienlogs/base/result.h"
#include "vienlogs/server/gateway/register_query.h"

/// Fills the bodies of requests from queries.
namespace vienlogs::server::gateway {

/// What a template may speak of: {"subject":{"scheme","country","value","text"},"parameters":{…}}.
[[nodiscard]] nlohmann::json contextOf(const RegisterQuery& query);

/// A text that begins with "/" is a JSON pointer into the context; an object {"$each": pointer, "item":
/// template} is a list, whose template sees each identifier of the context's list as "/item"; all else stands
/// as it is. VL-BASE-0002 when the context has no such value.
[[nodiscard]] base::Result<nlohmann::ordered_json> filled(const nlohmann::ordered_json& requestTemplate,
                                                          const nlohmann::json& context);

/// The filled template as XML elements without a prefix.
[[nodiscard]] std::string toXml(const nlohmann::ordered_json& request);

/// "{text}" replaced by the subject's text, percent-encoded.
[[nodiscard]] std::string filledPath(const std::string& path, const nlohmann::json& context);

} // namespace vienlogs::server::gateway
