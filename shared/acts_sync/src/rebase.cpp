// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_sync/rebase.h"

#include <algorithm>
#include <unordered_set>

namespace vienlogs::acts_sync {

namespace {

/// One rebase while it goes on.
class Rebasing {
public:
    Rebasing(acts::Act base, Log& log, const NewId& newId)
        : base_(std::move(base)), log_(log), newId_(newId) {
        for (const auto& entry : log.entries())
            known_.insert(entry.id);
    }

    void put(const acts::Entry& entry) {
        auto after = base_;
        (void)after.apply(entry.operation); // it was accepted in this very state
        if (!known_.contains(entry.id)) {
            if (isAboutComment(entry.operation))
                putAsItIs(entry);
            else
                putMerged(entry, after);
        }
        base_ = std::move(after);
    }

    std::vector<SetAside> setAside() && { return std::move(setAside_); }

private:
    static bool isAboutComment(const acts::Operation& operation) {
        return std::holds_alternative<acts::AddComment>(operation) ||
               std::holds_alternative<acts::ResolveComment>(operation);
    }

    /// Comments change no text, so there is nothing to merge: it fits, or what it is about is gone.
    void putAsItIs(const acts::Entry& entry) {
        if (add(entry, entry.operation, entry.id))
            return;
        std::vector<acts::Conflict> collisions;
        for (const auto& element : acts::touchedBy(entry.operation))
            collisions.push_back(collisionOf(element));
        setAside_.push_back({entry, std::move(collisions)});
    }

    void putMerged(const acts::Entry& entry, const acts::Act& after) {
        auto merged = acts::merge(base_, log_.now(), after);
        bool first = true;
        for (const auto& operation : merged.operations) {
            if (add(entry, operation, first ? entry.id : newId_()))
                first = false;
        }
        if (first || !merged.conflicts.empty())
            setAside_.push_back({entry, std::move(merged.conflicts)});
    }

    bool add(const acts::Entry& entry, const acts::Operation& operation, const base::Ulid& id) {
        const auto& all = log_.entries();
        const auto time = all.empty() ? entry.time : std::max(entry.time, all.back().time);
        if (!log_.append({id, time, entry.author, entry.reason, operation}))
            return false;
        known_.insert(id);
        return true;
    }

    acts::Conflict collisionOf(const base::Ulid& element) const {
        acts::Conflict collision{element, acts::Aspect::Existence};
        collision.oursDeleted = !log_.now().isLive(element);
        if (const auto* here = log_.now().findLive(element))
            collision.ours = here->text;
        if (const auto* old = base_.findLive(element))
            collision.base = collision.theirs = old->text;
        return collision;
    }

    acts::Act base_;
    Log& log_;
    const NewId& newId_;
    std::unordered_set<base::Ulid> known_;
    std::vector<SetAside> setAside_;
};

} // namespace

std::vector<SetAside> rebase(acts::Act base, std::span<const acts::Entry> own, Log& log, const NewId& newId) {
    Rebasing rebasing(std::move(base), log, newId);
    for (const auto& entry : own)
        rebasing.put(entry);
    return std::move(rebasing).setAside();
}

} // namespace vienlogs::acts_sync
