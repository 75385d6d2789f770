// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ctime>

#include "vienlogs/server/front/message.h"

namespace vienlogs::server::front {

/// How an answer's body is marked off.
enum class Framing { None, Length, Chunks };

[[nodiscard]] Framing framingOf(const Answer& answer);
/// Appends status line and headers. `date` is the whole value of the Date header.
void writeHead(std::string& out, const Answer& answer, Framing framing, bool keep, std::string_view date);
/// Appends a piece of a body; an empty one ends it.
void writePiece(std::string& out, std::string_view piece, Framing framing);
/// "Mon, 23 Nov 2026 10:00:00 GMT"
[[nodiscard]] std::string httpDate(std::time_t at);

} // namespace vienlogs::server::front
