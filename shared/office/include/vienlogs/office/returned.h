// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <utility>

#include "vienlogs/acts/element.h"
#include "vienlogs/base/result.h"

namespace vienlogs::office {

/// A tracked change of an office suite.
struct TrackedChange {
    bool deletion = false;
    std::string author, time, text;
    bool format = false;    ///< only how the text looks was changed
    std::size_t at = 0;     ///< where in the paragraph's text, in characters
    std::size_t length = 0; ///< of what was inserted or formatted
};

/// A remark as the document has it; the time as ISO 8601 without a zone.
struct ReturnedComment {
    std::string author, time, text;
    bool resolved = false;
    std::string id{}, replyTo{}; ///< within the document; empty when the format does not tell
    std::string quoted{};        ///< the words that it is about; empty for none
};

/// A bookmark of ours that begins in a paragraph.
struct Mark {
    base::Ulid id;
    bool copy = false;      ///< its name ends in "Copy 1": the suite made it when pasting
    std::size_t goesOn = 0; ///< how many paragraphs further it ends
};

/// One paragraph of a returned document, before it is known which element it is.
struct ReturnedParagraph {
    std::vector<Mark> marks{};
    base::Ulid xmlId{};   ///< nil for none
    base::Ulid styleId{}; ///< nil for none; a copy inherits it
    std::string style{};  ///< display name of its named style
    acts::Runs text{};
    std::vector<TrackedChange> changes{};
    std::vector<ReturnedComment> comments{};
    std::size_t cell = 0; ///< number of the table cell it stands in, 0 outside
    bool note = false;    ///< it was a footnote or endnote
};

/// A returned document.
struct Returned {
    std::string author{};                 ///< who saved it last; empty for not said
    base::Ulid act{};                     ///< from which act it was exported; nil for a foreign document
    std::optional<std::size_t> version{}; ///< how many entries the act's log had then
    std::vector<ReturnedParagraph> paragraphs{};
    std::vector<std::pair<base::Ulid, TrackedChange>>
        deleted{};                       ///< whose bookmark stands in a tracked deletion
    std::vector<std::string> warnings{}; ///< what was left aside: macros, pictures
};

} // namespace vienlogs::office
