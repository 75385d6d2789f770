// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "commands.h"

#include <charconv>
#include <iostream>

#include "act_file.h"
#include "amending.h"
#include "archiving.h"
#include "harmonising.h"
#include "linting.h"
#include "merging.h"
#include "report.h"
#include "returned.h"
#include "vienlogs/acts/citation.h"
#include "vienlogs/acts/log_codec.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/akn.h"
#include "vienlogs/office/package.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;

namespace {

tl::unexpected<base::Failure> wrong(std::string what) {
    return fail(base::codes::invalidArgument, std::move(what));
}

Result<void> makeNew(const Arguments& arguments, const base::Clock& clock) {
    if (arguments.rest.size() != 1)
        return wrong("new");
    if (arguments.has("--from")) {
        const auto text = readFile(arguments.value("--from"), office::PackageBounds::partBytes);
        if (!text)
            return fail(text.error());
        const auto read = office::readAkn(*text, [&] { return base::Ulid::make(clock); });
        if (!read)
            return fail(read.error());
        for (const auto& warning : read->warnings)
            std::cout << "! " << warning << '\n';
        return keepAct(read->act, arguments.rest[0], arguments.value("--by"), "no Akoma Ntoso", clock);
    }
    const auto kind = base::valueIn(acts::actKindNames, arguments.value("--kind"));
    return kind ? ActFile::create(arguments.rest[0], base::Ulid::make(clock), *kind) : wrong("--kind");
}

Result<void> exportAct(const Arguments& arguments) {
    if (arguments.rest.size() != 1)
        return wrong("export");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto& history = file->history();
    if (!arguments.has("--changes-since"))
        return writeAct(history, arguments.value("--to"), arguments.value("--author"));
    const auto words = arguments.value("--changes-since");
    std::size_t count = 0;
    const auto read = std::from_chars(words.data(), words.data() + words.size(), count);
    if (read.ec != std::errc{} || read.ptr != words.data() + words.size() || count > history.entries().size())
        return wrong("--changes-since");
    const auto since = office::changesSince(history, count);
    return writePaper(history.now(), history.entries().size(), arguments.value("--to"), &since);
}

Result<void> importFile(const Arguments& arguments, const base::Clock& clock) {
    if (!arguments.has("--base") || (arguments.has("--accept") && !arguments.has("--by")))
        return wrong("import");
    auto file = ActFile::open(arguments.value("--base"));
    if (!file)
        return fail(file.error());
    const std::filesystem::path path = arguments.rest[0];
    const auto returned = readReturned(file->history(), path, clock);
    if (!returned)
        return fail(returned.error());
    const auto merged = acts::merge(returned->exported, file->history().now(), returned->import.act);
    const nlohmann::json report = {reportOf(path.filename().string(), returned->import, merged)};
    if (arguments.has("--report"))
        if (auto written = writeFile(arguments.value("--report"), report.dump(1) + "\n"); !written)
            return written;
    if (!arguments.has("--accept"))
        return {};
    return file->append(merged.operations, arguments.value("--by"), "no dokumenta", clock);
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
       vienlogs-acts new --from FILE.akn.xml ACT --by NAME
       vienlogs-acts show ACT                    identity, kind, number and text of every element
       vienlogs-acts export ACT --to FILE [--author INSTITUTION] [--changes-since VERSION]  tracked, .odt, .docx, .pdf
       vienlogs-acts import FILE --base ACT [--report R.json] [--accept --by NAME]
       vienlogs-acts merge ACT FILE... [--report R.json] [--accept [ID...|all-agreed|all-clear] --by NAME]
       vienlogs-acts number ACT --by NAME        numbers and citations as they must be now
       vienlogs-acts amend OLD NEW [--to ACT] [--adopted WORDS] [--published WORDS] [--in-force YYYY-MM-DD]
       vienlogs-acts apply ACT AMENDMENT [--accept --by NAME]
       vienlogs-acts consolidate ACT AMENDMENT[@YYYY-MM-DD]... --date YYYY-MM-DD [--to FILE]
       vienlogs-acts opinion ACT [FILE] --giver WHO --stance agreed|not-agreed --by NAME
                     [--objection|--proposal TEXT [--element ID] [--wording TEXT]]   comments of FILE are remarks too
       vienlogs-acts remarks ACT                 every objection and proposal, and what was answered
       vienlogs-acts answer ACT REMARK --outcome accepted|partly-accepted|explained|rejected [--text TEXT] --by NAME
       vienlogs-acts position ACT REMARK --agreed|--maintained TEXT --by NAME        what the giver says to it
       vienlogs-acts task ACT --what TEXT --who WHO --due YYYY-MM-DD [--element ID] --by NAME | --done TASK --by NAME
       vienlogs-acts tasks ACT
       vienlogs-acts izzina ACT --to FILE [--with-proposals]
       vienlogs-acts annotation ACT [--field N.N --text TEXT --by NAME] [--to FILE]
       vienlogs-acts reading ACT --to FILE [--from VERSION] [--in-force-act ACT]  Saeima's table of a reading
       vienlogs-acts compare ACT --from VERSION [--until VERSION] [--to FILE]    VERSION: a number of entries
       vienlogs-acts lint ACT [--spelling lv_LV] [--language lv|en|ru] [--fix --by NAME]
       vienlogs-acts archive ACT [SIGNATURE...] --to FILE.zip [--author INSTITUTION]  Akoma Ntoso, ODT, PDF/A, log, sums
       vienlogs-acts validate ACT|FILE.akn.xml|FILE.zip [--schema FILE.xsd]
       vienlogs-acts history ACT ELEMENT         what happened to one element
IDs are those of the lines of a merge's report; a bare --accept takes all-clear, what nothing contradicts.
FILE is an .odt, a .docx or an .akn.xml; --to may be a .pdf, too. Without --accept an import, a merge or an apply changes nothing. AMENDMENT is an act or, as FILE.txt, lines of text;
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
    if (command == "opinion")
        return addOpinion(*arguments, clock);
    if (command == "answer")
        return addAnswer(*arguments, clock);
    if (command == "position")
        return addPosition(*arguments, clock);
    if (command == "remarks")
        return showRemarks(*arguments);
    if (command == "task")
        return addTask(*arguments, clock);
    if (command == "tasks")
        return showTasks(*arguments, clock);
    if (command == "annotation")
        return annotate(*arguments, clock);
    if (command == "izzina")
        return makeIzzina(*arguments, clock);
    if (command == "reading")
        return makeReading(*arguments, clock);
    if (command == "compare")
        return compareVersions(*arguments, clock);
    if (command == "lint")
        return lintAct(*arguments, clock);
    if (command == "archive")
        return archiveAct(*arguments);
    if (command == "validate")
        return validate(*arguments, clock);
    if (command == "number")
        return number(*arguments, clock);
    if (command == "show")
        return show(*arguments);
    if (command == "history")
        return history(*arguments);
    return wrong(command);
}

} // namespace vienlogs::acts_tool
