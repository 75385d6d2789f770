// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "harmonising.h"

#include <charconv>
#include <iostream>

#include "act_file.h"
#include "returned.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/harmonisation/annotation.h"
#include "vienlogs/harmonisation/papers.h"
#include "vienlogs/harmonisation/steps_codec.h"

namespace vienlogs::acts_tool {

using base::fail;
using base::Result;
namespace harm = harmonisation;

namespace {

tl::unexpected<base::Failure> wrong(std::string what) {
    return fail(base::codes::invalidArgument, std::move(what));
}

/// An act with what was said of it.
class Talk {
public:
    static Result<Talk> open(const std::string& path) {
        auto act = ActFile::open(path);
        if (!act)
            return fail(act.error());
        auto file = AppendedFile::openOrMake(path + ".harm");
        const auto content = file ? file->content() : fail(file.error());
        if (!content)
            return fail(content.error());
        auto read = harm::readSteps(*content, act->history());
        if (!read)
            return fail(read.error());
        if (read->torn)
            if (auto cut = file->cutTo(read->goodBytes); !cut)
                return fail(cut.error());
        return Talk(std::move(*act), std::move(*file), std::move(read->harmonising));
    }
    [[nodiscard]] const acts::History& act() const { return act_.history(); }
    [[nodiscard]] const harm::Harmonising& steps() const { return steps_; }

    Result<void> say(harm::Happening happening, const Arguments& arguments, const base::Clock& clock) {
        if (!arguments.has("--by"))
            return wrong("--by");
        const harm::Step step{base::Ulid::make(clock), clock.now(), arguments.value("--by"),
                              std::move(happening)};
        if (auto added = steps_.append(step, act_.history()); !added)
            return added;
        return file_.append(harm::stepLine(step) + "\n");
    }

private:
    Talk(ActFile act, AppendedFile file, harm::Harmonising steps)
        : act_(std::move(act)), file_(std::move(file)), steps_(std::move(steps)) {}
    ActFile act_;
    AppendedFile file_;
    harm::Harmonising steps_;
};

/// The talk on the first word of the command, which has that many words.
Result<Talk> talkOf(const Arguments& arguments, std::size_t words) {
    if (arguments.rest.size() != words)
        return wrong("harmonisation");
    return Talk::open(arguments.rest[0]);
}

harm::NewId newIds(const base::Clock& clock) {
    return [&clock] { return base::Ulid::make(clock); };
}

Result<base::Ulid> idOf(const std::string& text) {
    const auto id = base::Ulid::parse(text);
    return id ? Result<base::Ulid>(*id) : wrong(text);
}

/// An optional version of the act: how many of its entries count.
Result<acts::Act> versionOf(const acts::History& act, const std::string& text) {
    if (text.empty())
        return act.now();
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size() || count > act.entries().size())
        return wrong(text);
    return act.version(count);
}

std::string titleOf(const acts::Act& act) {
    for (const auto* element : act.inOrder())
        if (element->kind == acts::ElementKind::Title)
            return acts::textOf(element->text);
    return {};
}

/// One remark by the options, if they hold one.
Result<std::vector<harm::Remark>> remarkOf(const Arguments& arguments, const base::Clock& clock) {
    const bool objects = arguments.has("--objection");
    if (!objects && !arguments.has("--proposal"))
        return std::vector<harm::Remark>{};
    base::Ulid element;
    if (arguments.has("--element")) {
        const auto id = idOf(arguments.value("--element"));
        if (!id)
            return fail(id.error());
        element = *id;
    }
    return std::vector<harm::Remark>{
        {base::Ulid::make(clock), element, objects ? harm::RemarkKind::Objection : harm::RemarkKind::Proposal,
         arguments.value(objects ? "--objection" : "--proposal"), arguments.value("--wording")}};
}

char markOf(harm::Side side) {
    return side == harm::Side::Before ? '-' : '+';
}

/// "label words [-gone-] {+new+} words", one element a line.
void printInline(const harm::Compared& row) {
    const auto label = row.existence == harm::Side::Before ? row.labelBefore : row.labelAfter;
    if (row.existence != harm::Side::Both)
        std::cout << markOf(row.existence) << ' ';
    else
        std::cout << (row.moved ? "> " : "  ");
    std::cout << acts::withRaisedDigits(label) << (label.empty() ? "" : " ");
    for (const auto& piece : row.pieces) {
        const auto text = acts::withRaisedDigits(piece.text);
        if (piece.side == harm::Side::Both || row.existence != harm::Side::Both)
            std::cout << text;
        else
            std::cout << (piece.side == harm::Side::Before ? "[-" + text + "-]" : "{+" + text + "+}");
    }
    std::cout << '\n';
}

} // namespace

Result<void> addOpinion(const Arguments& arguments, const base::Clock& clock) {
    const auto stance = base::valueIn(harm::stanceNames, arguments.value("--stance"));
    if (!stance || arguments.rest.empty() || arguments.rest.size() > 2)
        return wrong("opinion");
    auto talk = Talk::open(arguments.rest[0]);
    if (!talk)
        return fail(talk.error());
    auto remarks = remarkOf(arguments, clock);
    if (!remarks)
        return fail(remarks.error());
    harm::Opinion opinion{base::Ulid::make(clock), arguments.value("--giver"), *stance,
                          talk->act().entries().size(), std::move(*remarks)};
    if (arguments.rest.size() == 2) {
        const auto returned = readReturned(talk->act(), arguments.rest[1], clock);
        if (!returned)
            return fail(returned.error());
        opinion.version = returned->version;
        const auto comments = harm::remarksOf(returned->import.act.comments());
        opinion.remarks.insert(opinion.remarks.end(), comments.begin(), comments.end());
    }
    return talk->say(std::move(opinion), arguments, clock);
}

Result<void> addAnswer(const Arguments& arguments, const base::Clock& clock) {
    const auto outcome = base::valueIn(harm::outcomeNames, arguments.value("--outcome"));
    auto talk = talkOf(arguments, 2);
    if (!talk)
        return fail(talk.error());
    const auto remark = idOf(arguments.rest[1]);
    if (!remark || !outcome)
        return wrong("answer");
    return talk->say(harm::Answer{*remark, *outcome, arguments.value("--text")}, arguments, clock);
}

Result<void> addPosition(const Arguments& arguments, const base::Clock& clock) {
    auto talk = talkOf(arguments, 2);
    if (!talk)
        return fail(talk.error());
    const auto remark = idOf(arguments.rest[1]);
    if (!remark || arguments.has("--agreed") == arguments.has("--maintained"))
        return wrong("position");
    return talk->say(harm::Position{*remark, arguments.has("--agreed"), arguments.value("--maintained")},
                     arguments, clock);
}

Result<void> showRemarks(const Arguments& arguments) {
    const auto talk = talkOf(arguments, 1);
    if (!talk)
        return fail(talk.error());
    for (const auto& state : talk->steps().remarks()) {
        std::cout << state.remark->id.toString() << '\t'
                  << base::nameIn(harm::remarkKindNames, state.remark->kind) << '\t'
                  << (state.agreed ? "agreed" : "open") << '\t'
                  << (state.answer ? base::nameIn(harm::outcomeNames, state.answer->outcome) : "unanswered")
                  << '\t'
                  << (state.remark->element.isNil() ? std::string("-") : state.remark->element.toString())
                  << '\t' << state.opinion->giver << '\t' << state.remark->text << '\n';
    }
    return {};
}

Result<void> addTask(const Arguments& arguments, const base::Clock& clock) {
    auto talk = talkOf(arguments, 1);
    if (!talk)
        return fail(talk.error());
    if (arguments.has("--done")) {
        const auto id = idOf(arguments.value("--done"));
        return id ? talk->say(harm::TaskDone{*id}, arguments, clock) : fail(id.error());
    }
    const auto due = base::dateFromIso(arguments.value("--due"));
    const auto subject =
        arguments.has("--element") ? idOf(arguments.value("--element")) : Result<base::Ulid>(base::Ulid{});
    if (!due || !subject)
        return wrong("task");
    return talk->say(harm::Task{base::Ulid::make(clock), arguments.value("--what"), arguments.value("--who"),
                                *due, *subject},
                     arguments, clock);
}

Result<void> showTasks(const Arguments& arguments, const base::Clock& clock) {
    const auto talk = talkOf(arguments, 1);
    if (!talk)
        return fail(talk.error());
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(clock.now())};
    for (const auto& state : talk->steps().tasks())
        std::cout << state.task->id.toString() << '\t' << base::toIso(state.task->due) << '\t'
                  << (state.done             ? "done"
                      : state.overdue(today) ? "overdue"
                                             : "open")
                  << '\t' << state.task->who << '\t' << state.task->what << '\n';
    return {};
}

Result<void> annotate(const Arguments& arguments, const base::Clock& clock) {
    auto talk = talkOf(arguments, 1);
    if (!talk)
        return fail(talk.error());
    if (arguments.has("--field"))
        return talk->say(harm::AnnotationField{arguments.value("--field"), arguments.value("--text")},
                         arguments, clock);
    for (const auto field : harm::missingFields(talk->steps().annotation()))
        std::cout << "! missing: " << field << ' ' << harm::annotationField(field)->title << '\n';
    if (!arguments.has("--to"))
        return {};
    return writePaper(
        harm::annotationPaper(talk->steps().annotation(), titleOf(talk->act().now()), newIds(clock)), 0,
        arguments.value("--to"));
}

Result<void> makeIzzina(const Arguments& arguments, const base::Clock& clock) {
    const auto talk = talkOf(arguments, 1);
    if (!talk)
        return fail(talk.error());
    const auto izzina = harm::izzinaOf(talk->steps(), talk->act(), arguments.has("--with-proposals"));
    return writePaper(harm::izzinaPaper(izzina, talk->act(), newIds(clock)), 0, arguments.value("--to"));
}

Result<void> makeReading(const Arguments& arguments, const base::Clock& clock) {
    const auto talk = talkOf(arguments, 1);
    if (!talk)
        return fail(talk.error());
    const auto previous = versionOf(talk->act(), arguments.value("--from"));
    if (!previous)
        return fail(previous.error());
    std::optional<acts::Act> inForce;
    if (arguments.has("--in-force-act")) {
        const auto law = ActFile::open(arguments.value("--in-force-act"));
        if (!law)
            return fail(law.error());
        inForce = law->history().now();
    }
    const auto rows = harm::readingTable(inForce ? &*inForce : nullptr, *previous, talk->steps());
    return writePaper(harm::readingPaper(rows, titleOf(*previous), newIds(clock)), 0,
                      arguments.value("--to"));
}

Result<void> compareVersions(const Arguments& arguments, const base::Clock& clock) {
    if (arguments.rest.size() != 1 || !arguments.has("--from"))
        return wrong("compare");
    const auto file = ActFile::open(arguments.rest[0]);
    if (!file)
        return fail(file.error());
    const auto from = versionOf(file->history(), arguments.value("--from"));
    const auto until = versionOf(file->history(), arguments.value("--until"));
    if (!from || !until)
        return wrong("compare");
    const auto rows = harm::compare(*from, *until);
    if (arguments.has("--to"))
        return writePaper(harm::comparisonPaper(rows, titleOf(*until), newIds(clock)), 0,
                          arguments.value("--to"));
    for (const auto& row : rows)
        if (acts::hasText(row.kind))
            printInline(row);
    return {};
}

} // namespace vienlogs::acts_tool
