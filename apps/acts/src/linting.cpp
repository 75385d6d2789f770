// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "linting.h"

#include <iostream>

#include "act_file.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/drafting_rules/lint.h"
#include "vienlogs/spelling/speller.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;

namespace {

constexpr std::size_t mostFixes = 100'000;

/// "ELEMENT FROM-TO CODE SEVERITY POINT WORDS MESSAGE", tabs between.
void print(const drafting_rules::Finding& finding, base::Language language) {
    const auto message = base::messageOf(base::Failure{finding.rule.code}, language);
    std::cout << (finding.element.isNil() ? "-" : finding.element.toString()) << '\t' << finding.from << '-'
              << finding.to << '\t' << finding.rule.code.text << '\t'
              << (finding.rule.severity == drafting_rules::Severity::Mistake ? "mistake" : "advice") << '\t'
              << (finding.rule.point.empty() ? "-" : finding.rule.point) << '\t'
              << (finding.fix.empty() ? "" : "fixable") << '\t' << finding.words << '\t' << message.happened
              << ' ' << message.todo << '\n';
}

/// One fix after the other, for each moves the places of those behind it.
Result<void> fixAll(ActFile& file, const std::string& by, const base::Clock& clock) {
    auto act = file.history().now();
    std::vector<acts::Operation> operations;
    for (bool fixed = true; fixed && operations.size() < mostFixes;) {
        fixed = false;
        for (const auto& finding : drafting_rules::lint(act)) {
            for (const auto& operation : finding.fix)
                if (act.apply(operation)) {
                    operations.push_back(operation);
                    fixed = true;
                }
            if (fixed)
                break;
        }
    }
    return operations.empty() ? Result<void>{} : file.append(operations, by, "pārbaudes", clock);
}

Result<void> spell(const acts::Act& act, const std::string& language) {
    auto speller = spelling::Speller::open(language);
    if (!speller)
        return fail(speller.error());
    for (const auto* element : act.inOrder())
        for (const auto& word : speller->check(acts::textOf(element->text))) {
            std::cout << element->id.toString() << '\t' << word.from << '-' << word.to
                      << "\tspelling\tadvice\t-\t\t" << word.word << '\t';
            for (const auto& meant : speller->suggestions(word.word))
                std::cout << meant << ' ';
            std::cout << '\n';
        }
    return {};
}

} // namespace

Result<void> lintAct(const Arguments& arguments, const base::Clock& clock) {
    const auto language = base::languageFrom(arguments.value("--language", "lv"));
    if (arguments.rest.size() != 1 || !language || (arguments.has("--fix") && !arguments.has("--by")))
        return fail(base::codes::invalidArgument, "lint");
    auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    if (arguments.has("--fix"))
        if (auto fixed = fixAll(*file, arguments.value("--by"), clock); !fixed)
            return fixed;
    for (const auto& finding : drafting_rules::lint(file->history().now()))
        print(finding, *language);
    return arguments.has("--spelling") ? spell(file->history().now(), arguments.value("--spelling"))
                                       : Result<void>{};
}

} // namespace vienlogs::acts_tool
