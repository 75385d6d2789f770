// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/merge.h"

#include <algorithm>
#include <unordered_set>

#include "vienlogs/acts/words.h"

namespace vienlogs::acts {

namespace {

using Ids = std::unordered_set<base::Ulid>;

Ids asSet(const std::vector<base::Ulid>& ids) {
    return {ids.begin(), ids.end()};
}

/// One merge while it goes on; `result_` is ours with what was taken over so far.
class Merging {
public:
    Merging(const Act& base, const Act& ours, const Act& theirs)
        : base_(base), ours_(ours), theirs_(theirs), result_(ours),
          movedByUs_(asSet(movedBetween(base, ours))), movedByThem_(asSet(movedBetween(base, theirs))) {}

    Merged run() {
        for (const auto* element : theirs_.inOrder())
            if (!base_.isLive(element->id))
                takeNew(*element);
            else if (!ours_.isLive(element->id))
                keepDeleted(*element);
            else
                takeChanges(*element);
        for (const auto* element : base_.inOrder())
            if (!theirs_.isLive(element->id))
                takeDeletion(*element);
        takeComments();
        return std::move(merged_);
    }

private:
    bool take(Operation operation) {
        if (!result_.apply(operation))
            return false;
        merged_.operations.push_back(std::move(operation));
        return true;
    }

    void conflict(const base::Ulid& id, Aspect aspect) {
        const auto textIn = [&](const Act& act) { return act.isLive(id) ? act.find(id)->text : Runs{}; };
        merged_.conflicts.push_back({id, aspect, textIn(base_), textIn(ours_), textIn(theirs_),
                                     !ours_.isLive(id) && base_.isLive(id), !theirs_.isLive(id)});
    }

    /// Their place in what we have: behind the nearest earlier sibling that is there, too.
    Place placeHere(const Element& element) const {
        const auto& siblings = theirs_.find(element.parent)->children;
        Place place{element.parent};
        for (const auto& sibling : siblings) {
            if (sibling == element.id)
                break;
            if (const auto* here = result_.findLive(sibling); here && here->parent == element.parent)
                place.after = sibling;
        }
        return place;
    }

    void takeNew(const Element& element) {
        if (result_.isLive(element.id)) // both have it: read twice from one file, or restored with its parent
            return takeAgain(element);
        const auto place = placeHere(element);
        const bool known = result_.find(element.id) != nullptr;
        const bool taken = known ? take(RestoreElement{element.id, place})
                                 : take(InsertElement{element.id, element.kind, place, element.number,
                                                      element.text, element.spans, element.origin});
        if (!taken)
            conflict(element.id, Aspect::Existence);
        else if (known)
            takeAgain(element);
    }

    /// What neither we nor the base had in the text came back whole: its inside as they have it.
    void takeAgain(const Element& element) {
        for (const auto* inner : result_.inside(element.id))
            if (result_.isLive(inner->id) && !theirs_.isLive(inner->id) && !ours_.isLive(inner->id))
                (void)take(DeleteElement{inner->id});
        const auto place = placeHere(element);
        if (!ours_.isLive(element.id) && result_.placeOf(element.id) != place)
            (void)take(MoveElement{element.id, place});
        takeNumber(element);
        takeText(element);
    }

    /// We deleted it; a collision only when they went on working on it.
    void keepDeleted(const Element& element) {
        const auto* old = base_.find(element.id);
        if (old->text != element.text || old->number != element.number || movedByThem_.contains(element.id))
            conflict(element.id, Aspect::Existence);
    }

    void takeChanges(const Element& element) {
        takePlace(element);
        takeNumber(element);
        takeText(element);
    }

    void takePlace(const Element& element) {
        if (!movedByThem_.contains(element.id))
            return;
        const auto place = placeHere(element);
        if (movedByUs_.contains(element.id)) {
            if (result_.placeOf(element.id) == place)
                merged_.agreed.push_back(element.id);
            else
                conflict(element.id, Aspect::Place);
        } else if (!take(MoveElement{element.id, place}))
            conflict(element.id, Aspect::Place);
    }

    void takeNumber(const Element& element) {
        const auto& ours = result_.find(element.id)->number;
        const auto* old = base_.find(element.id);
        if (element.number == ours || (old && old->number == element.number))
            return;
        if (!old || old->number != ours || !take(SetNumber{element.id, element.number}))
            conflict(element.id, Aspect::Number);
    }

    void takeText(const Element& element) {
        const auto ours = result_.find(element.id)->text;
        const auto* known = base_.find(element.id);
        const auto old = known ? known->text : Runs{};
        if (element.text == old)
            return;
        if (element.text == ours)
            return merged_.agreed.push_back(element.id);
        const auto both = ours == old ? MergedText{element.text} : mergeText(old, ours, element.text);
        if (both.collides)
            conflict(element.id, Aspect::Text);
        for (auto& change : textChange(element.id, ours, both.text))
            if (!take(std::move(change)))
                conflict(element.id, Aspect::Text);
    }

    /// They deleted it. What of its inside they moved out is out already.
    void takeDeletion(const Element& element) {
        if (!ours_.isLive(element.id))
            return merged_.agreed.push_back(element.id);
        if (!result_.isLive(element.id))
            return; // went with what it was inside of
        for (const auto* outer : result_.pathTo(element.id))
            if (keptWhole_.contains(outer->id))
                return; // asked already, for the whole of it
        bool asked = workedOn(element.id);
        for (const auto* inner : result_.inside(element.id))
            asked = asked || theirs_.isLive(inner->id) || !base_.isLive(inner->id) || workedOn(inner->id);
        if (asked) {
            keptWhole_.insert(element.id);
            return conflict(element.id, Aspect::Existence);
        }
        (void)take(DeleteElement{element.id});
    }

    [[nodiscard]] bool workedOn(const base::Ulid& id) const {
        const auto* old = base_.find(id);
        const auto* ours = ours_.find(id);
        return movedByUs_.contains(id) || old->text != ours->text || old->number != ours->number;
    }

    void takeComments() {
        std::unordered_map<base::Ulid, const Comment*> known;
        for (const auto& comment : ours_.comments())
            known.emplace(comment.id, &comment);
        for (const auto& comment : theirs_.comments()) {
            const auto here = known.find(comment.id);
            if (here == known.end())
                (void)take(AddComment{comment});
            else if (comment.resolved && !here->second->resolved)
                (void)take(ResolveComment{comment.id, true});
        }
    }

    const Act& base_;
    const Act& ours_;
    const Act& theirs_;
    Act result_;
    Ids movedByUs_, movedByThem_;
    Ids keptWhole_; ///< they deleted these, we went on working in them
    Merged merged_;
};

} // namespace

Merged merge(const Act& base, const Act& ours, const Act& theirs) {
    return Merging(base, ours, theirs).run();
}

} // namespace vienlogs::acts
