// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/amendments/amendments.h"

namespace vienlogs::amendments {

/// Reads the phrases of one line of an amending act, from the left. Flat text: raised digits behind "^".
class Phrase {
public:
    explicit Phrase(std::string text, const Path& group = {}) : text_(std::move(text)), group_(group) {}

    /// Whole words; the first letter in either case.
    bool eat(std::string_view words);
    bool eatAny(std::initializer_list<std::string_view> words);
    /// Text in quotation marks.
    std::optional<std::string> quoted();
    /// One citation, its last number perhaps several: at least one path, or none when there is no citation.
    std::vector<Path> citation();
    /// "otro teikumu"; 0 for none.
    std::uint32_t sentence();
    /// Nothing is left but full stops and semicolons.
    [[nodiscard]] bool done() const;

private:
    [[nodiscard]] std::string_view rest() const { return std::string_view(text_).substr(at_); }
    void skipSpaces();
    std::vector<Step> step();
    std::vector<Step> numbered();
    std::vector<Step> listed(std::optional<Step> (Phrase::*one)());
    std::optional<Step> digits();
    std::optional<Step> roman();
    std::optional<Step> lettered();
    std::optional<Step> ordinal();
    std::optional<acts::ElementKind> noun();

    std::string text_;
    Path group_;
    std::size_t at_ = 0;
};

} // namespace vienlogs::amendments
