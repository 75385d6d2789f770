// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "amending.h"

#include <iostream>

#include "act_file.h"
#include "returned.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/amendments/amendments.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/failures.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;

namespace {

constexpr std::size_t mostTextBytes = 16 << 20;

tl::unexpected<base::Failure> wrong(std::string what) {
    return fail(base::codes::invalidArgument, std::move(what));
}

amendments::NewId newIds(const base::Clock& clock) {
    return [&clock] { return base::Ulid::make(clock); };
}

/// An optional day: VL-BASE-0002 when it is none.
Result<std::optional<std::chrono::year_month_day>> dayOf(const std::string& text) {
    const auto day = text.empty() ? std::nullopt : base::dateFromIso(text);
    if (!text.empty() && !day)
        return wrong(text);
    return day;
}

void print(const acts::Act& act) {
    for (const auto* element : act.inOrder()) {
        const auto label = acts::withRaisedDigits(acts::labelOf(act, element->id).text);
        if (acts::hasText(element->kind))
            std::cout << label << (label.empty() ? "" : " ") << acts::withRaisedDigits(element->text) << '\n';
    }
}

void print(const std::vector<amendments::Problem>& problems) {
    for (const auto& problem : problems)
        std::cout << "! " << base::nameIn(amendments::problemNames, problem.kind) << ": " << problem.line
                  << '\n';
}

Result<amendments::Amendments> readAmendment(const std::string& path) {
    if (!path.ends_with(".txt")) {
        const auto file = ActFile::open(path);
        return file ? Result<amendments::Amendments>(amendments::read(file->history().now()))
                    : fail(file.error());
    }
    const auto text = readFile(path, mostTextBytes);
    return text ? Result<amendments::Amendments>(amendments::readText(*text)) : fail(text.error());
}

/// "FILE" or "FILE@2027-01-01": the day in the name goes before that in the text.
Result<amendments::Amendments> readDated(const std::string& word) {
    const auto at = word.rfind('@');
    const auto day = at == std::string::npos ? std::nullopt : base::dateFromIso(word.substr(at + 1));
    auto amendment = readAmendment(day ? word.substr(0, at) : word);
    if (amendment && day)
        amendment->inForce = day;
    return amendment;
}

} // namespace

Result<void> amend(const Arguments& arguments, const base::Clock& clock) {
    const auto day = dayOf(arguments.value("--in-force"));
    if (arguments.rest.size() != 2 || !day)
        return wrong("amend");
    const auto before = ActFile::open(arguments.rest[0]);
    if (!before)
        return fail(before.error());
    const auto after = ActFile::open(arguments.rest[1]);
    if (!after)
        return fail(after.error());
    if (before->history().now().id() != after->history().now().id())
        return fail(office::codes::anotherAct, "amend");
    const amendments::Heading heading{arguments.value("--published"), arguments.value("--adopted"), *day};
    const auto generated =
        amendments::generate(before->history().now(), after->history().now(), heading, newIds(clock));
    print(generated.act);
    print(generated.amendments.problems);
    return arguments.has("--to")
               ? keepAct(generated.act, arguments.value("--to"), arguments.value("--by"), "grozījumi", clock)
               : Result<void>{};
}

Result<void> applyAmendment(const Arguments& arguments, const base::Clock& clock) {
    if (arguments.rest.size() != 2 || (arguments.has("--accept") && !arguments.has("--by")))
        return wrong("apply");
    auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto amendment = readAmendment(arguments.rest[1]);
    if (!amendment)
        return fail(amendment.error());
    const auto applied = amendments::apply(file->history().now(), *amendment, newIds(clock));
    print(applied.act);
    print(applied.problems);
    if (!arguments.has("--accept"))
        return {};
    return file->append(applied.operations, arguments.value("--by"), "grozījumi", clock);
}

Result<void> consolidate(const Arguments& arguments, const base::Clock& clock) {
    const auto day = dayOf(arguments.value("--date"));
    const auto to = arguments.value("--to");
    if (arguments.rest.size() < 2 || !day || !*day)
        return wrong("consolidate");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    std::vector<amendments::Amendments> all;
    for (std::size_t i = 1; i < arguments.rest.size(); ++i) {
        auto amendment = readDated(arguments.rest[i]);
        if (!amendment)
            return fail(amendment.error());
        all.push_back(std::move(*amendment));
    }
    const auto whole = amendments::consolidate(file->history().now(), std::move(all), **day, newIds(clock));
    print(whole.act);
    print(whole.problems);
    if (to.empty())
        return {};
    return writePaper(whole.act, file->history().entries().size(), to);
}

} // namespace vienlogs::acts_tool
