// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <list>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/pdf/object.h"
#include "vienlogs/pdf/source.h"

namespace vienlogs::pdf {

/// Where an object lies.
struct Place {
    enum class Kind : std::uint8_t { Free, Plain, InStream };
    Kind kind = Kind::Free;
    std::uint32_t generation = 0; ///< Of a plain object; else its index in the object stream.
    std::uint64_t position = 0;   ///< In the file; else the number of the object stream.
    friend bool operator==(const Place&, const Place&) = default;
};

/// A PDF as it stands at one of its revisions. Reads only what is asked for; nothing is repaired: a file
/// whose cross references are not right is damaged. Every size, count and depth is bounded (VL-PDF-0009).
/// Refers to its source. Not for several threads at once.
class Document {
public:
    /// The file up to `end` (all of it by default). VL-PDF-0001, VL-PDF-0009.
    [[nodiscard]] static base::Result<Document> open(const Source& source,
                                                     std::optional<std::uint64_t> end = {});

    [[nodiscard]] const Source& source() const { return *source_; }
    [[nodiscard]] std::uint64_t end() const { return end_; }
    [[nodiscard]] const Dictionary& trailer() const { return trailer_; }
    [[nodiscard]] bool encrypted() const { return trailer_.contains("Encrypt"); }
    /// Whether the last cross references are a stream (section 7.5.8) and not a table.
    [[nodiscard]] bool usesStreams() const { return usesStreams_; }
    [[nodiscard]] std::uint64_t lastCrossReferences() const { return lastCrossReferences_; }
    /// How many times the file was saved; a linearised file (Annex F) counts once more.
    [[nodiscard]] int revisions() const { return revisions_; }
    /// By object number; at least /Size of them.
    [[nodiscard]] const std::vector<Place>& places() const { return places_; }

    /// What the object, or what it refers to, is; null for what the file has not.
    [[nodiscard]] base::Result<Object> resolve(const Object& object);
    [[nodiscard]] base::Result<Object> at(Reference reference);
    /// An entry with its reference followed.
    [[nodiscard]] base::Result<Object> entry(const Dictionary& dictionary, std::string_view key);
    [[nodiscard]] base::Result<Dictionary> catalog();
    /// The bytes of a stream, unpacked (/FlateDecode or none), at most 32 MiB.
    [[nodiscard]] base::Result<std::string> decoded(const Stream& stream);

private:
    struct Unpacked {
        std::uint32_t number = 0;
        std::string bytes;
        std::vector<std::pair<std::uint32_t, std::uint64_t>> objects;
    };
    Document(const Source& source, std::uint64_t end) : source_(&source), end_(end) {}
    base::Result<Object> parsePlain(std::uint64_t position, std::optional<Reference> expected);
    base::Result<Object> parseInStream(std::uint32_t number, const Place& place);
    base::Result<const Unpacked*> unpack(std::uint32_t number);
    base::Result<std::string> window(std::uint64_t position, std::uint64_t size);

    const Source* source_;
    std::uint64_t end_;
    Dictionary trailer_;
    bool usesStreams_ = false;
    std::uint64_t lastCrossReferences_ = 0;
    std::vector<Place> places_;
    std::list<Unpacked> unpacked_; ///< The last object streams used.
    std::uint64_t unpackedBytes_ = 0, readBytes_ = 0;
    int revisions_ = 1;
    int depth_ = 0;
};

} // namespace vienlogs::pdf
