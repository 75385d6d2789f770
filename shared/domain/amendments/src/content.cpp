// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "content.h"

#include <algorithm>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts/recognition.h"

namespace vienlogs::amendments {

using acts::ElementKind;

namespace {

constexpr std::string_view onlyAnnex = "Pielikums";
constexpr std::string_view transition = "Pārejas noteikumi";

/// A line taken apart: what unit it is and how deep a sub-point.
struct Labelled {
    Unit unit;
    std::size_t depth = 1;
    bool byPath = false; ///< "3." or "3.1.", under which "1)" is a sub-point
};

/// Of the space behind a label one character is the label's, the rest is the text's own.
std::size_t labelLength(const std::string& label) {
    const auto end = label.find_last_not_of(" \n") + 1;
    return acts::lengthOf(std::string_view(label).substr(0, std::min(end + 1, label.size())));
}

Labelled labelledOf(const Line& line) {
    Labelled labelled;
    auto& unit = labelled.unit;
    if (line.table) {
        unit = *line.table;
        return labelled;
    }
    unit.origin = line.origin;
    unit.text = line.text;
    if (const auto seen = acts::recognise(line.text)) {
        unit.kind = seen->kind;
        unit.number = seen->number;
        labelled.depth = seen->depth;
        const auto whole = acts::textOf(acts::cut(line.text, 0, seen->length));
        const bool point = unit.kind == ElementKind::Point || unit.kind == ElementKind::SubPoint;
        labelled.byPath = point && whole.find(')') == std::string::npos;
        unit.text = acts::cut(line.text, labelLength(whole), acts::lengthOf(line.text));
    } else if (const auto text = acts::textOf(line.text); text == transition) {
        unit.kind = ElementKind::TransitionalProvisions;
    } else if (text.starts_with(onlyAnnex)) {
        const bool alone = text.size() == onlyAnnex.size();
        if (alone || text[onlyAnnex.size()] == '\n') {
            unit.kind = ElementKind::Annex;
            unit.text = acts::cut(line.text, onlyAnnex.size() + (alone ? 0 : 1), acts::lengthOf(line.text));
        }
    }
    return labelled;
}

/// The tree while its lines arrive: the units that are open, the outermost first.
class Tree {
public:
    void add(Labelled line) {
        if (takesHeading(line))
            return;
        demote(line);
        const auto rank = rankOf(line);
        while (!open_.empty() && !(open_.back().rank < rank && holds(line.unit.kind)))
            close();
        open_.push_back({std::move(line), rank});
    }

    std::vector<Unit> take() {
        while (!open_.empty())
            close();
        return std::move(roots_);
    }

private:
    struct Open {
        Labelled line;
        std::size_t rank;
    };

    [[nodiscard]] static std::size_t rankOf(const Labelled& line) {
        return std::size_t(acts::rankOf(line.unit.kind)) * 100 + line.depth;
    }

    [[nodiscard]] bool holds(ElementKind kind) const {
        return acts::mayContain(open_.back().line.unit.kind, kind);
    }

    /// "II nodaļa" on a line of its own: the heading is on the next.
    bool takesHeading(const Labelled& line) {
        if (open_.empty() || line.unit.kind != ElementKind::Paragraph)
            return false;
        auto& last = open_.back().line.unit;
        const bool headed = last.kind == ElementKind::Chapter || last.kind == ElementKind::Annex;
        if (!headed || !last.text.empty())
            return false;
        last.text = line.unit.text;
        return true;
    }

    /// "1)" below "3." is a sub-point of it.
    void demote(Labelled& line) const {
        if (line.unit.kind != ElementKind::Point || line.byPath)
            return;
        const auto dotted = std::find_if(open_.begin(), open_.end(), [](const Open& open) {
            return open.line.byPath && open.line.unit.kind == ElementKind::Point;
        });
        if (dotted != open_.end())
            line.unit.kind = ElementKind::SubPoint;
    }

    void close() {
        auto unit = std::move(open_.back().line.unit);
        open_.pop_back();
        (open_.empty() ? roots_ : open_.back().line.unit.inner).push_back(std::move(unit));
    }

    std::vector<Open> open_;
    std::vector<Unit> roots_;
};

void addLines(const acts::Act& act, const Unit& unit, std::vector<Line>& lines) {
    if (unit.kind == ElementKind::Table) {
        lines.push_back({{}, 0, unit.origin, unit});
        return;
    }
    const auto label = acts::labelOf(act, unit.origin);
    auto text = label.text;
    if (!text.empty() && !unit.text.empty())
        text = joined(std::move(text), acts::plain(label.separator));
    lines.push_back({joined(std::move(text), unit.text), 0, unit.origin, std::nullopt});
    for (const auto& inner : unit.inner)
        addLines(act, inner, lines);
}

} // namespace

std::vector<Line> linesOf(const acts::Act& act, const std::vector<Unit>& units) {
    std::vector<Line> lines;
    for (const auto& unit : units)
        addLines(act, unit, lines);
    return lines;
}

std::vector<Unit> unitsOf(const std::vector<Line>& lines) {
    Tree tree;
    for (const auto& line : lines)
        tree.add(labelledOf(line));
    return tree.take();
}

} // namespace vienlogs::amendments
