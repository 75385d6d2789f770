// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

/// Why an office document is not read or written.
namespace vienlogs::office::codes {

inline constexpr base::FailureCode notOffice{"VL-OFFICE-0001"}; ///< No ODF, no OOXML text, or damaged.
inline constexpr base::FailureCode tooLarge{"VL-OFFICE-0002"}; ///< A bound of size, count or depth is passed.
inline constexpr base::FailureCode forbidden{"VL-OFFICE-0003"};   ///< XML with a document type or broken XML.
inline constexpr base::FailureCode encrypted{"VL-OFFICE-0004"};   ///< Protected by a password.
inline constexpr base::FailureCode anotherAct{"VL-OFFICE-0005"};  ///< Exported from another act or version.
inline constexpr base::FailureCode unwritable{"VL-OFFICE-0006"};  ///< The package could not be made.
inline constexpr base::FailureCode noConverter{"VL-OFFICE-0007"}; ///< No LibreOffice, or it made no PDF.
inline constexpr base::FailureCode invalid{"VL-OFFICE-0008"};     ///< Validation found problems.
inline constexpr base::FailureCode notTaken{"VL-OFFICE-0009"};    ///< A line of a merge cannot be taken over.

} // namespace vienlogs::office::codes
