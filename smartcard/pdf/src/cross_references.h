// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "vienlogs/pdf/document.h"

namespace vienlogs::pdf {

/// What the cross references of a file (ISO 32000-1, sections 7.5.4 and 7.5.8) say together, the latest
/// first. At most 512 sections and two million objects; a loop of /Prev is damage.
class CrossReferences {
public:
    /// How to read a piece of the file, an object at a place, and a stream.
    struct Access {
        std::function<base::Result<std::string>(std::uint64_t position, std::uint64_t size)> window;
        std::function<base::Result<Object>(std::uint64_t position)> object;
        std::function<base::Result<std::string>(const Stream&)> decoded;
    };
    CrossReferences(Access access, std::uint64_t end) : access_(std::move(access)), end_(end) {}
    [[nodiscard]] base::Result<void> read();

    Dictionary trailer;
    std::vector<Place> places;
    bool usesStreams = false;
    std::uint64_t start = 0;
    int sections = 0;

private:
    base::Result<std::uint64_t> findStart();
    base::Result<Dictionary> section(std::uint64_t position);
    base::Result<Dictionary> table(std::uint64_t position);
    base::Result<std::uint64_t> tableRows(std::uint64_t position, std::int64_t first, std::int64_t count);
    base::Result<Dictionary> stream(std::uint64_t position);
    base::Result<void> streamRows(const Dictionary& about, const std::string& rows);
    base::Result<void> note(std::int64_t number, Place place);
    base::Result<std::optional<std::uint64_t>> positionIn(const Dictionary& trailer,
                                                          std::string_view key) const;

    Access access_;
    std::uint64_t end_;
    std::vector<bool> known_;
    std::size_t highest_ = 0; ///< Number of the last object, and one.
};

} // namespace vienlogs::pdf
