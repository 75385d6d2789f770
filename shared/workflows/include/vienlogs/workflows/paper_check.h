// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::workflows {

namespace codes {
inline constexpr base::FailureCode paperKindUnknown{"VL-ATT-0001"}; ///< Neither PDF, JPEG nor PNG.
inline constexpr base::FailureCode paperTooLarge{"VL-ATT-0002"};    ///< More than "%1" MB.
inline constexpr base::FailureCode paperDamaged{"VL-ATT-0003"};     ///< Cut off, or more than it says it is.
inline constexpr base::FailureCode paperActive{"VL-ATT-0004"}; ///< A program inside, or a password on it.
} // namespace codes

/// What a file from outside turned out to be.
struct PaperFacts {
    std::string mediaType; ///< "application/pdf", "image/jpeg" or "image/png"
    int pages = 0;         ///< 0 when the file does not say it openly.
};

/// Files larger than this are not attached.
inline constexpr std::size_t largestPaper = 20 * 1024 * 1024;

/// Judges a file by its content alone, never by its name: the kind, that it is whole and nothing stands
/// behind it, that a picture's size is sane, that a PDF says nowhere openly that it carries programs, other
/// files or a password. VL-ATT-0001 to -0004. Draws nothing; what is hidden in compressed parts of a PDF is
/// not seen.
[[nodiscard]] base::Result<PaperFacts> examinePaper(const base::Bytes& bytes);

} // namespace vienlogs::workflows
