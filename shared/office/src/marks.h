// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "vienlogs/base/ulid.h"

namespace vienlogs::office {

/// The bookmark of an element: "_lv_" + ULID, within Word's 40 letters.
[[nodiscard]] std::string markName(const base::Ulid& id);
/// And back; nil for another name. `copy` says whether a suite had renamed a pasted one.
[[nodiscard]] base::Ulid idOfMark(std::string_view name, bool* copy = nullptr);

} // namespace vienlogs::office
