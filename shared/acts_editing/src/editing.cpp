// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_editing/editing.h"

#include <algorithm>

#include "typing.h"
#include "vienlogs/acts/citation.h"
#include "vienlogs/acts/failures.h"
#include "vienlogs/acts/merge.h"
#include "vienlogs/acts/numbering.h"

namespace vienlogs::acts_editing {

using acts::Operation;
using base::fail;
using base::Result;

Editing::Editing(acts_store::ActStore& store, acts::History history, std::string author,
                 const base::Clock& clock)
    : store_(store), history_(std::move(history)), shown_(history_.now()), author_(std::move(author)),
      clock_(clock) {}

Result<std::unique_ptr<Editing>> Editing::open(acts_store::ActStore& store, const base::Ulid& act,
                                               std::string author, const base::Clock& clock) {
    auto history = store.load(act);
    if (!history)
        return fail(history.error());
    return std::unique_ptr<Editing>(new Editing(store, std::move(*history), std::move(author), clock));
}

acts::Entry Editing::entryOf(Operation operation, const std::string& reason) const {
    // A clock that was set back makes no entry that is older than the one before it: the log would refuse it.
    const auto last = history_.entries().empty() ? base::Timestamp{} : history_.entries().back().time;
    return {base::Ulid::make(clock_), std::max(clock_.now(), last), author_, reason, std::move(operation)};
}

Result<Caret> Editing::type(const Caret& caret, std::size_t removed, const acts::Runs& words) {
    const acts::ReplaceText key{caret.element, caret.at, removed, words};
    if (typed_ && (typed_->id != key.id || key.at > typed_->at + acts::lengthOf(typed_->inserted) ||
                   key.at + removed < typed_->at))
        if (auto finished = finishTyping(); !finished)
            return fail(finished.error());
    if (auto applied = shown_.apply(key); !applied)
        return fail(applied.error());
    auto typed = typed_ ? together(*typed_, key, shown_.find(key.id)->text) : std::optional(key);
    if (auto kept = store_.keepTyped(shown_.id(), entryOf(*typed, {})); !kept) {
        shown_ = history_.now();
        if (typed_)
            (void)shown_.apply(*typed_); // was applied before this key
        return fail(kept.error());
    }
    typed_ = std::move(typed);
    return Caret{caret.element, caret.at + acts::lengthOf(words)};
}

Result<void> Editing::finishTyping() {
    if (!typed_)
        return {};
    const auto from = history_.entries().size();
    const auto operation = *typed_;
    typed_.reset();
    if (auto kept = keep({operation}, {}); !kept) {
        typed_ = operation;
        return kept;
    }
    done_.push_back({from, history_.entries().size()});
    undone_.clear();
    return {};
}

/// Into the store and the log, all or none; `shown_` has them already.
Result<void> Editing::keep(const std::vector<Operation>& operations, const std::string& reason) {
    std::vector<acts::Entry> entries;
    entries.reserve(operations.size());
    for (const auto& operation : operations)
        entries.push_back(entryOf(operation, reason));
    if (auto kept = store_.append(shown_, history_.entries().size(), entries); !kept)
        return kept;
    for (auto& entry : entries)
        if (auto added = history_.append(std::move(entry)); !added)
            return added;
    return {};
}

Result<void> Editing::step(const std::vector<Operation>& operations, const std::string& reason) {
    if (auto finished = finishTyping(); !finished)
        return finished;
    const auto from = history_.entries().size();
    std::vector<Operation> all;
    const auto carry = [&](const std::vector<Operation>& list) -> Result<void> {
        for (const auto& operation : list) {
            if (auto applied = shown_.apply(operation); !applied)
                return applied;
            all.push_back(operation);
        }
        return {};
    };
    auto done = carry(operations);
    if (done)
        done = carry(acts::renumber(shown_));
    if (done)
        done = carry(acts::renderReferences(shown_));
    if (done)
        done = keep(all, reason);
    if (!done) {
        shown_ = history_.now();
        return done;
    }
    done_.push_back({from, history_.entries().size()});
    undone_.clear();
    return {};
}

Result<void> Editing::carryOut(const std::vector<Operation>& operations, const std::string& reason) {
    return step(operations, reason);
}

Result<void> Editing::goTo(std::size_t version, const std::string& reason) {
    const auto target = history_.version(version);
    const auto changes = acts::changesBetween(shown_, target);
    for (const auto& change : changes)
        if (auto applied = shown_.apply(change); !applied) {
            shown_ = history_.now();
            return applied;
        }
    auto kept = keep(changes, reason);
    if (!kept)
        shown_ = history_.now();
    return kept;
}

Result<void> Editing::undo() {
    if (auto finished = finishTyping(); !finished || done_.empty())
        return finished;
    const auto last = done_.back();
    if (auto gone = goTo(last.from, "atsaukts"); !gone)
        return gone;
    done_.pop_back();
    undone_.push_back(last);
    return {};
}

Result<void> Editing::redo() {
    if (typed_ || undone_.empty())
        return {};
    const auto last = undone_.back();
    if (auto gone = goTo(last.to, "atjaunots"); !gone)
        return gone;
    undone_.pop_back();
    done_.push_back(last);
    return {};
}

Result<const acts::Element*> Editing::live(const base::Ulid& element) const {
    const auto* found = shown_.findLive(element);
    return found && element != shown_.id() ? Result<const acts::Element*>(found)
                                           : fail(acts::codes::elementUnknown);
}

} // namespace vienlogs::acts_editing
