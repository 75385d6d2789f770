// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "commands.h"

#include <iostream>

#include "act_file.h"
#include "amending.h"
#include "merging.h"
#include "report.h"
#include "vienlogs/acts/citation.h"
#include "vienlogs/acts/log_codec.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/odt.h"
#include "vienlogs/office/package.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;

namespace {

tl::unexpected<base::Failure> wrong(std::string what) {
    return fail(base::codes::invalidArgument, std::move(what));
}

Result<void> makeNew(const Arguments& arguments, const base::Clock& clock) {
    const auto kind = base::valueIn(acts::actKindNames, arguments.value("--kind"));
    if (!kind || arguments.rest.size() != 1)
        return wrong("new");
    return ActFile::create(arguments.rest[0], base::Ulid::make(clock), *kind);
}

Result<void> exportAct(const Arguments& arguments) {
    const auto to = arguments.value("--to");
    if (arguments.rest.size() != 1 || !to.ends_with(".odt"))
        return wrong("export");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto bytes = office::writeOdt(file->history().now(), file->history().entries().size());
    return bytes ? writeFile(to, *bytes) : fail(bytes.error());
}

/// One document against the act as it is; the operations that would bring its changes in.
struct Reading {
    office::Import import;
    acts::Merged merged;
};

Result<Reading> readInto(const acts::History& history, const acts::Act& now, const std::string& path,
                         const base::Clock& clock) {
    const auto bytes = readFile(path, office::PackageBounds::packageBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto returned = office::readOdt(*bytes);
    if (!returned)
        return fail(returned.error());
    if (returned->version > history.entries().size())
        return fail(office::codes::anotherAct, "a later version");
    const auto exported = history.version(returned->version.value_or(history.entries().size()));
    auto import = office::importReturned(exported, *returned, [&] { return base::Ulid::make(clock); });
    if (!import)
        return fail(import.error());
    auto merged = acts::merge(exported, now, import->act);
    return Reading{std::move(*import), std::move(merged)};
}

Result<void> importFile(const Arguments& arguments, const base::Clock& clock) {
    if (!arguments.has("--base") || (arguments.has("--accept") && !arguments.has("--by")))
        return wrong("import");
    auto file = ActFile::open(arguments.value("--base"));
    if (!file)
        return fail(file.error());
    const std::filesystem::path path = arguments.rest[0];
    const auto reading = readInto(file->history(), file->history().now(), path, clock);
    if (!reading)
        return fail(reading.error());
    const nlohmann::json report = {reportOf(path.filename().string(), reading->import, reading->merged)};
    if (arguments.has("--report"))
        if (auto written = writeFile(arguments.value("--report"), report.dump(1) + "\n"); !written)
            return written;
    if (!arguments.has("--accept"))
        return {};
    return file->append(reading->merged.operations, arguments.value("--by"), "no dokumenta", clock);
}

Result<void> number(const Arguments& arguments, const base::Clock& clock) {
    if (arguments.rest.size() != 1 || !arguments.has("--by"))
        return wrong("number");
    auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto by = arguments.value("--by");
    if (auto done = file->append(acts::renumber(file->history().now()), by, "numerācija", clock); !done)
        return done;
    return file->append(acts::renderReferences(file->history().now()), by, "atsauces", clock);
}

Result<void> show(const Arguments& arguments) {
    if (arguments.rest.size() != 1)
        return wrong("show");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto& act = file->history().now();
    for (const auto* element : act.inOrder())
        std::cout << element->id.toString() << '\t' << base::nameIn(acts::elementKindNames, element->kind)
                  << '\t' << acts::withRaisedDigits(acts::labelOf(act, element->id).text) << '\t'
                  << acts::withRaisedDigits(element->text) << '\n';
    return {};
}

Result<void> history(const Arguments& arguments) {
    const auto id = arguments.rest.size() == 2 ? base::Ulid::parse(arguments.rest[1]) : std::nullopt;
    if (!id)
        return wrong("history");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    for (const auto* entry : file->history().entriesOf(*id))
        std::cout << acts::entryLine(*entry) << '\n';
    return {};
}

} // namespace

std::string usage() {
    return R"(usage: vienlogs-acts new --kind KIND ACT      KIND: law, law-amendments, regulation, regulation-amendments, order
       vienlogs-acts show ACT                    identity, kind, number and text of every element
       vienlogs-acts export ACT --to FILE.odt
       vienlogs-acts import FILE.odt --base ACT [--report R.json] [--accept --by NAME]
       vienlogs-acts merge ACT FILE.odt... [--report R.json] [--accept [ID...|all-agreed|all-clear] --by NAME]
       vienlogs-acts number ACT --by NAME        numbers and citations as they must be now
       vienlogs-acts amend OLD NEW [--to ACT] [--adopted WORDS] [--published WORDS] [--in-force YYYY-MM-DD]
       vienlogs-acts apply ACT AMENDMENT [--accept --by NAME]
       vienlogs-acts consolidate ACT AMENDMENT[@YYYY-MM-DD]... --date YYYY-MM-DD [--to FILE.odt]
       vienlogs-acts history ACT ELEMENT         what happened to one element
IDs are those of the lines of a merge's report; a bare --accept takes all-clear, what nothing contradicts.
Without --accept an import, a merge or an apply changes nothing. AMENDMENT is an act or, as FILE.txt, lines of text;
what was not understood or could not be said is on lines that begin with "! ". ACT is a log of operations, one JSON object a line.
)";
}

Result<void> runCommand(const std::vector<std::string>& words) {
    auto arguments = argumentsOf(words);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->rest.empty())
        return wrong("no command");
    const auto command = arguments->rest.front();
    arguments->rest.erase(arguments->rest.begin());
    const base::SystemClock clock;
    if (command == "new")
        return makeNew(*arguments, clock);
    if (command == "export")
        return exportAct(*arguments);
    if (command == "import" && arguments->rest.size() == 1)
        return importFile(*arguments, clock);
    if (command == "merge" && arguments->rest.size() > 1)
        return merge(*arguments, clock);
    if (command == "amend")
        return amend(*arguments, clock);
    if (command == "apply")
        return applyAmendment(*arguments, clock);
    if (command == "consolidate")
        return consolidate(*arguments, clock);
    if (command == "number")
        return number(*arguments, clock);
    if (command == "show")
        return show(*arguments);
    if (command == "history")
        return history(*arguments);
    return wrong(command);
}

} // namespace vienlogs::acts_tool
