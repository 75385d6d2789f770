// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "merging.h"

#include <iostream>
#include <sstream>

#include "act_file.h"
#include "report.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/merge_files.h"
#include "vienlogs/office/package.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;

namespace {

std::vector<office::Choice> choicesOf(const office::MergeList& list, const std::string& words) {
    if (words.empty() || words == "all-clear")
        return office::allClear(list);
    if (words == "all-agreed")
        return office::allAgreed(list);
    std::vector<office::Choice> choices;
    std::istringstream ids(words);
    for (std::string id; ids >> id;)
        choices.push_back({id});
    return choices;
}

void print(const office::MergeList& list) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto& entry : list.entries)
        ++counts[base::nameIn(office::standingNames, entry.standing)];
    for (const auto& file : list.files)
        std::cout << file.name << '\t' << base::nameIn(office::fileStandingNames, file.standing)
                  << (file.older ? "\tolder" : "") << '\n';
    for (const auto& [standing, count] : counts)
        std::cout << standing << '\t' << count << '\n';
}

} // namespace

Result<void> merge(const Arguments& arguments, const base::Clock& clock) {
    if (arguments.has("--accept") && !arguments.has("--by"))
        return fail(base::codes::invalidArgument, "merge");
    auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    std::vector<office::ReturnedFile> files;
    for (std::size_t i = 1; i < arguments.rest.size(); ++i) {
        const std::filesystem::path path = arguments.rest[i];
        auto bytes = readFile(path, office::PackageBounds::packageBytes);
        if (!bytes)
            return fail(bytes.error());
        files.push_back({path.filename().string(), std::move(*bytes)});
    }
    const auto list = office::mergeFiles(file->history(), files, [&] { return base::Ulid::make(clock); });
    print(list);
    if (arguments.has("--report"))
        if (auto written = writeFile(arguments.value("--report"), reportOf(list).dump(1) + "\n"); !written)
            return written;
    if (!arguments.has("--accept"))
        return {};
    const auto choices = choicesOf(list, arguments.value("--accept"));
    const auto accepted = office::accept(file->history().now(), list, choices);
    if (!accepted)
        return fail(accepted.error());
    std::vector<ActFile::Step> steps;
    for (const auto& step : accepted->steps)
        steps.push_back({step.operation, step.reason});
    return file->append(steps, arguments.value("--by"), clock);
}

} // namespace vienlogs::acts_tool
