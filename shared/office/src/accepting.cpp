// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <unordered_set>

#include "file_changes.h"
#include "vienlogs/acts/words.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/merge_files.h"

namespace vienlogs::office {

namespace {

using base::fail;
using base::Result;

/// Deletions last: what is moved out goes first; places and texts before what is said about them.
int rankOf(Change change) {
    switch (change) {
    case Change::Added:
        return 0;
    case Change::Moved:
        return 1;
    case Change::Number:
    case Change::Text:
        return 2;
    case Change::Remark:
        return 3;
    case Change::Resolved:
        return 4;
    case Change::Deleted:
        return 5;
    case Change::Notice:
        break;
    }
    return 6;
}

class Accepting {
public:
    Accepting(const acts::Act& now, const MergeList& list) : act_(now), list_(list) {
        for (const auto& entry : list.entries) // in the order of the text, so outer ones before inner ones
            byId_.emplace(entry.id, &entry);
    }

    Result<Accepted> run(std::span<const Choice> choices) {
        for (const auto& choice : choices) {
            if (choice.edited)
                edited_.emplace(choice.entry, *choice.edited);
            if (auto chosen = choose(choice.entry); !chosen)
                return fail(chosen.error());
        }
        for (const auto* entry : chosen_)
            for (const auto& other : entry->against)
                if (ids_.contains(other))
                    return fail(codes::notTaken, entry->id + " contradicts " + other);
        std::sort(chosen_.begin(), chosen_.end(), [](const auto* one, const auto* other) {
            return std::pair(rankOf(one->change), one) < std::pair(rankOf(other->change), other);
        });
        for (const auto* entry : chosen_) {
            if (entry->standing != Standing::AlreadyIn)
                if (auto taken = carryOut(*entry); !taken)
                    return fail(codes::notTaken, entry->id + ": " + taken.error().detail);
            accepted_.entries.push_back(entry->id);
        }
        return std::move(accepted_);
    }

private:
    Result<void> choose(const std::string& first) {
        std::vector<std::string> open{first};
        while (!open.empty()) {
            const auto id = std::move(open.back());
            open.pop_back();
            if (!ids_.insert(id).second)
                continue;
            const auto found = byId_.find(id);
            if (found == byId_.end())
                return fail(codes::notTaken, id + " is not in the list");
            chosen_.push_back(found->second);
            open.insert(open.end(), found->second->needs.begin(), found->second->needs.end());
        }
        return {};
    }

    std::string reasonFor(const MergeEntry& entry) const {
        std::string reason;
        for (const auto& voice : entry.voices) {
            const auto& file = list_.files[voice.file].name;
            const auto who = voice.author == file ? file : voice.author + " (" + file + ")";
            if (reason.find(who) == std::string::npos)
                reason += (reason.empty() ? "" : ", ") + who;
        }
        return reason;
    }

    Result<void> take(const MergeEntry& entry, acts::Operation operation) {
        if (auto applied = act_.apply(operation); !applied)
            return applied;
        accepted_.steps.push_back({std::move(operation), reasonFor(entry)});
        return {};
    }

    [[nodiscard]] const acts::Runs& afterOf(const MergeEntry& entry) const {
        const auto edited = edited_.find(entry.id);
        return edited == edited_.end() ? entry.after : edited->second;
    }

    Result<void> carryOut(const MergeEntry& entry) {
        switch (entry.change) {
        case Change::Added:
            return take(entry, acts::InsertElement{entry.element,
                                                   entry.kind,
                                                   placeIn(act_, entry),
                                                   entry.number,
                                                   afterOf(entry),
                                                   {},
                                                   entry.origin});
        case Change::Moved:
            if (auto there = bringBack(entry); !there)
                return there;
            return act_.placeOf(entry.element) == placeIn(act_, entry)
                       ? Result<void>{}
                       : take(entry, acts::MoveElement{entry.element, placeIn(act_, entry)});
        case Change::Number:
            if (auto there = bringBack(entry); !there)
                return there;
            return take(entry, acts::SetNumber{entry.element, entry.number});
        case Change::Text:
            return text(entry);
        case Change::Remark:
            return take(entry, acts::AddComment{entry.comment});
        case Change::Resolved:
            return take(entry, acts::ResolveComment{entry.comment.id, entry.comment.resolved});
        case Change::Deleted:
            return act_.isLive(entry.element) ? take(entry, acts::DeleteElement{entry.element})
                                              : Result<void>{};
        case Change::Notice:
            break;
        }
        return {};
    }

    /// An element that the act took out meanwhile comes back when a change of it is chosen.
    Result<void> bringBack(const MergeEntry& entry) {
        const auto* element = act_.find(entry.element);
        if (!element || act_.isLive(entry.element))
            return {};
        return take(entry, acts::RestoreElement{entry.element, {element->parent}});
    }

    Result<void> text(const MergeEntry& entry) {
        if (auto there = bringBack(entry); !there)
            return there;
        const auto* element = act_.findLive(entry.element);
        if (!element)
            return fail(codes::notTaken, "no such element");
        const auto current = element->text;
        const auto both = acts::mergeText(entry.before, afterOf(entry), current);
        for (auto& change : acts::textChange(entry.element, current, both.text))
            if (auto taken = take(entry, std::move(change)); !taken)
                return taken;
        return {};
    }

    acts::Act act_;
    const MergeList& list_;
    std::unordered_map<std::string, const MergeEntry*> byId_;
    std::map<std::string, acts::Runs> edited_;
    std::unordered_set<std::string> ids_;
    std::vector<const MergeEntry*> chosen_;
    Accepted accepted_;
};

} // namespace

Result<Accepted> accept(const acts::Act& now, const MergeList& list, std::span<const Choice> choices) {
    return Accepting(now, list).run(choices);
}

namespace {

/// The lines of a standing that may be taken over without asking: neither they nor what they need collide.
std::vector<Choice> linesOf(const MergeList& list, bool openToo) {
    std::unordered_map<std::string, const MergeEntry*> byId;
    for (const auto& entry : list.entries)
        byId.emplace(entry.id, &entry);
    const auto clear = [&](const MergeEntry& first) {
        std::unordered_set<std::string> seen;
        std::vector<const MergeEntry*> open{&first};
        while (!open.empty()) {
            const auto* entry = open.back();
            open.pop_back();
            if (entry->standing == Standing::Collides)
                return false;
            for (const auto& need : entry->needs)
                if (seen.insert(need).second)
                    open.push_back(byId.at(need));
        }
        return true;
    };
    std::vector<Choice> choices;
    for (const auto& entry : list.entries)
        if ((entry.standing == Standing::Agreed || (openToo && entry.standing == Standing::Open)) &&
            entry.change != Change::Notice && clear(entry))
            choices.push_back({entry.id});
    return choices;
}

} // namespace

std::vector<Choice> allAgreed(const MergeList& list) {
    return linesOf(list, false);
}

std::vector<Choice> allClear(const MergeList& list) {
    return linesOf(list, true);
}

} // namespace vienlogs::office
