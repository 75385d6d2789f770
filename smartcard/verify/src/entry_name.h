// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

namespace vienlogs::verify {

/// Why a name must not be in an archive, in words for support; nothing when it may: UTF-8 of at most 512
/// bytes, relative, no "..", no empty part, none of the characters that are special on some desk.
[[nodiscard]] std::optional<std::string> wrongWith(const std::string& name);
/// The name as a file system without letter case takes it: Latin and Cyrillic letters made small, dots and
/// blanks at the end of a part left out.
[[nodiscard]] std::string folded(const std::string& name);
/// A text that can be shown: of at most about `most` bytes, control characters as "?".
[[nodiscard]] std::string shown(const std::string& text, std::size_t most = 80);

} // namespace vienlogs::verify
