// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/known_code.h"

#include "vienlogs/base/failure_text.h"

namespace vienlogs::workflows {

std::optional<base::FailureCode> knownCode(std::string_view text) {
    for (const auto& known : base::allFailureTexts())
        if (known.code == text)
            return base::FailureCode{known.code};
    return std::nullopt;
}

} // namespace vienlogs::workflows
