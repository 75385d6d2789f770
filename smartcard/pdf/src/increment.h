// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "vienlogs/pdf/document.h"

namespace vienlogs::pdf {

/// An incremental update (ISO 32000-1, section 7.5.6): new and changed objects, with cross references of the
/// kind that the file has, for the end of the file. Refers to the document.
class Increment {
public:
    explicit Increment(const Document& document);
    /// A number for a new object.
    [[nodiscard]] Reference reserve() { return {next_++, 0}; }
    void set(Reference reference, const Object& object);
    void setStream(Reference reference, Dictionary dictionary, const std::string& bytes);
    Reference add(const Object& object);
    Reference addStream(Dictionary dictionary, const std::string& bytes);

    struct Written {
        std::string bytes;                            ///< To append.
        std::map<Reference, std::uint64_t> positions; ///< Of each object in these bytes.
    };
    [[nodiscard]] Written write() const;

private:
    [[nodiscard]] Dictionary trailer() const;
    void writeTable(Written& written) const;
    void writeStream(Written& written) const;

    const Document& document_;
    std::uint32_t next_;
    std::map<Reference, std::string> objects_;
};

} // namespace vienlogs::pdf
