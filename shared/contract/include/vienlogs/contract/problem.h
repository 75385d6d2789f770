// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace vienlogs::contract {

/// RFC 9457 problem with our failure code; `title` is in the language of the request.
struct Problem {
    int status = 500;
    std::string code;   ///< "VL-SRV-0001"
    std::string title;  ///< What happened.
    std::string detail; ///< What to do.
    friend bool operator==(const Problem&, const Problem&) = default;
};

} // namespace vienlogs::contract
