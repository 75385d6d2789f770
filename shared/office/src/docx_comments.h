// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vienlogs/acts/element.h"
#include "vienlogs/office/returned.h"

namespace vienlogs::office {

/// The two parts of OOXML that hold comments.
struct DocxCommentParts {
    std::string comments;         ///< word/comments.xml (ECMA-376 part 1, 17.13.4)
    std::string commentsExtended; ///< word/commentsExtended.xml (MS-DOCX 2.5.1): resolved, replies
};

/// The comments in their order: the first has the identity "0" in the text.
[[nodiscard]] DocxCommentParts docxComments(const std::vector<acts::Comment>& comments);

/// By their identity in the text. VL-OFFICE-0002, 0003.
[[nodiscard]] base::Result<std::map<std::string, ReturnedComment>>
readDocxComments(const DocxCommentParts& parts);

} // namespace vienlogs::office
