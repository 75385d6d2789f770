// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/fault.h"

#include <sstream>
#include <string>

namespace vienlogs::virtualcard {

namespace {

constexpr int longestDelay = 10000; // milliseconds

std::optional<Fault> whole(std::istringstream& words, bool good, Fault fault) {
    return good && (words >> std::ws).eof() ? std::optional(std::move(fault)) : std::nullopt;
}

std::optional<Fault> parseSlow(std::istringstream& words) {
    int delay = -1;
    std::string unit;
    const bool read = bool(words >> delay >> unit);
    return whole(words, read && unit == "ms" && delay >= 0 && delay <= longestDelay,
                 {.kind = Fault::Kind::Slow, .answer = {}, .delay = std::chrono::milliseconds(delay)});
}

std::optional<Fault> parseWrongHash(std::istringstream& words) {
    std::string hash, isSigned;
    words >> hash >> isSigned;
    return whole(words, hash == "hash" && isSigned == "signed",
                 {.kind = Fault::Kind::WrongHash, .answer = {}});
}

std::optional<Fault> parseAt(std::istringstream& words, Fault fault) {
    std::string at, apdu;
    const bool read = bool(words >> at >> apdu >> fault.at);
    return whole(words, read && at == "at" && apdu == "APDU" && fault.at > 0, std::move(fault));
}

} // namespace

std::optional<Fault> parseFault(std::string_view text) {
    std::istringstream words{std::string(text)};
    std::string kind, answer;
    words >> kind;
    if (kind == "slow")
        return parseSlow(words);
    if (kind == "wrong")
        return parseWrongHash(words);
    if (kind == "drop")
        return parseAt(words, {});
    if (kind != "answer")
        return std::nullopt;
    words >> answer;
    auto bytes = base::fromHex(answer);
    if (!bytes || bytes->size() < 2)
        return std::nullopt;
    return parseAt(words, {.kind = Fault::Kind::Answer, .answer = std::move(*bytes)});
}

} // namespace vienlogs::virtualcard
