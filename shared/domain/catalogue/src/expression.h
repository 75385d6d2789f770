// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/catalogue/questionnaire.h"

namespace vienlogs::catalogue {

/// A condition of a decision table in a small part of FEEL (DMN 1.5 chapter 10): comparisons of an answer
/// with literals, `in`, `and`, `or`, `not(…)`. An unanswered question compares false, also by `!=`.
class Expression {
public:
    /// Reads a condition over the given questions; the failure's detail says what is wrong. At most 500
    /// characters.
    [[nodiscard]] static base::Result<std::shared_ptr<const Expression>>
    parse(std::string_view text, const std::vector<Question>& questions);
    [[nodiscard]] bool holds(const QuestionAnswers& answers) const;

private:
    friend class ExpressionParser;
    enum class Kind { And, Or, Not, Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual };
    [[nodiscard]] bool compares(const std::string& answer) const;

    Kind kind_ = Kind::And;
    std::vector<std::unique_ptr<const Expression>> parts_; ///< And, Or, Not.
    std::string question_;                                 ///< Comparisons.
    std::vector<std::string> literals_;                    ///< Equal: one of these; others: one.
};

} // namespace vienlogs::catalogue
