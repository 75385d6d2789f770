// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cross_references.h"

#include <algorithm>

#include "parser.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t mostSections = 512;
constexpr std::int64_t mostNumber = 2'000'000;
constexpr std::uint64_t rowSize = 20;
constexpr std::int64_t rowsAtOnce = 4096;

tl::unexpected<base::Failure> damaged(const char* what) {
    return base::fail(codes::damaged, what);
}

std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = (value << 8) | static_cast<unsigned char>(c);
    return value;
}

} // namespace

base::Result<void> CrossReferences::read() {
    const auto found = findStart();
    if (!found)
        return base::fail(found.error());
    start = *found;
    std::set<std::uint64_t> visited;
    for (auto next = std::optional(start); next;) {
        if (visited.size() >= mostSections)
            return base::fail(codes::tooComplex, "too many revisions");
        if (!visited.insert(*next).second)
            return damaged("cross references in a loop");
        auto here = section(*next);
        if (!here)
            return base::fail(here.error());
        if (const auto hybrid = positionIn(*here, "XRefStm"); !hybrid)
            return base::fail(hybrid.error());
        else if (*hybrid && !visited.insert(**hybrid).second)
            return damaged("cross references in a loop");
        else if (*hybrid)
            if (const auto more = stream(**hybrid); !more)
                return base::fail(more.error());
        const auto previous = positionIn(*here, "Prev");
        if (!previous)
            return base::fail(previous.error());
        if (*next == start)
            trailer = std::move(*here);
        next = *previous;
        ++sections;
    }
    places.resize(highest_);
    return {};
}

base::Result<std::uint64_t> CrossReferences::findStart() {
    constexpr std::uint64_t tail = 1100;
    const auto from = end_ > tail ? end_ - tail : 0;
    const auto text = access_.window(from, end_ - from);
    if (!text)
        return base::fail(text.error());
    const auto at = text->rfind("startxref");
    if (at == std::string::npos)
        return damaged("no startxref");
    Parser parser(std::string_view(*text).substr(at + 9));
    const auto position = parser.integer();
    parser.skipSpace();
    if (!position || std::uint64_t(*position) >= from + at)
        return damaged("startxref names no place");
    return std::uint64_t(*position);
}

base::Result<std::optional<std::uint64_t>> CrossReferences::positionIn(const Dictionary& entries,
                                                                       std::string_view key) const {
    const auto& value = entryOf(entries, key);
    if (value.isNull())
        return std::nullopt;
    const auto position = value.toInteger();
    if (!position || *position < 0 || std::uint64_t(*position) >= end_)
        return damaged("cross references at a place outside");
    return std::uint64_t(*position);
}

base::Result<Dictionary> CrossReferences::section(std::uint64_t position) {
    const auto word = access_.window(position, std::min<std::uint64_t>(8, end_ - position));
    if (!word)
        return base::fail(word.error());
    if (Parser(*word).word("xref"))
        return table(position);
    if (position == start)
        usesStreams = true;
    return stream(position);
}

base::Result<void> CrossReferences::note(std::int64_t number, Place place) {
    if (number > mostNumber)
        return base::fail(codes::tooComplex, "too many objects");
    const auto index = std::size_t(number);
    if (index >= places.size()) {
        places.resize(std::max(index + 1, std::min(places.size() * 2, std::size_t(mostNumber) + 1)));
        known_.resize(places.size());
    }
    highest_ = std::max(highest_, index + 1);
    if (!known_[index]) {
        known_[index] = true;
        places[index] = place;
    }
    return {};
}

base::Result<Dictionary> CrossReferences::table(std::uint64_t position) {
    constexpr std::uint64_t headSize = 64;
    position += 4;
    while (true) {
        const auto head = access_.window(position, std::min(headSize, end_ - position));
        if (!head)
            return base::fail(head.error());
        Parser parser(*head, position);
        if (parser.word("trailer"))
            break;
        const auto first = parser.integer(), count = parser.integer();
        parser.skipSpace();
        if (!first || !count)
            return damaged("a table of cross references");
        const auto next = tableRows(parser.position(), *first, *count);
        if (!next)
            return base::fail(next.error());
        position = *next;
    }
    const auto head = access_.window(position, std::min(headSize, end_ - position));
    Parser parser(*head, position);
    (void)parser.word("trailer");
    auto object = access_.object(parser.position());
    if (!object)
        return base::fail(object.error());
    auto* entries = object->as<Dictionary>();
    if (!entries)
        return damaged("a trailer that is none");
    return std::move(*entries);
}

base::Result<std::uint64_t> CrossReferences::tableRows(std::uint64_t position, std::int64_t first,
                                                       std::int64_t count) {
    // Every row has its bytes in the file, so that a count that lies ends here and not in memory.
    if (first > mostNumber || count > mostNumber || std::uint64_t(count) * rowSize > end_ - position)
        return damaged("a table of more rows than there are");
    for (std::int64_t done = 0; done < count; done += rowsAtOnce) {
        const auto rows = std::min(rowsAtOnce, count - done);
        const auto text = access_.window(position, std::uint64_t(rows) * rowSize);
        if (!text)
            return base::fail(text.error());
        for (std::int64_t i = 0; i < rows; ++i) {
            Parser row(std::string_view(*text).substr(std::size_t(i) * rowSize, rowSize));
            const auto at = row.integer(), generation = row.integer();
            const bool used = row.word("n");
            if (!at || !generation || *generation > UINT16_MAX || (!used && !row.word("f")))
                return damaged("a row of cross references");
            const auto place =
                used ? Place{Place::Kind::Plain, std::uint32_t(*generation), std::uint64_t(*at)} : Place{};
            if (const auto noted = note(first + done + i, place); !noted)
                return base::fail(noted.error());
        }
        position += std::uint64_t(rows) * rowSize;
    }
    return position;
}

base::Result<Dictionary> CrossReferences::stream(std::uint64_t position) {
    auto object = access_.object(position);
    if (!object)
        return base::fail(object.error());
    auto* found = object->as<Stream>();
    if (!found || !entryOf(found->dictionary, "Type").isName("XRef"))
        return damaged("no cross references where they should be");
    const auto rows = access_.decoded(*found);
    if (!rows)
        return base::fail(rows.error());
    if (const auto done = streamRows(found->dictionary, *rows); !done)
        return base::fail(done.error());
    return std::move(found->dictionary);
}

base::Result<void> CrossReferences::streamRows(const Dictionary& about, const std::string& rows) {
    const auto* widths = entryOf(about, "W").as<Array>();
    std::array<std::size_t, 3> width{};
    if (!widths || widths->size() < width.size())
        return damaged("cross references of unknown width");
    for (std::size_t i = 0; i < width.size(); ++i) {
        const auto value = (*widths)[i].toInteger();
        if (!value || *value < 0 || *value > 8)
            return damaged("cross references of a wrong width");
        width[i] = std::size_t(*value);
    }
    const auto size = width[0] + width[1] + width[2];
    Array ranges{Object::integer(0), entryOf(about, "Size")};
    if (const auto* index = entryOf(about, "Index").as<Array>())
        ranges = *index;
    std::size_t at = 0;
    for (std::size_t k = 0; k + 1 < ranges.size(); k += 2) {
        const auto first = ranges[k].toInteger(), count = ranges[k + 1].toInteger();
        if (!first || !count || *first < 0 || *count < 0 || *first > mostNumber || size == 0 ||
            std::uint64_t(*count) > (rows.size() - at) / size)
            return damaged("a stream of more rows than there are");
        for (std::int64_t i = 0; i < *count; ++i, at += size) {
            const auto row = std::string_view(rows).substr(at, size);
            const auto kind = width[0] ? bigEndian(row.substr(0, width[0])) : 1;
            const auto second = bigEndian(row.substr(width[0], width[1]));
            const auto third = std::uint32_t(bigEndian(row.substr(width[0] + width[1])));
            const auto place = kind == 1   ? Place{Place::Kind::Plain, third, second}
                               : kind == 2 ? Place{Place::Kind::InStream, third, second}
                                           : Place{};
            if (const auto noted = note(*first + i, place); !noted)
                return noted;
        }
    }
    return {};
}

} // namespace vienlogs::pdf
