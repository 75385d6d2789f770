// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace vienlogs::server::app {

/// Person, device and place together: who asks. Made only by Sessions::find().
struct Actor {
    std::string clerk; ///< Personnel number.
    std::string name;
    std::string institution;
    std::vector<std::string> roles;
    std::string place;
    std::string device;
    std::string placeKind; ///< One of knownPlaceKinds().
};

} // namespace vienlogs::server::app
