// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "vienlogs/base/result.h"
#include "vienlogs/pdf/object.h"

namespace vienlogs::pdf {

/// Reads objects (ISO 32000-1, section 7.3) from a piece of a file. At most 64 deep and 400 000 in all.
class Parser {
public:
    /// `base` is where the piece begins in the file.
    explicit Parser(std::string_view text, std::uint64_t base = 0) : text_(text), base_(base) {}

    /// The next object. VL-PDF-0001, VL-PDF-0009; when reachedEnd() then it may only be cut off.
    [[nodiscard]] base::Result<Object> object();
    /// Whether the word comes next; then it is taken.
    [[nodiscard]] bool word(std::string_view expected);
    [[nodiscard]] std::optional<std::int64_t> integer();
    /// Over white space and comments.
    void skipSpace();
    /// To the byte after the end of line that follows "stream".
    [[nodiscard]] bool skipStreamLine();

    [[nodiscard]] std::uint64_t position() const { return base_ + at_; }
    [[nodiscard]] bool reachedEnd() const { return at_ >= text_.size(); }

private:
    base::Result<Object> parse(int depth);
    base::Result<Object> array(int depth);
    base::Result<Object> dictionary(int depth);
    base::Result<Object> numberOrReference();
    base::Result<Object> literalString();
    base::Result<Object> hexadecimalString();
    base::Result<Object> keyword();
    std::optional<std::string> name();
    void escape(std::string& bytes);
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] std::string_view regular() const;

    std::string_view text_;
    std::uint64_t base_;
    std::size_t at_ = 0;
    std::size_t objects_ = 0;
};

} // namespace vienlogs::pdf
