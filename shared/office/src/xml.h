// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vienlogs::office {

/// Characters as XML text or attribute value.
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace vienlogs::office
