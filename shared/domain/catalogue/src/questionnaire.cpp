// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/catalogue/questionnaire.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "expression.h"
#include "questionnaire_parser.h"
#include "vienlogs/catalogue/catalogue.h"

namespace vienlogs::catalogue {

base::Result<Questionnaire> Questionnaire::parse(std::string_view text) {
    return QuestionnaireParser().parse(text);
}

std::vector<const Question*> Questionnaire::asked(const QuestionAnswers& answers) const {
    std::vector<const Question*> list;
    QuestionAnswers counted; // an answer to a question no longer asked must not decide whether another is
    for (const auto& question : questions_) {
        if (question.askWhen && !question.askWhen->holds(counted))
            continue;
        list.push_back(&question);
        if (const auto answer = answers.find(question.id); answer != answers.end())
            counted.insert(*answer);
    }
    return list;
}

const Question* Questionnaire::next(const QuestionAnswers& answers) const {
    for (const auto* question : asked(answers))
        if (const auto answer = answers.find(question->id);
            answer == answers.end() || !accepts(*question, answer->second))
            return question;
    return nullptr;
}

bool Questionnaire::accepts(const Question& question, const std::string& answer) const {
    if (question.kind == Question::Kind::Choice)
        return std::any_of(question.options.begin(), question.options.end(),
                           [&](const QuestionOption& option) { return option.id == answer; });
    int number = 0;
    const auto [end, error] = std::from_chars(answer.data(), answer.data() + answer.size(), number);
    return error == std::errc() && end == answer.data() + answer.size() && number >= question.minimum &&
           number <= question.maximum;
}

base::Result<std::vector<ProposedService>> Questionnaire::propose(const QuestionAnswers& answers) const {
    if (const auto* open = next(answers))
        return base::fail(codes::answerMissing, "question " + open->id);
    QuestionAnswers counted;
    for (const auto* question : asked(answers))
        counted.insert(*answers.find(question->id));
    std::vector<ProposedService> proposed;
    std::set<std::string, std::less<>> seen;
    for (const auto& row : rows_)
        if (!row.when || row.when->holds(counted))
            for (const auto& service : row.services)
                if (seen.insert(service).second)
                    proposed.push_back({service, row.why});
    return proposed;
}

std::vector<std::string> Questionnaire::services() const {
    std::set<std::string> all;
    for (const auto& row : rows_)
        all.insert(row.services.begin(), row.services.end());
    return {all.begin(), all.end()};
}

} // namespace vienlogs::catalogue
