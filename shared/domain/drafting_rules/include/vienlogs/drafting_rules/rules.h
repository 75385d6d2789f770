// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "vienlogs/base/failure.h"

namespace vienlogs::drafting_rules {

/// A Mistake should not leave the ministry; Advice is worth a look.
enum class Severity { Mistake, Advice };

/// One rule. Its words for people are the texts of its code.
struct Rule {
    base::FailureCode code;
    Severity severity = Severity::Mistake;
    /// The point of MK Nr. 108 of 2009 ("3.1."); empty where practice is the source.
    std::string_view point{};
};

namespace rules {

inline constexpr Rule number{{"VL-RULE-0001"}};
inline constexpr Rule numberTwice{{"VL-RULE-0002"}};
inline constexpr Rule referenceGone{{"VL-RULE-0003"}};
inline constexpr Rule referenceOld{{"VL-RULE-0004"}};
inline constexpr Rule citationMissing{{"VL-RULE-0005"}};
inline constexpr Rule termUnused{{"VL-RULE-0006"}, Severity::Mistake, "2.1."};
inline constexpr Rule termDash{{"VL-RULE-0007"}, Severity::Mistake, "2.2."};
inline constexpr Rule termTwice{{"VL-RULE-0008"}, Severity::Mistake, "2.3."};
inline constexpr Rule abbreviation{{"VL-RULE-0009"}, Severity::Advice, "2.2."};
inline constexpr Rule doubleSpace{{"VL-RULE-0010"}, Severity::Mistake, "2.2."};
inline constexpr Rule spaceBefore{{"VL-RULE-0011"}, Severity::Mistake, "2.2."};
inline constexpr Rule quotes{{"VL-RULE-0012"}, Severity::Mistake, "2.3."};
inline constexpr Rule sentenceEnd{{"VL-RULE-0013"}, Severity::Mistake, "2.2."};
inline constexpr Rule listEnd{{"VL-RULE-0014"}, Severity::Mistake, "2.2."};
inline constexpr Rule headingEnd{{"VL-RULE-0015"}, Severity::Mistake, "2.2."};
inline constexpr Rule declarative{{"VL-RULE-0016"}, Severity::Advice, "3.1."};
inline constexpr Rule vague{{"VL-RULE-0017"}, Severity::Advice, "2.1."};
inline constexpr Rule onlyPoint{{"VL-RULE-0018"}, Severity::Advice, "2.4."};
inline constexpr Rule noHeading{{"VL-RULE-0019"}};
inline constexpr Rule noBasis{{"VL-RULE-0020"}};
inline constexpr Rule spaceAfterNumber{{"VL-RULE-0021"}, Severity::Mistake, "2.2."};
inline constexpr Rule amendment{{"VL-RULE-0022"}, Severity::Mistake, "2.3."};
inline constexpr Rule listBegin{{"VL-RULE-0023"}, Severity::Mistake, "2.2."};
inline constexpr Rule repeated{{"VL-RULE-0024"}, Severity::Mistake, "3.3."};

} // namespace rules

/// All of them by their codes.
[[nodiscard]] std::span<const Rule> allRules();

} // namespace vienlogs::drafting_rules
