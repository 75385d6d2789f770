// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "vienlogs/forms/field.h"

namespace vienlogs::forms {

/// True when a field of this kind can take what stands at a canonical path; false for an unknown path.
[[nodiscard]] bool pathFits(std::string_view path, FieldKind kind);

} // namespace vienlogs::forms
