// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "glyphs.h"
#include "vienlogs/acts/merge.h"
#include "vienlogs/acts/numbering.h"
#include "wording.h"
#include "writing.h"

namespace vienlogs::amendments {

using acts::Element;
using acts::ElementKind;

namespace {

/// How wide a phrase a unit gets; each is tried before the next.
enum Width { Words, Sentence, OwnText, Whole };
constexpr int mostRounds = 64;

/// One amending act while it is made.
class Generating {
public:
    Generating(const acts::Act& before, const acts::Act& after, const NewId& newId)
        : before_(before), after_(after), newId_(newId) {
        const auto moved = acts::movedBetween(before, after);
        moved_.insert(moved.begin(), moved.end());
    }

    Generated run(const Heading& heading) {
        for (int round = 0; round < mostRounds; ++round) {
            build();
            const auto amending = write(before_, after_, changes_, heading, newId_);
            if (!widen(apply(before_, read(amending), newId_).act))
                return finished(amending, heading);
        }
        // Never reached by acts of real depth: every round widens a unit.
        unsaid_.insert(after_.id());
        return finished(write(before_, after_, changes_, heading, newId_), heading);
    }

private:
    Generated finished(acts::Act amending, const Heading& heading) const {
        Generated generated{{changes_, {}, heading.inForce}, std::move(amending)};
        for (const auto& id : unsaid_) {
            const auto& act = after_.isLive(id) ? after_ : before_;
            generated.amendments.problems.push_back(
                {ProblemKind::NotExpressed, acts::withRaisedDigits(acts::labelOf(act, id).text) + " " +
                                                acts::textOf(act.find(id)->text)});
        }
        return generated;
    }

    [[nodiscard]] bool isStable(const base::Ulid& id) const {
        const auto *old = before_.findLive(id), *now = after_.findLive(id);
        return old && now && old->parent == now->parent && sameNumber(old->number, now->number) &&
               !moved_.contains(id);
    }

    static bool isFrontMatter(ElementKind kind) {
        return kind == ElementKind::Title || kind == ElementKind::Basis;
    }

    /// The nearest unit around an element that can be cited and is in both versions.
    [[nodiscard]] std::optional<base::Ulid> unitAround(const acts::Act& act, base::Ulid id) const {
        for (; id != act.id(); id = act.find(id)->parent)
            if (isStableAllTheWay(id) && !pathOf(before_, id).empty())
                return id;
        return std::nullopt;
    }

    [[nodiscard]] bool isStableAllTheWay(base::Ulid id) const {
        for (; id != before_.id(); id = before_.find(id)->parent)
            if (!isStable(id))
                return false;
        return true;
    }

    void build() {
        do {
            again_ = false;
            changes_.clear();
            visitInside(after_.root());
        } while (again_);
    }

    void structural(const acts::Act& act, const base::Ulid& child) {
        const auto unit = unitAround(act, act.find(child)->parent);
        if (!unit || isFrontMatter(act.find(*unit)->kind))
            unsaid_.insert(child);
        else if (width_[*unit] != Whole) {
            width_[*unit] = Whole;
            again_ = true;
        }
    }

    void visit(const Element& now) {
        const auto width = width_.find(now.id);
        if (width != width_.end() && width->second == Whole && !isFrontMatter(now.kind)) {
            changes_.push_back({Verb::RestateUnit,
                                {pathOf(before_, now.id)},
                                {},
                                {},
                                0,
                                false,
                                {unitOf(after_, now.id)},
                                {}});
            return;
        }
        if (before_.find(now.id)->text != now.text)
            text(now);
        visitInside(now);
    }

    void visitInside(const Element& now) {
        const auto& old = before_.find(now.id)->children;
        auto next = old.begin();
        const auto deletionsUpTo = [&](const base::Ulid* stop) {
            for (; next != old.end() && (!stop || *next != *stop); ++next)
                if (!isStable(*next))
                    remove(*next);
        };
        for (const auto& id : now.children)
            if (isStable(id)) {
                deletionsUpTo(&id);
                ++next;
                visit(*after_.find(id));
            } else
                add(id);
        deletionsUpTo(nullptr);
    }

    void remove(const base::Ulid& id) {
        auto path = pathOf(before_, id);
        if (path.empty() || isFrontMatter(path.back().kind))
            return structural(before_, id);
        auto* last = changes_.empty() ? nullptr : &changes_.back();
        if (last && last->verb == Verb::DeleteUnits && together(last->units.back(), path))
            last->units.push_back(std::move(path));
        else
            changes_.push_back({Verb::DeleteUnits, {std::move(path)}});
    }

    static bool together(const Path& one, const Path& other) {
        return one.size() == other.size() && one.back().kind == other.back().kind &&
               !one.back().numbers.empty() && !other.back().numbers.empty() &&
               std::equal(one.begin(), one.end() - 1, other.begin());
    }

    void add(const base::Ulid& id) {
        const auto path = pathOf(after_, id);
        const auto& element = *after_.find(id);
        const bool plain = path.empty() || isFrontMatter(element.kind);
        const auto outer = plain ? std::nullopt : containerOf(element, path);
        if (!outer)
            return structural(after_, id);
        auto* last = changes_.empty() ? nullptr : &changes_.back();
        auto unit = unitOf(after_, id);
        if (last && last->verb == Verb::AddUnits && last->units.front() == *outer &&
            last->content.back().kind == unit.kind && unit.number.value > 0 &&
            last->content.back().number.value > 0)
            last->content.push_back(std::move(unit));
        else
            changes_.push_back({Verb::AddUnits, {*outer}, {}, {}, 0, false, {std::move(unit)}, {}});
    }

    /// Within what a new unit is said to be added: its chapter only where the numbers do not say it.
    [[nodiscard]] std::optional<Path> containerOf(const Element& element, Path path) const {
        const auto& parent = *after_.find(element.parent);
        if (parent.kind == ElementKind::Chapter) {
            const auto kin = countedIn(after_, parent.id, element.kind);
            const bool first = !kin.empty() && kin.front() == element.id;
            const bool last = !kin.empty() && kin.back() == element.id;
            if (first || last)
                return isStableAllTheWay(parent.id) ? std::optional(pathOf(before_, parent.id))
                                                    : std::nullopt;
        }
        auto step = path.back();
        path.pop_back();
        if (step.numbers.size() > 1) {
            step.numbers.pop_back();
            step.kind = step.numbers.size() > 1 ? ElementKind::SubPoint : ElementKind::Point;
            path.push_back(std::move(step));
        }
        return path;
    }

    void text(const Element& now) {
        const auto unit = unitAround(after_, now.id);
        if (!unit) {
            unsaid_.insert(now.id);
            return;
        }
        const auto path = pathOf(before_, *unit);
        const auto& old = before_.find(now.id)->text;
        if (isFrontMatter(after_.find(*unit)->kind)) {
            changes_.push_back({Verb::RestateText, {path}, {}, now.text});
            return;
        }
        auto& width = width_[*unit];
        if (width == Words) {
            const auto changes = wordChanges(before_, *unit, path, old, now.text);
            changes_.insert(changes_.end(), changes.begin(), changes.end());
            if (!changes.empty())
                return;
            width = Sentence;
        }
        if (width == Sentence) {
            const auto change =
                bodyOf(before_, *unit) == now.id ? sentenceChange(path, old, now.text) : std::nullopt;
            if (change)
                return changes_.push_back(*change);
            width = OwnText;
        }
        if (now.id == *unit && (acts::hasHeading(now.kind) || !now.children.empty()))
            return changes_.push_back({Verb::RestateText, {path}, {}, now.text});
        width = Whole;
        again_ = true;
    }

    /// Wider phrases for what came out wrong; false when nothing did.
    bool widen(const acts::Act& result) {
        std::set<base::Ulid> wrong;
        const auto note = [&](const acts::Act& act, const base::Ulid& id) {
            for (const auto* outer : act.pathTo(id))
                if (unsaid_.contains(outer->id))
                    return;
            wrong.insert(id);
        };
        for (const auto* now : after_.inOrder()) {
            const auto* made = result.findLive(now->id);
            if (!made || made->text != now->text || !sameNumber(made->number, now->number) ||
                made->parent != now->parent || made->spans != now->spans)
                note(after_, now->id);
            else if (made->children != now->children)
                noteOrder(*now, note, wrong);
        }
        for (const auto* made : result.inOrder())
            if (!after_.isLive(made->id) && before_.isLive(made->id))
                note(before_, made->id);
        if (wrong.empty() && unsaid_.empty() && result.root().children != after_.root().children)
            unsaid_.insert(after_.id());
        std::set<base::Ulid> units;
        for (const auto& id : wrong)
            if (const auto unit = unitAround(after_.isLive(id) ? after_ : before_, id))
                units.insert(*unit);
            else
                unsaid_.insert(id);
        for (const auto& unit : units)
            widenUnit(unit);
        return !wrong.empty();
    }

    template<typename Note>
    void noteOrder(const Element& now, const Note& note, const std::set<base::Ulid>& wrong) {
        const bool said = std::any_of(now.children.begin(), now.children.end(), [&](const base::Ulid& child) {
            return wrong.contains(child) || unsaid_.contains(child);
        });
        if (!said)
            note(after_, now.id);
    }

    void widenUnit(const base::Ulid& unit) {
        auto& width = width_[unit];
        if (width != Whole) {
            width = Width(width + 1);
            return;
        }
        const auto parent = before_.find(unit)->parent;
        const auto outer = parent == before_.id() ? std::nullopt : unitAround(before_, parent);
        if (outer)
            width_[*outer] = Whole;
        else
            unsaid_.insert(unit);
    }

    const acts::Act& before_;
    const acts::Act& after_;
    const NewId& newId_;
    std::set<base::Ulid> moved_, unsaid_;
    std::map<base::Ulid, Width> width_;
    std::vector<Change> changes_;
    bool again_ = false;
};

} // namespace

Generated generate(const acts::Act& before, const acts::Act& after, const Heading& heading,
                   const NewId& newId) {
    return Generating(before, after, newId).run(heading);
}

} // namespace vienlogs::amendments
