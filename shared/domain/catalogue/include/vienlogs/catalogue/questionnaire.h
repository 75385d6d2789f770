// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"

namespace vienlogs::catalogue {

class Expression;

/// What may be answered to a question.
struct QuestionOption {
    std::string id;
    base::LocalizedText label;
};

/// One question that narrows a life situation down.
struct Question {
    enum class Kind { Choice, Number };
    std::string id;
    Kind kind = Kind::Choice;
    base::LocalizedText text;
    base::LocalizedText help;                  ///< May be empty.
    std::vector<QuestionOption> options;       ///< Choice; a yes-no question has "yes" and "no".
    int minimum = 0, maximum = 0;              ///< Number.
    std::shared_ptr<const Expression> askWhen; ///< Nothing: always asked.
};

/// Answers by question id: an option's id, or digits for a number.
using QuestionAnswers = std::map<std::string, std::string, std::less<>>;

/// A service that the answers lead to, and why.
struct ProposedService {
    std::string serviceId;
    base::LocalizedText why;
};

/// Questions and a decision table (DMN 1.5, hit policy Collect): every rule whose condition holds proposes
/// services. Conditions are a small part of FEEL: = (or ==), !=, <, <=, >, >=, in ("a", "b"), and, or,
/// not(…), yes, no.
class Questionnaire {
public:
    /// VL-FORM-0030 with what and where as detail; names, options and types in conditions are checked here.
    [[nodiscard]] static base::Result<Questionnaire> parse(std::string_view text);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] int changedIn() const { return changedIn_; }
    /// All questions in order.
    [[nodiscard]] const std::vector<Question>& questions() const { return questions_; }
    /// The questions to ask given the answers so far, in order, answered ones too.
    [[nodiscard]] std::vector<const Question*> asked(const QuestionAnswers& answers) const;
    /// The first question still to be answered; nothing when all are.
    [[nodiscard]] const Question* next(const QuestionAnswers& answers) const;
    /// The services, in the order of the rules, each once. VL-FORM-0033 when an answer is missing or not
    /// offered.
    [[nodiscard]] base::Result<std::vector<ProposedService>> propose(const QuestionAnswers& answers) const;
    /// Every service some rule proposes.
    [[nodiscard]] std::vector<std::string> services() const;

private:
    friend class QuestionnaireParser;
    struct Row {
        std::shared_ptr<const Expression> when; ///< Nothing: always.
        std::vector<std::string> services;
        base::LocalizedText why;
    };
    [[nodiscard]] bool accepts(const Question& question, const std::string& answer) const;

    std::string id_;
    int changedIn_ = 0;
    std::vector<Question> questions_;
    std::vector<Row> rows_;
};

} // namespace vienlogs::catalogue
