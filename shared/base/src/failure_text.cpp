// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/failure_text.h"

#include <vector>

#include "failures/areas.h"

namespace vienlogs::base {

namespace {

std::vector<FailureText> collect() {
    std::vector<FailureText> all;
    for (const auto area : failures::areas())
        all.insert(all.end(), area.begin(), area.end());
    return all;
}

std::string fill(std::string_view text, const std::string& argument) {
    std::string filled(text);
    if (const auto at = filled.find("%1"); at != std::string::npos)
        filled.replace(at, 2, argument);
    return filled;
}

} // namespace

std::span<const FailureText> allFailureTexts() {
    static const std::vector<FailureText> all = collect();
    return all;
}

FailureMessage messageOf(const Failure& failure, Language language) {
    const auto texts = allFailureTexts();
    const FailureText* found = &texts.front(); // VL-BASE-0001, the fault of ours
    for (const auto& text : texts)
        if (text.code == failure.code.text)
            found = &text;
    const auto pick = [&](std::string_view lv, std::string_view en, std::string_view ru) {
        return fill(language == Language::English   ? en
                    : language == Language::Russian ? ru
                                                    : lv,
                    failure.argument);
    };
    return {pick(found->happenedLv, found->happenedEn, found->happenedRu),
            pick(found->todoLv, found->todoEn, found->todoRu), std::string(failure.code.text)};
}

} // namespace vienlogs::base
