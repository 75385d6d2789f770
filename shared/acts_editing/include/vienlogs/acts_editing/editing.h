// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>

#include "vienlogs/acts_store/act_store.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::acts_editing {

/// A place between two characters of one element.
struct Caret {
    base::Ulid element;
    std::size_t at = 0; ///< characters before it
    friend bool operator==(const Caret&, const Caret&) = default;
};

/// One drafter's work on one act: every operation is in the store when it returns, numbers and citations
/// follow what moves, and everything can be taken back. A refused operation changes nothing. For one thread;
/// the store and the clock outlive it.
class Editing {
public:
    /// The act as it was left, with what was being typed when the program ended. VL-BASE-0003, VL-ACT-0006
    /// and the store's own.
    [[nodiscard]] static base::Result<std::unique_ptr<Editing>>
    open(acts_store::ActStore& store, const base::Ulid& act, std::string author, const base::Clock& clock);

    /// What the screen shows, what is being typed included.
    [[nodiscard]] const acts::Act& act() const { return shown_; }
    /// Without what is being typed.
    [[nodiscard]] const acts::History& history() const { return history_; }

    /// `removed` characters behind the caret give way to `words`. What is typed side by side in one element
    /// is one operation until finishTyping(). Where the caret is then.
    [[nodiscard]] base::Result<Caret> type(const Caret& caret, std::size_t removed, const acts::Runs& words);
    /// The end of a word or a second of rest: what was typed becomes an entry of the log.
    [[nodiscard]] base::Result<void> finishTyping();

    /// Enter: splits a unit, begins the next one behind its end, or ends a list in an empty one.
    [[nodiscard]] base::Result<Caret> enter(const Caret& caret);
    /// Backspace before the first character: joins with the unit before, or takes an empty one out.
    [[nodiscard]] base::Result<Caret> joinBefore(const base::Ulid& element);
    /// Tab: one level deeper, inside the unit before it. VL-ACT-0003 where none can have it.
    [[nodiscard]] base::Result<Caret> demote(const base::Ulid& element);
    /// Shift+Tab: out of the unit around it, behind that. VL-ACT-0003 where nothing can have it.
    [[nodiscard]] base::Result<Caret> promote(const base::Ulid& element);
    /// Past the unit before or behind it, in the same place. VL-ACT-0003 at the edge.
    [[nodiscard]] base::Result<Caret> moveUp(const base::Ulid& element);
    [[nodiscard]] base::Result<Caret> moveDown(const base::Ulid& element);
    /// To any place, by drag and drop.
    [[nodiscard]] base::Result<Caret> move(const base::Ulid& element, const acts::Place& place);
    /// A new unit behind the given one, or the nearest around it that can have it; nil: at the end of the
    /// act.
    [[nodiscard]] base::Result<Caret> insert(acts::ElementKind kind, const base::Ulid& behind);
    /// Takes a unit out with all inside it.
    [[nodiscard]] base::Result<void> remove(const base::Ulid& element);
    /// Any operations as one step: a fix of a check, lines of a merge list.
    [[nodiscard]] base::Result<void> carryOut(const std::vector<acts::Operation>& operations,
                                              const std::string& reason);

    [[nodiscard]] bool canUndo() const { return !done_.empty() || typed_; }
    [[nodiscard]] bool canRedo() const { return !undone_.empty(); }
    /// Takes the last step back; that is a step of its own in the history. Nothing to take back is no
    /// failure.
    [[nodiscard]] base::Result<void> undo();
    [[nodiscard]] base::Result<void> redo();

private:
    /// A step as counts of the log's entries before and behind it.
    struct Step {
        std::size_t from, to;
    };
    Editing(acts_store::ActStore& store, acts::History history, std::string author, const base::Clock& clock);
    [[nodiscard]] acts::Entry entryOf(acts::Operation operation, const std::string& reason) const;
    /// Carries operations out as one step, with the numbers and citations that follow.
    [[nodiscard]] base::Result<void> step(const std::vector<acts::Operation>& operations,
                                          const std::string& reason = {});
    [[nodiscard]] base::Result<void> keep(const std::vector<acts::Operation>& operations,
                                          const std::string& reason);
    [[nodiscard]] base::Result<void> goTo(std::size_t version, const std::string& reason);
    /// The same unit as another kind elsewhere, with what is inside it: a new element, for kinds never
    /// change.
    [[nodiscard]] base::Result<Caret> become(const acts::Element& element, acts::ElementKind kind,
                                             const acts::Place& place);
    [[nodiscard]] base::Result<Caret> enterBehind(const acts::Element& element);
    [[nodiscard]] base::Result<Caret> splitAt(const acts::Element& element, std::size_t at);
    [[nodiscard]] base::Result<const acts::Element*> live(const base::Ulid& element) const;
    [[nodiscard]] const acts::Element* before(const acts::Element& element) const;

    acts_store::ActStore& store_;
    acts::History history_;
    acts::Act shown_;
    std::string author_;
    const base::Clock& clock_;
    std::optional<acts::ReplaceText> typed_;
    base::Timestamp typedAt_{};
    std::vector<Step> done_, undone_;
};

} // namespace vienlogs::acts_editing
