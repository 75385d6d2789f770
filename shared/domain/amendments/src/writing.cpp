// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "writing.h"

#include <algorithm>

#include "citing.h"
#include "content.h"
#include "glyphs.h"
#include "vienlogs/acts/numbering.h"

namespace vienlogs::amendments {

using acts::Case;
using acts::ElementKind;
using acts::plain;
using acts::Runs;

namespace {

Runs operator+(Runs one, const Runs& other) {
    return joined(std::move(one), other);
}

Runs operator+(Runs one, std::string_view other) {
    return joined(std::move(one), plain(other));
}

/// "vārdu" or "vārdus", or of numbers "skaitli": one, several.
std::string wordsNoun(const Runs& words, std::array<std::string_view, 4> forms) {
    const auto text = flat(words);
    const bool number = text.find_first_not_of("0123456789") == std::string::npos;
    const bool several = text.find(' ') != std::string::npos;
    return std::string(forms[(number ? 2U : 0U) + (several ? 1U : 0U)]);
}

constexpr std::array<std::string_view, 4> accusative{"vārdu", "vārdus", "skaitli", "skaitļus"};
constexpr std::array<std::string_view, 4> withWords{"vārdu", "vārdiem", "skaitli", "skaitļiem"};
constexpr std::array<std::string_view, 4> behindWords{"vārda", "vārdiem", "skaitļa", "skaitļiem"};

Runs quoted(const Runs& words) {
    return plain("\"") + words + "\"";
}

/// One change in words, the first letter small: "aizstāt otrajā daļā vārdu "x" ar vārdu "y"".
class Wording {
public:
    Wording(bool law, const Path& group) : law_(law), group_(group) {}

    [[nodiscard]] Runs of(const Change& change) const {
        switch (change.verb) {
        case Verb::ReplaceWords:
            return plain("aizstāt ") + at(change, Case::Locative) + wordsNoun(change.words, accusative) +
                   " " + quoted(change.words) + " ar " + wordsNoun(change.others, withWords) + " " +
                   quoted(change.others);
        case Verb::AddWords:
            return plain("papildināt ") + at(change, Case::Accusative) + "aiz " +
                   wordsNoun(change.words, behindWords) + " " + quoted(change.words) + " ar " +
                   wordsNoun(change.others, withWords) + " " + quoted(change.others);
        case Verb::DeleteWords:
            return deletion() + at(change, Case::Locative) + wordsNoun(change.words, accusative) + " " +
                   quoted(change.words);
        case Verb::RestateSentence:
            return plain("izteikt ") + at(change, Case::Genitive) +
                   acts::ordinal(change.sentence, acts::Noun::Sentence, Case::Accusative) +
                   " teikumu šādā redakcijā:";
        case Verb::RestateText:
            return plain("izteikt ") + textOf(change) + " šādā redakcijā:";
        case Verb::RestateUnit:
            return plain("izteikt ") + at(change, Case::Accusative) + "šādā redakcijā:";
        case Verb::AddUnits:
            return addition(change);
        case Verb::DeleteUnits:
            return deletion() + citeAll(change.units, Case::Accusative, group_);
        }
        return {};
    }

private:
    [[nodiscard]] Runs deletion() const { return plain(law_ ? "izslēgt " : "svītrot "); }

    [[nodiscard]] Runs at(const Change& change, Case in) const {
        return cite(change.units.front(), in, group_) + " ";
    }

    [[nodiscard]] Runs textOf(const Change& change) const {
        const auto kind = change.units.front().back().kind;
        if (kind == ElementKind::Title)
            return plain("nosaukumu");
        if (kind == ElementKind::Basis)
            return plain(law_ ? "ievadu" : "norādi uz noteikumu izdošanas tiesisko pamatu");
        const bool heading = acts::hasHeading(kind);
        return at(change, Case::Genitive) + (heading ? "nosaukumu" : "ievaddaļu");
    }

    [[nodiscard]] Runs addition(const Change& change) const {
        const auto& outer = change.units.front();
        std::vector<Path> added;
        for (const auto& unit : change.content)
            added.push_back({stepOf(unit, outer)});
        const bool byPath = added.front().front().numbers.size() > 1;
        const bool named = !outer.empty() && !(byPath && outer.size() == 1);
        Runs where = law_ && outer.empty() ? plain("likumu ") : Runs{};
        if (named)
            where = cite(shown(outer, byPath), Case::Accusative, group_) + " ";
        return plain("papildināt ") + where + "ar " + citeAll(added, Case::Accusative) + " šādā redakcijā:";
    }

    /// A number by path holds the point around it, so that one is not said twice.
    static Path shown(Path outer, bool byPath) {
        if (byPath)
            outer.pop_back();
        return outer;
    }

    [[nodiscard]] Step stepOf(const Unit& unit, const Path& outer) const {
        Step step{unit.kind};
        if (unit.number.value > 0)
            step.numbers = {unit.number};
        if (unit.kind != ElementKind::SubPoint || outer.empty())
            return step;
        const bool inAnnex = outer.front().kind == ElementKind::Annex;
        const bool inTransition = outer.front().kind == ElementKind::TransitionalProvisions;
        if (!law_ || inAnnex)
            step.numbers.insert(step.numbers.begin(), outer.back().numbers.begin(),
                                outer.back().numbers.end());
        else
            step.lettered = !(inTransition && outer.back().kind == ElementKind::Point);
        return step;
    }

    bool law_;
    const Path& group_;
};

/// The amending act while its lines are written.
class Writing {
public:
    Writing(const acts::Act& before, const acts::Act& after, const NewId& newId)
        : before_(before), after_(after), newId_(newId), law_(isLaw(before.kind())),
          out_(newId(), law_ ? acts::ActKind::LawAmendments : acts::ActKind::RegulationAmendments) {}

    acts::Act run(const std::vector<Change>& changes, const Heading& heading) {
        introduce(heading);
        for (std::size_t i = 0; i < changes.size();) {
            const auto end = groupEnd(changes, i);
            if (end - i > 1)
                grouped(changes, i, end);
            else
                alone(changes[i]);
            i = end;
        }
        if (heading.inForce)
            commencement(*heading.inForce);
        return std::move(out_);
    }

private:
    base::Ulid put(ElementKind kind, const base::Ulid& parent, Runs text, const base::Ulid& origin = {},
                   acts::Spans spans = {}) {
        const auto id = newId_();
        const auto& siblings = out_.find(parent)->children;
        const acts::Place place{parent, siblings.empty() ? base::Ulid{} : siblings.back()};
        const acts::Number number{kind == ElementKind::Point ? ++points_ : 0};
        (void)out_.apply(acts::InsertElement{id, kind, place, number, std::move(text), spans, origin});
        return id;
    }

    [[nodiscard]] std::string title() const {
        for (const auto& id : before_.root().children)
            if (const auto* element = before_.find(id); element->kind == ElementKind::Title)
                return acts::textOf(element->text);
        return {};
    }

    /// The amended act in the locative: "Dokumentu likumā", "likumā "Par …"", "noteikumos "…"".
    [[nodiscard]] std::string amendedAct(const Heading& heading) const {
        const auto name = title();
        constexpr std::string_view ending = "likums";
        if (law_ && name.ends_with(ending))
            return name.substr(0, name.size() - 1) + "ā";
        if (law_)
            return "likumā \"" + name + "\"";
        const auto adopted = heading.adopted.empty() ? "noteikumos" : heading.adopted;
        return "Ministru kabineta " + adopted + " \"" + name + "\"";
    }

    void introduce(const Heading& heading) {
        const auto amended = amendedAct(heading);
        put(ElementKind::Title, out_.id(), plain("Grozījumi " + amended));
        const auto published = heading.published.empty() ? "" : " (" + heading.published + ")";
        put(ElementKind::Paragraph, out_.id(),
            plain("Izdarīt " + amended + published + " šādus grozījumus:"));
    }

    /// Only laws group what changes in one article.
    [[nodiscard]] std::size_t groupEnd(const std::vector<Change>& changes, std::size_t from) const {
        const auto articleOf = [](const Change& change) {
            const auto& path = change.units.front();
            const bool article = !path.empty() && path.front().kind == ElementKind::Article;
            // The whole article is a point of its own.
            const bool whole =
                path.size() == 1 && (change.verb == Verb::RestateUnit || change.verb == Verb::DeleteUnits);
            return article && !whole ? std::optional(path.front()) : std::nullopt;
        };
        auto end = from + 1;
        const auto article = articleOf(changes[from]);
        while (law_ && article && end < changes.size() && articleOf(changes[end]) == article)
            ++end;
        return end;
    }

    static Runs capital(Runs text) {
        if (!text.empty() && text[0].text[0] >= 'a' && text[0].text[0] <= 'z')
            text[0].text[0] = char(text[0].text[0] - 32);
        return text;
    }

    void alone(const Change& change) {
        auto text = capital(Wording(law_, {}).of(change));
        const auto lines = contentOf(change);
        const auto point = put(ElementKind::Point, out_.id(), lines.empty() ? std::move(text) + "." : text);
        quote(point, lines, ".");
    }

    void grouped(const std::vector<Change>& changes, std::size_t from, std::size_t end) {
        const Path group{changes[from].units.front().front()};
        const auto point = put(ElementKind::Point, out_.id(), cite(group, Case::Locative) + ":");
        for (auto i = from; i < end; ++i) {
            const auto mark = i + 1 == end ? "." : ";";
            const auto lines = contentOf(changes[i]);
            auto text = Wording(law_, group).of(changes[i]);
            put(ElementKind::Paragraph, point, lines.empty() ? std::move(text) + mark : text);
            quote(point, lines, mark);
        }
    }

    [[nodiscard]] std::vector<Line> contentOf(const Change& change) const {
        if (change.verb == Verb::RestateText || change.verb == Verb::RestateSentence)
            return {{change.others, 0, {}, std::nullopt}};
        return linesOf(after_, change.content);
    }

    void quote(const base::Ulid& point, std::vector<Line> lines, std::string_view mark) {
        if (lines.empty())
            return;
        if (lines.back().table)
            lines.emplace_back(); // the closing mark behind the table
        lines.front().text = plain("\"") + lines.front().text;
        lines.back().text = std::move(lines.back().text) + "\"" + mark;
        for (const auto& line : lines)
            if (line.table)
                table(point, *line.table);
            else
                put(ElementKind::Paragraph, point, line.text, line.origin);
    }

    void table(const base::Ulid& parent, const Unit& unit) {
        const auto id = put(unit.kind, parent, unit.text, unit.origin, unit.spans);
        for (const auto& inner : unit.inner)
            table(id, inner);
    }

    void commencement(std::chrono::year_month_day day) {
        put(law_ ? ElementKind::Paragraph : ElementKind::Point, out_.id(),
            plain((law_ ? "Likums" : "Noteikumi") + std::string(" stājas spēkā ") +
                  std::to_string(int(day.year())) + ". gada " + std::to_string(unsigned(day.day())) + ". " +
                  std::string(monthsIn[unsigned(day.month()) - 1]) + "."));
    }

    const acts::Act& before_;
    const acts::Act& after_;
    const NewId& newId_;
    bool law_;
    acts::Act out_;
    std::uint32_t points_ = 0;
};

} // namespace

acts::Act write(const acts::Act& before, const acts::Act& after, const std::vector<Change>& changes,
                const Heading& heading, const NewId& newId) {
    return Writing(before, after, newId).run(changes, heading);
}

} // namespace vienlogs::amendments
