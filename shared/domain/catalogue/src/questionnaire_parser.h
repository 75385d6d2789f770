// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/catalogue/questionnaire.h"
#include "vienlogs/jsonread/reader.h"

namespace vienlogs::catalogue {

/// Reads one questionnaire from JSON.
class QuestionnaireParser {
public:
    [[nodiscard]] base::Result<Questionnaire> parse(std::string_view text);

private:
    void readQuestion(jsonread::Reader& reader);
    void readOptions(jsonread::Reader& reader, Question& question);
    void readRow(jsonread::Reader& reader);
    [[nodiscard]] std::shared_ptr<const Expression> readCondition(jsonread::Reader& reader,
                                                                  std::string_view key);

    jsonread::Problems problems_;
    Questionnaire made_;
};

} // namespace vienlogs::catalogue
