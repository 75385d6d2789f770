// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include "options.h"
#include "vienlogs/base/failure.h"

namespace vienlogs::cardtool {

inline constexpr int done = 0, notDone = 1, unreadable = 2; ///< How the program ends.

using Json = nlohmann::ordered_json;

void print(const Json& json);
/// A failure on standard error in words, with --json also on standard output; returns `code`.
int complain(const Options& options, const base::Failure& failure, int code = notDone,
             Json json = Json::object());

} // namespace vienlogs::cardtool
