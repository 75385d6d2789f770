// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/harmonisation/papers.h"

#include <algorithm>
#include <array>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/harmonisation/annotation.h"

namespace vienlogs::harmonisation {

namespace {

using acts::ElementKind;
using acts::Runs;

acts::Runs bold(std::string_view text) {
    auto runs = acts::plain(text);
    for (auto& run : runs)
        run.bold = true;
    return runs;
}

/// An act put together from the top to the bottom. Every insertion is one that the tree allows, so none
/// fails.
class Paper {
public:
    Paper(std::string_view title, const NewId& newId) : newId_(newId), act_(newId(), acts::ActKind::Order) {
        line(ElementKind::Title, acts::plain(title));
    }

    void line(ElementKind kind, Runs text) { last_ = put(kind, act_.id(), last_, std::move(text)); }
    void paragraph(Runs text) { line(ElementKind::Paragraph, std::move(text)); }

    void table(const std::vector<std::string_view>& heads) {
        last_ = table_ = put(ElementKind::Table, act_.id(), last_);
        row_ = {};
        std::vector<std::vector<Runs>> cells;
        cells.reserve(heads.size());
        for (const auto head : heads)
            cells.push_back({bold(head)});
        row(cells);
    }
    /// Each cell is a list of paragraphs.
    void row(const std::vector<std::vector<Runs>>& cells) {
        row_ = put(ElementKind::Row, table_, row_);
        base::Ulid cell;
        for (const auto& paragraphs : cells) {
            cell = put(ElementKind::Cell, row_, cell);
            base::Ulid paragraph;
            for (const auto& text : paragraphs)
                paragraph = put(ElementKind::Paragraph, cell, paragraph, text);
            if (paragraphs.empty())
                put(ElementKind::Paragraph, cell, {});
        }
    }
    [[nodiscard]] acts::Act done() && { return std::move(act_); }

private:
    base::Ulid put(ElementKind kind, const base::Ulid& parent, const base::Ulid& after, Runs text = {}) {
        const auto id = newId_();
        const auto placed = act_.apply(acts::InsertElement{id, kind, {parent, after}, {}, std::move(text)});
        return placed ? id : after;
    }

    const NewId& newId_;
    acts::Act act_;
    base::Ulid last_{}, table_{}, row_{};
};

/// A text of several lines as paragraphs of a cell.
std::vector<Runs> lines(std::string_view text) {
    std::vector<Runs> list;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0)
            list.push_back(acts::plain(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list;
}

void append(std::string& text, const acts::Act& act, const acts::Element& element) {
    if (!acts::hasText(element.kind))
        return;
    const auto label = acts::labelOf(act, element.id);
    if (!text.empty())
        text += '\n';
    text += acts::withRaisedDigits(label.text);
    if (!label.text.empty())
        text += ' ';
    text += acts::withRaisedDigits(element.text);
}

/// Where every element stands in the text; what is gone has the place that it had.
std::unordered_map<base::Ulid, std::size_t> order(const acts::Act& act) {
    std::unordered_map<base::Ulid, std::size_t> places;
    for (const auto* element : act.inOrder())
        places.emplace(element->id, places.size() + 1);
    return places;
}

std::string_view said(Outcome outcome) {
    switch (outcome) {
    case Outcome::Accepted:
        return "Ņemts vērā.";
    case Outcome::PartlyAccepted:
        return "Daļēji ņemts vērā.";
    case Outcome::Explained:
        return "Sniegts skaidrojums.";
    case Outcome::Rejected:
        return "Nav ņemts vērā.";
    }
    return {};
}

std::string answerText(const RemarkState& state) {
    if (!state.answer)
        return "Atbilde vēl nav sniegta.";
    std::string text(said(state.answer->outcome));
    if (!state.answer->text.empty())
        text += "\n" + state.answer->text;
    return text;
}

std::string remarkText(const RemarkState& state) {
    std::string text = state.opinion->giver + "\n" +
                       (state.remark->kind == RemarkKind::Objection ? "Iebildums: " : "Priekšlikums: ") +
                       state.remark->text;
    if (!state.remark->proposed.empty())
        text += "\nPiedāvātā redakcija: " + state.remark->proposed;
    return text;
}

std::vector<Runs> rowOf(std::size_t number) {
    return lines(std::to_string(number) + ".");
}

void izzinaTable(Paper& paper, const std::vector<SettledRemark>& rows, bool open, std::size_t& number) {
    std::vector<std::string_view> heads{"Nr. p.k.", "Saskaņošanai nosūtītā projekta redakcija",
                                        "Atzinumā norādītais iebildums vai priekšlikums",
                                        "Atbildīgās institūcijas norāde"};
    if (open)
        heads.emplace_back("Atzinuma sniedzēja uzturētais iebildums");
    heads.emplace_back("Projekta galīgā redakcija");
    paper.table(heads);
    for (const auto& row : rows) {
        const auto& state = row.state;
        std::vector<std::vector<Runs>> cells{rowOf(++number), lines(row.sentWording),
                                             lines(remarkText(state)), lines(answerText(state))};
        if (open)
            cells.push_back(lines(state.position ? state.position->maintained : std::string{}));
        cells.push_back(lines(row.finalWording.empty() ? "Svītrots." : row.finalWording));
        paper.row(cells);
    }
}

std::string titleOf(const acts::Act& act) {
    for (const auto* element : act.inOrder())
        if (element->kind == ElementKind::Title)
            return acts::textOf(element->text);
    return {};
}

/// The element that is one row of a reading table: an article, or what stands outside of one.
base::Ulid rowElement(const acts::Act& act, const base::Ulid& id) {
    for (const auto* element : act.pathTo(id))
        if (element->kind != ElementKind::Chapter && element->kind != ElementKind::TransitionalProvisions &&
            element->kind != ElementKind::Annex)
            return element->id;
    return id;
}

} // namespace

std::string wordingOf(const acts::Act& act, const base::Ulid& id) {
    std::string text;
    const auto* element = act.findLive(id);
    if (!element)
        return text;
    append(text, act, *element);
    for (const auto* inner : act.inside(id))
        append(text, act, *inner);
    return text;
}

Izzina izzinaOf(const Harmonising& harmonising, const acts::History& act, bool withProposals) {
    Izzina izzina;
    std::unordered_map<std::size_t, acts::Act> versions;
    const auto places = order(act.now());
    std::vector<std::pair<std::size_t, SettledRemark>> all;
    for (const auto& state : harmonising.remarks()) {
        if (state.remark->kind == RemarkKind::Proposal && !withProposals)
            continue;
        const auto version = state.opinion->version;
        const auto sent = versions.try_emplace(version, act.version(version)).first;
        const bool whole = state.remark->element.isNil();
        const auto& element = whole ? act.now().id() : state.remark->element;
        const auto place = places.find(element);
        // A remark on the whole act comes first, one on an element that is gone last.
        const auto at = whole ? 0 : place == places.end() ? SIZE_MAX : place->second;
        constexpr std::string_view wholeAct = "Projekts kopumā";
        all.emplace_back(at, SettledRemark{state,
                                           whole ? std::string(wholeAct) : wordingOf(sent->second, element),
                                           whole ? std::string(wholeAct) : wordingOf(act.now(), element)});
    }
    std::ranges::stable_sort(all, {}, &std::pair<std::size_t, SettledRemark>::first);
    for (auto& [at, row] : all)
        (row.state.agreed ? izzina.settled : izzina.open).push_back(std::move(row));
    return izzina;
}

std::vector<ReadingRow> readingTable(const acts::Act* inForce, const acts::Act& previous,
                                     const Harmonising& harmonising) {
    std::vector<ReadingRow> rows;
    std::unordered_map<base::Ulid, std::size_t> rowAt;
    const auto rowFor = [&](const base::Ulid& element) -> ReadingRow& {
        const auto [found, isNew] = rowAt.try_emplace(element, rows.size());
        if (isNew)
            rows.push_back({element, inForce ? wordingOf(*inForce, element) : std::string{},
                            wordingOf(previous, element)});
        return rows[found->second];
    };
    for (const auto* element : previous.inOrder())
        if (acts::hasText(element->kind))
            if (const auto row = rowElement(previous, element->id);
                row == element->id && element->kind != ElementKind::Signature)
                rowFor(row);
    if (inForce)
        for (const auto* element : inForce->inOrder())
            if (!previous.isLive(element->id) && acts::hasText(element->kind) &&
                rowElement(*inForce, element->id) == element->id)
                rowFor(element->id);
    for (const auto& state : harmonising.remarks()) {
        const auto& subject = state.remark->element;
        auto& row = rowFor(previous.isLive(subject) ? rowElement(previous, subject) : subject);
        row.proposals.push_back(remarkText(state));
        row.committee.push_back(state.answer ? answerText(state) : std::string{});
    }
    return rows;
}

acts::Act izzinaPaper(const Izzina& izzina, const acts::History& act, const NewId& newId) {
    Paper paper("Izziņa par atzinumos sniegtajiem iebildumiem", newId);
    paper.paragraph(acts::plain(titleOf(act.now())));
    std::size_t number = 0;
    if (!izzina.open.empty()) {
        paper.paragraph(bold("I. Jautājumi, par kuriem saskaņošanā vienošanās nav panākta"));
        izzinaTable(paper, izzina.open, true, number);
    }
    if (!izzina.settled.empty()) {
        paper.paragraph(bold(izzina.open.empty()
                                 ? "Jautājumi, par kuriem saskaņošanā vienošanās ir panākta"
                                 : "II. Jautājumi, par kuriem saskaņošanā vienošanās ir panākta"));
        izzinaTable(paper, izzina.settled, false, number);
    }
    if (number == 0)
        paper.paragraph(acts::plain("Iebildumu nav."));
    return std::move(paper).done();
}

acts::Act readingPaper(const std::vector<ReadingRow>& rows, const std::string& title, const NewId& newId) {
    Paper paper(title, newId);
    paper.table(
        {"Spēkā esošā redakcija", "Iepriekšējā lasījuma redakcija", "Priekšlikumi", "Komisijas atzinums"});
    std::size_t number = 0;
    for (const auto& row : rows) {
        std::vector<Runs> proposals, committee;
        for (std::size_t i = 0; i < row.proposals.size(); ++i) {
            const auto prefix = "(" + std::to_string(++number) + ") ";
            for (auto& text : lines(prefix + row.proposals[i]))
                proposals.push_back(std::move(text));
            for (auto& text : lines(row.committee[i].empty() ? std::string{} : prefix + row.committee[i]))
                committee.push_back(std::move(text));
        }
        paper.row({lines(row.inForce), lines(row.previous), proposals, committee});
    }
    return std::move(paper).done();
}

acts::Act comparisonPaper(const std::vector<Compared>& rows, const std::string& title, const NewId& newId) {
    Paper paper(title, newId);
    paper.table({"Iepriekš", "Tagad"});
    for (const auto& row : rows) {
        if (row.same())
            continue;
        std::array<Runs, 2> sides{row.labelBefore, row.labelAfter};
        for (auto& side : sides)
            if (!side.empty())
                side = acts::joined(std::move(side), acts::plain(" "));
        for (const auto& piece : row.pieces) {
            auto marked = piece.text;
            for (auto& run : marked) {
                run.italic = run.italic || piece.side == Side::Before;
                run.bold = run.bold || piece.side == Side::After;
            }
            if (piece.side != Side::After)
                sides[0] =
                    acts::joined(std::move(sides[0]),
                                 piece.side == Side::Before
                                     ? acts::joined(acts::joined(acts::plain("["), marked), acts::plain("]"))
                                     : marked);
            if (piece.side != Side::Before)
                sides[1] = acts::joined(std::move(sides[1]), marked);
        }
        paper.row({{sides[0]}, {sides[1]}});
    }
    return std::move(paper).done();
}

acts::Act annotationPaper(const std::map<std::string, std::string>& fields, const std::string& title,
                          const NewId& newId) {
    Paper paper("Tiesību akta projekta \"" + title +
                    "\" sākotnējās ietekmes (ex-ante) novērtējuma ziņojums (anotācija)",
                newId);
    for (const auto& part : annotationParts()) {
        paper.paragraph(bold(std::string(part.number) + ". " + std::string(part.title)));
        if (part.number.find('.') == std::string_view::npos)
            continue;
        const auto field = fields.find(std::string(part.number));
        for (auto& text : lines(field == fields.end() ? std::string("-") : field->second))
            paper.paragraph(std::move(text));
    }
    return std::move(paper).done();
}

} // namespace vienlogs::harmonisation
