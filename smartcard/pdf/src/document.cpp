// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/pdf/document.h"

#include <algorithm>

#include "cross_references.h"
#include "filters.h"
#include "parser.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t mostUnpacked = 32U << 20;  ///< Of one stream.
constexpr std::uint64_t mostWork = 512ULL << 20; ///< Bytes unpacked in all: bounds the time.
constexpr std::uint64_t mostRead = 512ULL << 20; ///< Bytes looked at in all: bounds the time, too.
constexpr std::size_t keptStreams = 4;
constexpr int deepestReferences = 24;
constexpr std::uint64_t mostInObjectStream = 100'000;

tl::unexpected<base::Failure> damaged(const char* what) {
    return base::fail(codes::damaged, what);
}

/// Counts how deep references lead while it lives.
class Deeper {
public:
    explicit Deeper(int& depth) : depth_(++depth) {}
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    int& depth_;
};

} // namespace

base::Result<Document> Document::open(const Source& source, std::optional<std::uint64_t> end) {
    if (source.size() > mostFileBytes)
        return base::fail(codes::tooLarge);
    Document document(source, std::min(end.value_or(source.size()), source.size()));
    const auto head = document.window(0, std::min<std::uint64_t>(8, document.end_));
    if (!head || !head->starts_with("%PDF-"))
        return damaged("no PDF");
    CrossReferences references(
        {[&](std::uint64_t position, std::uint64_t size) { return document.window(position, size); },
         [&](std::uint64_t position) { return document.parsePlain(position, std::nullopt); },
         [&](const Stream& stream) { return document.decoded(stream); }},
        document.end_);
    if (const auto read = references.read(); !read)
        return base::fail(read.error());
    document.trailer_ = std::move(references.trailer);
    document.places_ = std::move(references.places);
    document.usesStreams_ = references.usesStreams;
    document.lastCrossReferences_ = references.start;
    document.revisions_ = references.sections;
    return document;
}

base::Result<std::string> Document::window(std::uint64_t position, std::uint64_t size) {
    if (position > end_ || size > end_ - position)
        return damaged("a place outside");
    readBytes_ += size;
    if (readBytes_ > mostRead)
        return base::fail(codes::tooComplex, "too much to read");
    std::string text(size, '\0');
    if (const auto read = source_->read(position, text); !read)
        return base::fail(read.error());
    return text;
}

base::Result<Object> Document::parsePlain(std::uint64_t position, std::optional<Reference> expected) {
    if (position >= end_)
        return damaged("an object outside");
    // A trailer is an object without a number; where none is expected, one may stand all the same.
    for (std::uint64_t size = 2048;; size *= 16) {
        const auto part = std::min(size, end_ - position);
        const auto text = window(position, part);
        if (!text)
            return base::fail(text.error());
        Parser parser(*text, position);
        const auto start = parser;
        const auto number = parser.integer(), generation = parser.integer();
        const bool named = number && generation && parser.word("obj");
        if (!named)
            parser = start;
        if (expected && (!named || *number != expected->number || *generation != expected->generation))
            return damaged("another object than the one named");
        auto object = parser.object();
        const bool stream = object && object->as<Dictionary>() && parser.word("stream");
        const bool line = stream && parser.skipStreamLine();
        if ((parser.reachedEnd() || (stream && !line)) && part < end_ - position && size < (8U << 20))
            continue; // cut off by the window
        if (!object)
            return object;
        if (stream && !line)
            return damaged("a stream without its line");
        if (stream)
            return Stream{std::move(*object->as<Dictionary>()), parser.position()};
        return object;
    }
}

base::Result<Object> Document::at(Reference reference) {
    if (reference.number >= places_.size())
        return Object();
    const auto place = places_[reference.number];
    const Deeper deeper(depth_);
    if (depth_ > deepestReferences)
        return base::fail(codes::tooComplex, "references too deep");
    switch (place.kind) {
    case Place::Kind::Free:
        return Object();
    case Place::Kind::Plain:
        return place.generation == reference.generation ? parsePlain(place.position, reference) : Object();
    case Place::Kind::InStream:
        return reference.generation == 0 ? parseInStream(reference.number, place) : Object();
    }
    return Object();
}

base::Result<Object> Document::resolve(const Object& object) {
    const auto* reference = object.as<Reference>();
    if (!reference)
        return object;
    auto found = at(*reference);
    if (found && found->as<Reference>())
        return damaged("a reference to a reference");
    return found;
}

base::Result<Object> Document::entry(const Dictionary& dictionary, std::string_view key) {
    return resolve(entryOf(dictionary, key));
}

base::Result<Dictionary> Document::catalog() {
    auto root = entry(trailer_, "Root");
    if (!root)
        return base::fail(root.error());
    auto* entries = root->as<Dictionary>();
    if (!entries || !entryOf(*entries, "Type").isName("Catalog"))
        return damaged("no catalogue");
    return std::move(*entries);
}

base::Result<std::string> Document::decoded(const Stream& stream) {
    const auto length = entry(stream.dictionary, "Length");
    if (!length)
        return base::fail(length.error());
    const auto size = length->toInteger();
    if (!size || *size < 0)
        return damaged("a stream of unknown length");
    auto bytes = window(stream.start, std::uint64_t(*size));
    if (!bytes)
        return bytes;
    auto filter = entryOf(stream.dictionary, "Filter");
    auto parameters = entryOf(stream.dictionary, "DecodeParms");
    if (const auto* list = filter.as<Array>(); list && list->size() == 1) {
        filter = Object(list->front());
        if (const auto* each = parameters.as<Array>(); each && each->size() == 1)
            parameters = Object(each->front());
    }
    if (filter.isNull())
        return bytes;
    if (!filter.isName("FlateDecode"))
        return base::fail(codes::tooComplex, "a filter that is not known here");
    auto plain = inflate(*bytes, mostUnpacked);
    if (!plain)
        return plain;
    unpackedBytes_ += plain->size();
    if (unpackedBytes_ > mostWork)
        return base::fail(codes::tooComplex, "packed data of too many bytes in all");
    const auto* how = parameters.as<Dictionary>();
    const auto predictor = how ? entryOf(*how, "Predictor").toInteger().value_or(1) : 1;
    if (predictor == 1)
        return plain;
    const auto columns = entryOf(*how, "Columns").toInteger().value_or(1);
    const auto colors = entryOf(*how, "Colors").toInteger().value_or(1);
    const auto bits = entryOf(*how, "BitsPerComponent").toInteger().value_or(8);
    if (predictor < 10 || bits != 8 || colors != 1 || columns < 1 || columns > 65536)
        return base::fail(codes::tooComplex, "a prediction that is not known here");
    return unpredict(*plain, std::size_t(columns), 1);
}

base::Result<const Document::Unpacked*> Document::unpack(std::uint32_t number) {
    const auto known = std::find_if(unpacked_.begin(), unpacked_.end(),
                                    [&](const auto& each) { return each.number == number; });
    if (known != unpacked_.end()) {
        unpacked_.splice(unpacked_.begin(), unpacked_, known);
        return &unpacked_.front();
    }
    // The stream itself is a plain object: one within another would be a loop or a bomb.
    if (number >= places_.size() || places_[number].kind != Place::Kind::Plain)
        return damaged("an object stream at no place");
    const auto object = at({number, places_[number].generation});
    if (!object)
        return base::fail(object.error());
    const auto* stream = object->as<Stream>();
    if (!stream || !entryOf(stream->dictionary, "Type").isName("ObjStm"))
        return damaged("no object stream where it should be");
    auto bytes = decoded(*stream);
    if (!bytes)
        return base::fail(bytes.error());
    const auto count = entryOf(stream->dictionary, "N").toInteger(),
               first = entryOf(stream->dictionary, "First").toInteger();
    if (!count || !first || *count < 0 || std::uint64_t(*count) > mostInObjectStream || *first < 0 ||
        std::uint64_t(*first) > bytes->size())
        return damaged("an object stream without its numbers");
    Unpacked unpacked{number, std::move(*bytes), {}};
    Parser head(std::string_view(unpacked.bytes).substr(0, std::size_t(*first)));
    for (std::int64_t i = 0; i < *count; ++i) {
        const auto object = head.integer(), offset = head.integer();
        if (!object || !offset || *object > UINT32_MAX ||
            *offset > std::int64_t(unpacked.bytes.size()) - *first)
            return damaged("an object stream of other objects");
        unpacked.objects.emplace_back(std::uint32_t(*object), std::uint64_t(*first + *offset));
    }
    unpacked_.push_front(std::move(unpacked));
    if (unpacked_.size() > keptStreams)
        unpacked_.pop_back();
    return &unpacked_.front();
}

base::Result<Object> Document::parseInStream(std::uint32_t number, const Place& place) {
    if (place.position > UINT32_MAX)
        return damaged("an object stream at no place");
    const auto stream = unpack(std::uint32_t(place.position));
    if (!stream)
        return base::fail(stream.error());
    const auto& objects = (*stream)->objects;
    if (place.generation >= objects.size() || objects[place.generation].first != number)
        return damaged("another object than the one named");
    return Parser(std::string_view((*stream)->bytes).substr(objects[place.generation].second)).object();
}

} // namespace vienlogs::pdf
