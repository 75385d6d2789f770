// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/act.h"

namespace vienlogs::acts_editing {

/// Two replacements in one text, the second in what the first left, as one; nothing when they do not touch.
/// `result` is the text after both.
[[nodiscard]] std::optional<acts::ReplaceText>
together(const acts::ReplaceText& first, const acts::ReplaceText& second, const acts::Runs& result);

} // namespace vienlogs::acts_editing
