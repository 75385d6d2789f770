// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "vienlogs/base/clock.h"

namespace vienlogs::devices::pos {

/// The moment of a terminal's local date "MMDD" and time "HHMMSS". The terminal tells neither year nor
/// summer time, so the reading nearest to `now` is taken. Nothing if it is no date.
[[nodiscard]] std::optional<base::Timestamp> terminalTime(const std::string& date, const std::string& time,
                                                          base::Timestamp now);

} // namespace vienlogs::devices::pos
