// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/front/body_parser.h"

#include <algorithm>
#include <charconv>

#include "syntax.h"

namespace vienlogs::server::front {

namespace {

constexpr std::size_t maxSizeDigits = 8;
constexpr std::size_t maxTrailerLines = 8 * 1024;

} // namespace

BodyParser::BodyParser(const Head& head, const Limits& limits, std::size_t most)
    : state_(head.chunked ? State::Size : State::Data), chunked_(head.chunked),
      remaining_(head.length.value_or(0)), most_(most),
      maxTrailer_(std::min(limits.headBytes, maxTrailerLines)) {
    if (!chunked_ && remaining_ == 0)
        state_ = State::Done;
}

std::variant<std::size_t, Refusal> BodyParser::consume(std::string_view bytes, std::string* body) {
    if (!chunked_ && received_ + remaining_ > most_)
        return Refusal{413, "body"};
    std::size_t at = 0;
    while (at < bytes.size() && state_ != State::Done) {
        if (state_ != State::Data) {
            if (const auto refused = take(bytes[at++]))
                return *refused;
            continue;
        }
        const auto count = std::min(remaining_, bytes.size() - at);
        if (body)
            body->append(bytes.substr(at, count));
        at += count;
        received_ += count;
        remaining_ -= count;
        if (remaining_ == 0)
            state_ = chunked_ ? State::DataEnd : State::Done;
    }
    return at;
}

/// One byte of a line: a chunk's size, the end of its data or a trailer.
std::optional<Refusal> BodyParser::take(char c) {
    if (c != '\n') {
        line_ += c;
        if (state_ == State::Trailer && ++trailerBytes_ > maxTrailer_)
            return Refusal{431, "trailer"};
        if (state_ == State::Size && line_.size() > maxSizeDigits + 1)
            return Refusal{400, "chunk size"};
        if (state_ == State::DataEnd && (line_.size() > 1 || c != '\r'))
            return Refusal{400, "chunk end"};
        return {};
    }
    if (!line_.ends_with('\r'))
        return Refusal{400, "bare line feed"};
    line_.pop_back();
    const auto refused = endLine();
    line_.clear();
    return refused;
}

std::optional<Refusal> BodyParser::endLine() {
    if (state_ == State::Size)
        return beginChunk();
    if (state_ == State::DataEnd) {
        state_ = State::Size;
        return {};
    }
    if (line_.empty()) {
        state_ = State::Done;
        return {};
    }
    const auto colon = line_.find(':');
    const bool good = colon != std::string::npos && colon > 0 &&
                      areAll(std::string_view(line_).substr(0, colon), tokenChars) &&
                      areAll(line_, valueChars);
    return good ? std::optional<Refusal>() : Refusal{400, "trailer"};
}

std::optional<Refusal> BodyParser::beginChunk() {
    std::size_t size = 0;
    const auto* end = line_.data() + line_.size();
    const auto [at, error] = std::from_chars(line_.data(), end, size, 16);
    if (line_.empty() || line_.front() == '-' || error != std::errc() || at != end)
        return Refusal{400, "chunk size"};
    if (size > most_ - received_)
        return Refusal{413, "body"};
    remaining_ = size;
    state_ = size == 0 ? State::Trailer : State::Data;
    return {};
}

} // namespace vienlogs::server::front
