// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace vienlogs::base {

/// A stable code of a failure, e.g. "VL-CARD-0003". Never reused, never renumbered; support looks it up.
/// Every code has a text in every language (see failure_text.h); a lint holds code and text together.
struct FailureCode {
    std::string_view text;
    friend constexpr bool operator==(FailureCode a, FailureCode b) { return a.text == b.text; }
    friend constexpr auto operator<=>(FailureCode a, FailureCode b) { return a.text <=> b.text; }
};

/// Why an operation did not do what was asked. An error as a value between modules.
struct Failure {
    FailureCode code;
    /// For the log of support: technical, without personal data, PIN, key or token.
    std::string detail{};
    /// What stands for "%1" in the text shown to the user (a count, a file's name); empty if the text has
    /// none.
    std::string argument{};

    friend bool operator==(const Failure&, const Failure&) = default;
};

} // namespace vienlogs::base
