// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::office {

/// Bounds of what is read: an act of 2 400 articles has a content of 15 MB in some 30 parts.
struct PackageBounds {
    static constexpr std::size_t packageBytes = 100'000'000;
    static constexpr std::size_t parts = 4096;
    static constexpr std::size_t partBytes = 96'000'000;
    static constexpr std::size_t allBytes = 160'000'000; ///< of the parts that are read
    static constexpr std::size_t depth = 200;            ///< of XML elements
};

/// One part of an office package.
struct Part {
    std::string name;
    std::string content;
    bool stored = false; ///< not compressed, as ODF 1.3 part 2 section 3.3 asks for "mimetype"
};

/// The names of all parts and the content of the wanted ones, those that there are. VL-OFFICE-0001, 0002.
struct OpenedPackage {
    std::vector<std::string> names;
    std::map<std::string, std::string> parts;
};
[[nodiscard]] base::Result<OpenedPackage> openPackage(std::string_view bytes,
                                                      const std::vector<std::string>& wanted);

/// A zip file of the parts in their order. VL-OFFICE-0006.
[[nodiscard]] base::Result<std::string> makePackage(const std::vector<Part>& parts);

/// Whether XML may be given to a parser: no document type, nothing nested deeper than the bound.
/// VL-OFFICE-0002, 0003.
[[nodiscard]] base::Result<void> checkXml(std::string_view text);

} // namespace vienlogs::office
