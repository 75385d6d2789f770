// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "stage.h"

namespace vienlogs::staged {

/// One state of the desk worth looking at.
struct Scene {
    const char* name; ///< Also the name of its picture.
    void (*set)(Stage&);
    bool byCard = false; ///< Signing with the card is chosen.
};

/// Every screen in the states that matter, in the order of a client's visit. Words are long ones as the
/// catalogue has them.
[[nodiscard]] const std::vector<Scene>& scenes();

} // namespace vienlogs::staged
