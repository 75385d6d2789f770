// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/fault.h"

#include <sstream>
#include <string>

namespace vienlogs::virtualcard {

std::optional<Fault> parseFault(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::string kind, answer, at, apdu;
    Fault fault;
    words >> kind;
    if (kind == "answer") {
        words >> answer;
        const auto bytes = base::fromHex(answer);
        if (!bytes || bytes->size() < 2)
            return std::nullopt;
        fault.kind = Fault::Kind::Answer;
        fault.answer = *bytes;
    } else if (kind != "drop") {
        return std::nullopt;
    }
    words >> at >> apdu >> fault.at;
    const bool complete = bool(words) && at == "at" && apdu == "APDU" && fault.at > 0;
    return complete && (words >> std::ws).eof() ? std::optional(fault) : std::nullopt;
}

} // namespace vienlogs::virtualcard
