// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <variant>

#include "vienlogs/server/front/limits.h"
#include "vienlogs/server/front/message.h"

namespace vienlogs::server::front {

/// Takes a body out of the bytes that follow a head: exactly as many as announced, or chunks. Chunk
/// extensions are refused; trailers are checked and dropped.
class BodyParser {
public:
    BodyParser(const Head& head, const Limits& limits, std::size_t most);
    /// How many of the bytes belong to the body's coding; what they hold is appended to `body`, unless that
    /// is null. 413 when it becomes more than `most`.
    [[nodiscard]] std::variant<std::size_t, Refusal> consume(std::string_view bytes, std::string* body);
    [[nodiscard]] bool isDone() const { return state_ == State::Done; }
    /// Bytes of the body so far.
    [[nodiscard]] std::size_t received() const { return received_; }

private:
    enum class State { Data, Size, DataEnd, Trailer, Done };
    [[nodiscard]] std::optional<Refusal> take(char c);
    [[nodiscard]] std::optional<Refusal> endLine();
    [[nodiscard]] std::optional<Refusal> beginChunk();

    State state_;
    bool chunked_;
    std::size_t remaining_ = 0; ///< Of the announced body or of this chunk.
    std::size_t received_ = 0;
    std::size_t most_;
    std::size_t trailerBytes_ = 0;
    std::size_t maxTrailer_;
    std::string line_; ///< Of a chunk's size or a trailer, as far as it came.
};

} // namespace vienlogs::server::front
