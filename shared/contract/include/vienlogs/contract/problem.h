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
    /// What stood for "%1" in both, so that the desk can say it in the person's own form: a moment is RFC
    /// 3339. At most 200 characters; empty when the text has none.
    std::string argument{};
    friend bool operator==(const Problem&, const Problem&) = default;
};

} // namespace vienlogs::contract
