// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "questionnaire_parser.h"

#include <algorithm>

#include "expression.h"
#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/jsonread/json.h"

namespace vienlogs::catalogue {
namespace {

const std::vector<QuestionOption>& yesNo() {
    static const std::vector<QuestionOption> options{{"yes", {"Jā", "Yes", "Да"}},
                                                     {"no", {"Nē", "No", "Нет"}}};
    return options;
}

} // namespace

base::Result<Questionnaire> QuestionnaireParser::parse(std::string_view text) {
    const auto parsed = jsonread::parse(text, {.bytes = 256 << 10, .depth = 10, .values = 10'000});
    if (!parsed)
        return base::fail(codes::fileInvalid, parsed.error().detail);
    jsonread::Reader reader(*parsed, "", problems_);
    made_.id_ = reader.text("id", 60);
    made_.changedIn_ = static_cast<int>(reader.integer("changedIn", 1, 1'000'000));
    for (auto& question : reader.objects("questions", 20))
        readQuestion(question);
    for (auto& row : reader.objects("rules", 100))
        readRow(row);
    reader.finish();
    if (made_.questions_.empty() || made_.rows_.empty())
        problems_.add("/", "questions and rules are expected");
    if (problems_.any())
        return base::fail(codes::fileInvalid, problems_.first(), made_.id_);
    return std::move(made_);
}

void QuestionnaireParser::readQuestion(jsonread::Reader& reader) {
    Question question;
    question.id = reader.text("id", 40);
    question.text = reader.localized("text");
    question.help = reader.localizedOr("help");
    const auto kind = reader.text("kind");
    if (kind == "number") {
        question.kind = Question::Kind::Number;
        question.minimum = static_cast<int>(reader.integer("minimum", 0, 100'000));
        question.maximum = static_cast<int>(reader.integer("maximum", question.minimum, 100'000));
    } else if (kind == "yesNo")
        question.options = yesNo();
    else if (kind == "choice")
        readOptions(reader, question);
    else
        reader.problem("kind", "yesNo, choice or number is expected");
    question.askWhen = readCondition(reader, "askWhen");
    reader.finish();
    for (const auto& known : made_.questions_)
        if (known.id == question.id)
            reader.problem("id", "is there twice");
    made_.questions_.push_back(std::move(question));
}

void QuestionnaireParser::readOptions(jsonread::Reader& reader, Question& question) {
    for (auto& option : reader.objects("options", 50)) {
        question.options.push_back({option.text("id", 40), option.localized("label")});
        option.finish();
    }
    if (question.options.size() < 2)
        reader.problem("options", "two at least are expected");
}

void QuestionnaireParser::readRow(jsonread::Reader& reader) {
    Questionnaire::Row row;
    row.when = readCondition(reader, "when");
    row.services = reader.texts("services", 30);
    row.why = reader.localized("why");
    if (row.services.empty())
        reader.problem("services", "is empty");
    reader.finish();
    made_.rows_.push_back(std::move(row));
}

std::shared_ptr<const Expression> QuestionnaireParser::readCondition(jsonread::Reader& reader,
                                                                     std::string_view key) {
    const auto text = reader.textOr(key, "");
    if (text.empty())
        return nullptr;
    auto condition = Expression::parse(text, made_.questions_);
    if (!condition) {
        reader.problem(key, condition.error().detail);
        return nullptr;
    }
    return *condition;
}

} // namespace vienlogs::catalogue
