// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> deviceArea() {
    return {};
}

} // namespace vienlogs::base::failures
