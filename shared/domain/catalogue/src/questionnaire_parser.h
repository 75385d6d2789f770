// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/catalogue/questionnaire.h"
#include "vienlogs/json/reader.h"

namespace vienlogs::catalogue {

/// Reads one questionnaire from JSON.
class QuestionnaireParser {
public:
    [[nodiscard]] base::Result<Questionnaire> parse(std::string_view text);

private:
    void readQuestion(json::Reader& reader);
    void readOptions(json::Reader& reader, Question& question);
    void readRow(json::Reader& reader);
    [[nodiscard]] std::shared_ptr<const Expression> readCondition(json::Reader& reader, std::string_view key);

    json::Problems problems_;
    Questionnaire made_;
};

} // namespace vienlogs::catalogue
