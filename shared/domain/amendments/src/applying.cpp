// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <unordered_set>

#include "glyphs.h"
#include "vienlogs/acts/words.h"
#include "vienlogs/amendments/amendments.h"

namespace vienlogs::amendments {

using acts::ElementKind;
using acts::Place;

namespace {

bool isBefore(const acts::Number& one, const acts::Number& other) {
    return std::pair(one.value, one.index) < std::pair(other.value, other.index);
}

/// One amending act while it is carried out.
class Carrying {
public:
    Carrying(const acts::Act& act, const NewId& newId) : before_(act), newId_(newId), done_{act, {}, {}} {}

    Applied run(const Amendments& amendments) {
        done_.problems = amendments.problems;
        std::vector<std::pair<const Change*, std::vector<base::Ulid>>> found;
        for (const auto& change : amendments.changes)
            if (auto targets = targetsOf(change))
                found.emplace_back(&change, std::move(*targets));
        // Numbers that deletions free may be given again by the same act, so the deletions go first.
        for (const auto stage : {0, 1, 2})
            for (const auto& [change, targets] : found)
                if (stageOf(change->verb) == stage)
                    carryOut(*change, targets);
        return std::move(done_);
    }

private:
    static int stageOf(Verb verb) { return verb == Verb::DeleteUnits ? 0 : verb == Verb::AddUnits ? 2 : 1; }

    void problem(const Change& change, ProblemKind kind) { done_.problems.push_back({kind, change.source}); }

    std::optional<std::vector<base::Ulid>> targetsOf(const Change& change) {
        std::vector<base::Ulid> targets;
        for (const auto& path : change.units)
            if (const auto id = resolve(before_, path))
                targets.push_back(*id);
            else {
                problem(change, ProblemKind::UnitUnknown);
                return std::nullopt;
            }
        return targets;
    }

    bool take(acts::Operation operation) {
        if (!done_.act.apply(operation))
            return false;
        done_.operations.push_back(std::move(operation));
        return true;
    }

    void carryOut(const Change& change, const std::vector<base::Ulid>& targets) {
        for (const auto& target : targets)
            if (!done_.act.isLive(target)) {
                if (change.verb != Verb::DeleteUnits)
                    problem(change, ProblemKind::UnitUnknown);
            } else if (!one(change, target))
                return;
    }

    bool one(const Change& change, const base::Ulid& target) {
        switch (change.verb) {
        case Verb::ReplaceWords:
        case Verb::AddWords:
        case Verb::DeleteWords:
            return words(change, target);
        case Verb::RestateSentence:
            return sentence(change, target);
        case Verb::RestateText:
            return orRefused(change, setText(target, change.others));
        case Verb::RestateUnit:
            return restate(change, target);
        case Verb::AddUnits:
            return add(change, target);
        case Verb::DeleteUnits:
            return orRefused(change, take(acts::DeleteElement{target}));
        }
        return false;
    }

    bool orRefused(const Change& change, bool taken) {
        if (!taken)
            problem(change, ProblemKind::Refused);
        return taken;
    }

    bool setText(const base::Ulid& id, const acts::Runs& text) {
        for (auto& operation : acts::textChange(id, done_.act.find(id)->text, text))
            if (!take(std::move(operation)))
                return false;
        return true;
    }

    bool words(const Change& change, const base::Ulid& target) {
        const auto looked = glyphsOf(change.words);
        std::vector<std::pair<base::Ulid, std::size_t>> places;
        const auto search = [&](const acts::Element& element) {
            const auto positions = positionsOf(looked, glyphsOf(element.text));
            // From the end, so that the positions before stay right.
            for (auto at = positions.rbegin(); at != positions.rend(); ++at)
                places.emplace_back(element.id, *at);
        };
        search(*done_.act.find(target));
        for (const auto* element : done_.act.inside(target))
            search(*element);
        if (places.empty() || (places.size() > 1 && !change.everywhere)) {
            problem(change, places.empty() ? ProblemKind::WordsMissing : ProblemKind::WordsTwice);
            return false;
        }
        return std::all_of(places.begin(), places.end(), [&](const auto& place) {
            return orRefused(change, take(replacement(change, place.first, place.second, looked.size())));
        });
    }

    [[nodiscard]] acts::ReplaceText replacement(const Change& change, const base::Ulid& id, std::size_t at,
                                                std::size_t length) const {
        if (change.verb == Verb::ReplaceWords)
            return {id, at, length, change.others};
        if (change.verb == Verb::AddWords) {
            const auto added = glyphsOf(change.others);
            const bool close =
                added.empty() || std::string_view(",;:.)").find(added[0]) != std::string_view::npos;
            return {id, at + length, 0, close ? change.others : joined(acts::plain(" "), change.others)};
        }
        // With the words goes one of the two spaces around them.
        const auto text = glyphsOf(done_.act.find(id)->text);
        if (at > 0 && text[at - 1] == " ")
            return {id, at - 1, length + 1, {}};
        return {id, at, length + (at == 0 && length < text.size() && text[length] == " " ? 1 : 0), {}};
    }

    bool sentence(const Change& change, const base::Ulid& target) {
        const auto body = bodyOf(done_.act, target);
        if (!body) {
            problem(change, ProblemKind::UnitUnknown);
            return false;
        }
        const auto text = done_.act.find(*body)->text;
        const auto sentences = sentencesOf(glyphsOf(text));
        if (change.sentence == 0 || change.sentence > sentences.size()) {
            problem(change, ProblemKind::UnitUnknown);
            return false;
        }
        const auto [from, to] = sentences[change.sentence - 1];
        const auto whole = joined(joined(acts::cut(text, 0, from), change.others),
                                  acts::cut(text, to, acts::lengthOf(text)));
        return orRefused(change, setText(*body, whole));
    }

    bool restate(const Change& change, const base::Ulid& target) {
        const auto& element = *done_.act.find(target);
        if (change.content.size() != 1 || change.content[0].kind != element.kind ||
            !sameNumber(change.content[0].number, element.number)) {
            problem(change, ProblemKind::NotUnderstood);
            return false;
        }
        return orRefused(change, fill(target, change.content[0]));
    }

    /// The identity of a quoted unit: its own, or that of the unit with its number, or a new one.
    [[nodiscard]] base::Ulid identityOf(const Unit& unit, const std::vector<base::Ulid>& there) const {
        const auto* own = unit.origin.isNil() ? nullptr : done_.act.find(unit.origin);
        if (!unit.origin.isNil() && (!own || own->kind == unit.kind))
            return unit.origin;
        for (const auto& id : there) {
            const auto* element = done_.act.find(id);
            if (element->kind == unit.kind && sameNumber(element->number, unit.number))
                return id;
        }
        return newId_();
    }

    bool put(const base::Ulid& id, const Unit& unit, const Place& place) {
        if (!done_.act.find(id)) {
            if (!take(acts::InsertElement{id, unit.kind, place, unit.number, {}, unit.spans, {}}))
                return false;
        } else if (!done_.act.isLive(id)) {
            if (!take(acts::RestoreElement{id, place}))
                return false;
        } else if (done_.act.placeOf(id) != place && !take(acts::MoveElement{id, place}))
            return false;
        return fill(id, unit);
    }

    /// Makes a live element read as the unit.
    bool fill(const base::Ulid& id, const Unit& unit) {
        if (!sameNumber(done_.act.find(id)->number, unit.number) && !take(acts::SetNumber{id, unit.number}))
            return false;
        if (!setText(id, unit.text))
            return false;
        auto there = done_.act.find(id)->children;
        base::Ulid after{};
        for (const auto& inner : unit.inner) {
            const auto innerId = identityOf(inner, there);
            std::erase(there, innerId);
            if (!put(innerId, inner, {id, after}))
                return false;
            after = innerId;
        }
        return std::all_of(there.begin(), there.end(), [&](const base::Ulid& rest) {
            const auto* element = done_.act.findLive(rest);
            return !element || element->parent != id || take(acts::DeleteElement{rest});
        });
    }

    bool add(const Change& change, const base::Ulid& target) {
        for (const auto& unit : change.content) {
            for (const auto& id : countedIn(done_.act, target, unit.kind))
                if (unit.number.value > 0 && sameNumber(done_.act.find(id)->number, unit.number) &&
                    id != unit.origin) {
                    problem(change, ProblemKind::UnitThere);
                    return false;
                }
            if (!orRefused(change, put(identityOf(unit, {}), unit, placeFor(unit, target))))
                return false;
        }
        return true;
    }

    /// Behind the last one of a smaller number; else before the first of its kind; else where such units
    /// begin.
    [[nodiscard]] Place placeFor(const Unit& unit, const base::Ulid& outer) const {
        const auto kin = countedIn(done_.act, outer, unit.kind);
        std::optional<Place> place;
        for (const auto& id : kin)
            if (const auto* element = done_.act.find(id);
                id != unit.origin && isBefore(element->number, unit.number))
                place = Place{element->parent, id};
        if (place)
            return *place;
        if (!kin.empty())
            return done_.act.placeOf(kin.front());
        const auto& children = done_.act.find(outer)->children;
        Place end{outer};
        for (const auto& child : children)
            if (acts::rankOf(done_.act.find(child)->kind) >= acts::rankOf(unit.kind) ||
                !comesLast(done_.act.find(child)->kind))
                end.after = child;
        return end;
    }

    static bool comesLast(ElementKind kind) {
        return kind == ElementKind::Annex || kind == ElementKind::Signature ||
               kind == ElementKind::TransitionalProvisions;
    }

    const acts::Act& before_;
    const NewId& newId_;
    Applied done_;
};

} // namespace

Applied apply(const acts::Act& act, const Amendments& amendments, const NewId& newId) {
    return Carrying(act, newId).run(amendments);
}

} // namespace vienlogs::amendments
