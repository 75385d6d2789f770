// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <regex>

#include "content.h"
#include "glyphs.h"
#include "phrase.h"
#include "vienlogs/acts/recognition.h"
#include "writing.h"

namespace vienlogs::amendments {

using acts::ElementKind;

namespace {

std::optional<std::chrono::year_month_day> commencementIn(const std::string& text) {
    static const std::regex shape(R"(stājas spēkā (\d{4})\. gada (\d{1,2})\. ([^ .]+))");
    std::smatch match;
    if (!std::regex_search(text, match, shape))
        return std::nullopt;
    const auto month = std::find(monthsIn.begin(), monthsIn.end(), match[3].str());
    const std::chrono::year_month_day day{std::chrono::year(std::stoi(match[1])),
                                          std::chrono::month(unsigned(month - monthsIn.begin()) + 1),
                                          std::chrono::day(unsigned(std::stoi(match[2])))};
    return month != monthsIn.end() && day.ok() ? std::optional(day) : std::nullopt;
}

/// One line that orders something.
class Order {
public:
    Order(const std::string& text, const Path& group) : phrase_(text, group), group_(group) {}

    std::optional<Change> read() {
        if (phrase_.eat("aizstāt"))
            return replacement();
        if (phrase_.eat("papildināt"))
            return addition();
        if (phrase_.eatAny({"izslēgt", "svītrot"}))
            return deletion();
        if (phrase_.eat("izteikt"))
            return restatement();
        return std::nullopt;
    }

private:
    std::vector<Path> cited() {
        auto units = phrase_.citation();
        if (units.empty() && !group_.empty())
            units.push_back(group_);
        return units;
    }

    bool words(acts::Runs& into) {
        const bool named = phrase_.eatAny(
            {"vārdu", "vārdus", "vārdiem", "vārda", "skaitli", "skaitļus", "skaitļiem", "skaitļa"});
        const auto text = named ? phrase_.quoted() : std::nullopt;
        if (text)
            into = fromFlat(*text);
        return text && !text->empty();
    }

    std::optional<Change> finished(Change change) {
        return phrase_.done() && !change.units.empty() ? std::optional(std::move(change)) : std::nullopt;
    }

    std::optional<Change> replacement() {
        Change change{Verb::ReplaceWords};
        change.everywhere = phrase_.eatAny({"visā likumā", "visā tekstā", "visos noteikumos"});
        change.units = change.everywhere ? std::vector<Path>{{}} : cited();
        // "(attiecīgā locījumā)" wants every case form of the words; that is left to a person.
        if (change.units.size() != 1 || !words(change.words) || !phrase_.eat("ar") || !words(change.others))
            return std::nullopt;
        return finished(std::move(change));
    }

    std::optional<Change> addition() {
        const auto before = phrase_;
        Change change{Verb::AddWords, cited()};
        if (phrase_.eat("aiz")) {
            if (change.units.size() != 1 || !words(change.words) || !phrase_.eat("ar") ||
                !words(change.others))
                return std::nullopt;
            return finished(std::move(change));
        }
        phrase_ = before;
        const bool wholeAct = phrase_.eatAny({"likumu", "noteikumus"});
        change = {Verb::AddUnits, wholeAct ? std::vector<Path>{{}} : phrase_.citation()};
        if (!phrase_.eat("ar") || change.units.size() > 1)
            return std::nullopt;
        if (change.units.empty())
            change.units.push_back(group_);
        const auto added = phrase_.citation();
        if (added.empty() || !phrase_.eat("šādā redakcijā:"))
            return std::nullopt;
        const auto& last = added.front().back();
        if (last.numbers.size() > 1) { // "6.1.¹ apakšpunkts" is inside point 6
            Step outer{last.numbers.size() > 2 ? ElementKind::SubPoint : ElementKind::Point, last.numbers};
            outer.numbers.pop_back();
            change.units.front().push_back(std::move(outer));
        }
        return finished(std::move(change));
    }

    std::optional<Change> deletion() {
        Change change{Verb::DeleteUnits, phrase_.citation()};
        if (change.units.size() < 2) {
            const auto before = phrase_;
            if (words(change.words)) {
                change.verb = Verb::DeleteWords;
                if (change.units.empty() && !group_.empty())
                    change.units.push_back(group_);
            } else
                phrase_ = before;
        }
        return finished(std::move(change));
    }

    std::optional<Change> restatement() {
        Change change{Verb::RestateUnit, phrase_.citation()};
        if (const auto sentence = phrase_.sentence(); sentence > 0) {
            change.verb = Verb::RestateSentence;
            change.sentence = sentence;
            if (change.units.empty())
                change.units.push_back(group_);
        } else if (phrase_.eatAny({"nosaukumu", "ievaddaļu"})) {
            change.verb = Verb::RestateText;
            if (change.units.empty())
                change.units.push_back(group_.empty() ? Path{Step{ElementKind::Title}} : group_);
        } else if (phrase_.eatAny({"ievadu", "norādi uz noteikumu izdošanas tiesisko pamatu"}))
            change = {Verb::RestateText, {{Step{ElementKind::Basis}}}};
        return phrase_.eat("šādā redakcijā:") ? finished(std::move(change)) : std::nullopt;
    }

    Phrase phrase_;
    const Path& group_;
};

/// An amending act while its lines arrive.
class Reading {
public:
    void line(const Line& line) {
        if (open_ && line.level > 0)
            giveUp();
        if (open_)
            quote(line);
        else if (!line.text.empty())
            head(line);
    }

    /// A bare line of text, its number still in it.
    void bareLine(acts::Runs text) {
        Line line{std::move(text)};
        const auto label = open_ ? std::nullopt : acts::recognise(line.text);
        if (label && (label->kind == ElementKind::Point || label->kind == ElementKind::SubPoint)) {
            line.level = label->kind == ElementKind::Point ? 1 : label->depth + 1;
            line.text = acts::cut(line.text, label->length, acts::lengthOf(line.text));
        }
        this->line(line);
    }

    Amendments take() {
        if (open_)
            giveUp();
        return std::move(result_);
    }

private:
    void problem(std::string line) {
        result_.problems.push_back({ProblemKind::NotUnderstood, std::move(line)});
    }

    /// The quoted text did not come to its end: it is not quoted at all, or has unbalanced marks inside. The
    /// latter is read only where it can end at one line alone; else it might have swallowed orders.
    void giveUp() {
        const auto ends = std::count_if(content_.begin(), content_.end(),
                                        [](const Line& line) { return endsQuoted(flat(line.text)); });
        if (ends == 1 && endsQuoted(flat(content_.back().text)))
            return close();
        problem(open_->source);
        open_.reset();
        content_.clear();
    }

    void head(const Line& line) {
        const auto text = flat(line.text);
        if (line.level > 0 && line.level <= groupLevel_)
            group_.clear();
        if (text.starts_with("Grozījumi ") || (text.starts_with("Izdarīt ") && text.ends_with("grozījumus:")))
            return;
        if (text.find("stājas spēkā") != std::string::npos) {
            result_.inForce = commencementIn(text);
            if (!result_.inForce)
                problem(text);
            return;
        }
        if (takesGroup(text, line.level))
            return;
        auto change = Order(text, group_).read();
        if (!change)
            return problem(text);
        change->source = text;
        if (!text.ends_with(":"))
            result_.changes.push_back(std::move(*change));
        else {
            open_ = std::move(change);
            quotes_ = 0;
        }
    }

    bool takesGroup(const std::string& text, std::size_t level) {
        Phrase phrase(text);
        const auto cited = phrase.citation();
        if (cited.size() != 1 || !phrase.eat(":") || !phrase.done())
            return false;
        group_ = cited.front();
        groupLevel_ = level;
        return true;
    }

    /// Collects quoted lines up to the closing mark: the one that makes their number even.
    void quote(const Line& line) {
        const auto text = flat(line.text);
        if (content_.empty() && !text.starts_with("\"")) {
            giveUp();
            return head(line);
        }
        quotes_ += std::size_t(std::count(text.begin(), text.end(), '"'));
        content_.push_back(line);
        if (!line.table && quotes_ % 2 == 0 && endsQuoted(text))
            close();
    }

    static bool endsQuoted(const std::string& text) {
        return text.ends_with("\"") || text.ends_with("\";") || text.ends_with("\".");
    }

    /// Takes the marks off the first and the last line.
    void unquote() {
        auto& last = content_.back().text;
        last = acts::cut(last, 0, acts::lengthOf(last) - (flat(last).ends_with("\"") ? 1 : 2));
        auto& first = content_.front().text;
        first = acts::cut(first, 1, acts::lengthOf(first));
        if (content_.size() > 1 && content_.back().text.empty() && content_[content_.size() - 2].table)
            content_.pop_back();
    }

    void close() {
        auto change = std::move(*open_);
        open_.reset();
        unquote();
        const auto lines = std::exchange(content_, {});
        if (change.verb == Verb::RestateSentence || change.verb == Verb::RestateText) {
            if (lines.size() != 1 || lines[0].table)
                return problem(change.source);
            change.others = withoutOwnLabel(lines[0].text, change);
            result_.changes.push_back(std::move(change));
            return;
        }
        auto units = unitsOf(lines);
        if (change.verb == Verb::AddUnits)
            change.content = std::move(units);
        else if (units.size() == change.units.size()) {
            for (std::size_t i = 0; i < units.size(); ++i)
                result_.changes.push_back(
                    {Verb::RestateUnit, {change.units[i]}, {}, {}, 0, false, {units[i]}, change.source});
            return;
        } else
            return problem(change.source);
        result_.changes.push_back(std::move(change));
    }

    static acts::Runs withoutOwnLabel(const acts::Runs& text, const Change& change) {
        const auto& step = change.units.front().empty() ? Step{} : change.units.front().back();
        const auto label = acts::recognise(text);
        const bool own = change.verb == Verb::RestateText && label && label->kind == step.kind &&
                         !step.numbers.empty() && sameNumber(label->number, step.numbers.back());
        return own ? acts::cut(text, label->length, acts::lengthOf(text)) : text;
    }

    Amendments result_;
    Path group_;
    std::size_t groupLevel_ = 0;
    std::optional<Change> open_; ///< waits for what it quotes
    std::vector<Line> content_;
    std::size_t quotes_ = 0;
};

/// A quoted table stands for the one that it was copied from.
Unit withOrigins(const acts::Act& amending, Unit unit) {
    unit.origin = amending.find(unit.origin)->origin;
    for (auto& inner : unit.inner)
        inner = withOrigins(amending, std::move(inner));
    return unit;
}

std::size_t levelOf(const acts::Act& act, const acts::Element& element) {
    const auto path = act.pathTo(element.id);
    return std::size_t(std::count_if(path.begin(), path.end(), [](const acts::Element* outer) {
        return outer->kind == ElementKind::Point || outer->kind == ElementKind::SubPoint;
    }));
}

} // namespace

Amendments read(const acts::Act& amending) {
    Reading reading;
    const acts::Element* table = nullptr;
    for (const auto* element : amending.inOrder()) {
        if (table && amending.pathTo(element->id).size() > amending.pathTo(table->id).size())
            continue; // inside the table
        table = element->kind == ElementKind::Table ? element : nullptr;
        const bool point = element->kind == ElementKind::Point || element->kind == ElementKind::SubPoint;
        if (table) {
            auto unit = unitOf(amending, element->id);
            reading.line({{}, 0, {}, withOrigins(amending, std::move(unit))});
        } else if (point || element->kind == ElementKind::Paragraph)
            reading.line({element->text, point ? levelOf(amending, *element) : 0, element->origin, {}});
    }
    return reading.take();
}

Amendments readText(std::string_view text) {
    Reading reading;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
            line.remove_suffix(1);
        while (!line.empty() && line.front() == ' ')
            line.remove_prefix(1);
        if (!line.empty() && acts::isCleanText(line))
            reading.bareLine(fromRaisedDigits(line));
    }
    return reading.take();
}

} // namespace vienlogs::amendments
