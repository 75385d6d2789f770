// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "rebuild.h"

#include <algorithm>
#include <unordered_map>

#include "labels.h"
#include "paragraph_styles.h"

#include "vienlogs/acts/recognition.h"

namespace vienlogs::office {

namespace {

using acts::Element;
using acts::ElementKind;

/// What an element will be, before its place is found.
struct Unit {
    base::Ulid id;
    ElementKind kind;
    std::size_t depth = 1;
    acts::Number number{};
    acts::Runs text{};
    base::Ulid origin{};
};

/// Kinds whose place their kind does not tell: they stay with their old parent while that is open.
bool staysWithParent(ElementKind kind) {
    return kind == ElementKind::Paragraph || kind == ElementKind::Footnote ||
           kind == ElementKind::Signature || kind == ElementKind::Table;
}

class Rebuilding {
public:
    Rebuilding(const acts::Act& exported, const std::function<base::Ulid()>& newId)
        : exported_(exported), newId_(newId), import_{acts::Act(exported.id(), exported.kind()), {}, {}} {
        open_.push_back({exported.id(), ElementKind::Act, 0});
    }

    base::Result<void> add(const ReturnedParagraph& paragraph, const Identity& identity) {
        const auto* known = identity.id.isNil() ? nullptr : exported_.find(identity.id);
        if (!known && acts::textOf(paragraph.text).empty() && paragraph.comments.empty())
            return {}; // an empty line between units says nothing
        auto& item = import_.items.emplace_back();
        auto unit = known ? knownUnit(*known, paragraph, item) : newUnit(paragraph, identity, item);
        if (identity.guessed)
            item.fates.push_back(Fate::Guessed);
        item.element = unit.id;
        item.after = unit.text;
        item.labelled = acts::lengthOf(paragraph.text) - acts::lengthOf(unit.text);
        item.changes = paragraph.changes;
        item.origin = unit.origin;
        return known && inCell(*known) ? putInCell(*known, unit) : put(unit, item);
    }

    /// The element that the last paragraph became; before the first one the act.
    [[nodiscard]] const base::Ulid& last() const { return last_; }
    Import finish() { return std::move(import_); }

private:
    struct Open {
        base::Ulid id;
        ElementKind kind;
        std::size_t depth;
        [[nodiscard]] std::size_t rank() const { return std::size_t(acts::rankOf(kind)) * 100 + depth; }
    };

    Unit knownUnit(const Element& known, const ReturnedParagraph& paragraph, MergeItem& item) const {
        const auto bare = withoutLabel(exported_, known, paragraph.text);
        item.before = known.text;
        Unit unit{known.id, known.kind, depthOf(known), known.number, bare.text, known.origin};
        if (bare.changed && bare.number)
            unit.number = *bare.number;
        if (bare.changed)
            item.fates.push_back(Fate::Numbered);
        if (bare.changed && !bare.number)
            item.notes.emplace_back("the printed number is missing");
        if (unit.text != known.text)
            item.fates.push_back(Fate::Changed);
        return unit;
    }

    Unit newUnit(const ReturnedParagraph& paragraph, const Identity& identity, MergeItem& item) const {
        Unit unit{newId_(), ElementKind::Paragraph, 1, {}, paragraph.text, identity.origin};
        const auto* origin = exported_.find(identity.origin);
        const auto styled = kindOfStyle(paragraph.style);
        const auto seen = acts::recognise(paragraph.text);
        item.fates.push_back(identity.duplicate ? Fate::Duplicated : Fate::New);
        if (origin && !identity.duplicate)
            item.fates.push_back(Fate::Split);
        if (styled) {
            unit.kind = styled->kind;
            unit.depth = styled->depth;
        } else if (origin) {
            unit.kind = origin->kind;
            unit.depth = depthOf(*origin);
        } else if (seen) {
            unit.kind = seen->kind;
            unit.depth = seen->depth;
            item.fates.push_back(Fate::Guessed);
            item.notes.emplace_back("the kind was guessed from the printed number");
        } else
            item.fates.push_back(Fate::Guessed);
        if (paragraph.cell > 0) {
            item.fates.push_back(Fate::Guessed);
            item.notes.emplace_back("new in a table: it stands as text behind what was before it");
        }
        if (seen && seen->kind == unit.kind)
            unit.text = acts::cut(unit.text, seen->length, acts::lengthOf(unit.text));
        return unit;
    }

    [[nodiscard]] std::size_t depthOf(const Element& element) const {
        std::size_t depth = 0;
        for (const auto* outer : exported_.pathTo(element.id))
            depth += outer->kind == ElementKind::SubPoint ? 1 : 0;
        return std::max<std::size_t>(depth, 1);
    }

    [[nodiscard]] bool inCell(const Element& known) const {
        return exported_.find(known.parent)->kind == ElementKind::Cell;
    }

    base::Result<void> insert(const Unit& unit, const base::Ulid& parent, acts::Spans spans = {}) {
        const auto& siblings = import_.act.find(parent)->children;
        return import_.act.apply(
            acts::InsertElement{unit.id,
                                unit.kind,
                                {parent, siblings.empty() ? base::Ulid{} : siblings.back()},
                                unit.number,
                                unit.text,
                                spans,
                                unit.origin});
    }

    base::Result<void> put(Unit unit, MergeItem& item) {
        closeFor(unit);
        if (!acts::mayContain(open_.back().kind, unit.kind)) { // a part outside of every article
            item.fates.push_back(Fate::Guessed);
            item.notes.emplace_back("such a unit cannot stand here, so it is text without a number");
            if (exported_.find(unit.id)) {
                unit.origin = unit.id;
                unit.id = newId_();
                item.element = unit.id;
                item.fates.push_back(Fate::New);
            }
            unit.kind = ElementKind::Paragraph;
            unit.number = {};
        }
        item.kind = unit.kind;
        if (auto inserted = insert(unit, open_.back().id); !inserted)
            return inserted;
        last_ = unit.id;
        if (!staysWithParent(unit.kind))
            open_.push_back({unit.id, unit.kind, unit.depth});
        return {};
    }

    /// Closes what cannot be around the unit.
    void closeFor(const Unit& unit) {
        const auto* known = exported_.find(unit.id);
        if (known && staysWithParent(unit.kind))
            for (auto at = open_.size(); at > 0; --at)
                if (open_[at - 1].id == known->parent) {
                    open_.resize(at);
                    return;
                }
        const auto rank = Open{unit.id, unit.kind, unit.depth}.rank();
        const auto fits = [&](const Open& outer) {
            return acts::mayContain(outer.kind, unit.kind) &&
                   (outer.rank() < rank || outer.kind == ElementKind::Act);
        };
        auto at = open_.size();
        while (at > 1 && !fits(open_[at - 1]))
            --at;
        if (fits(open_[at - 1]))
            open_.resize(at);
        else if (const bool deep = unit.kind == ElementKind::Part || unit.kind == ElementKind::SubPoint;
                 !deep)
            open_.resize(1);
        else
            while (!acts::mayContain(open_.back().kind, ElementKind::Paragraph))
                open_.pop_back();
    }

    /// Inside its old parent while that is open, else inside what is.
    base::Ulid placeOfTable(const Element& table) {
        closeFor({table.id, ElementKind::Table});
        return open_.back().id;
    }

    /// A paragraph of a table: its cell, row and table come back with the first of their paragraphs.
    base::Result<void> putInCell(const Element& known, const Unit& unit) {
        import_.items.back().kind = unit.kind;
        // A table that was moved as a whole comes back where it stands now.
        const auto path = exported_.pathTo(known.id);
        const auto first = std::find_if(path.begin(), path.end(),
                                        [](const Element* e) { return e->kind == ElementKind::Table; });
        for (auto at = first; at + 1 != path.end(); ++at) {
            const auto& outer = **at;
            if (import_.act.find(outer.id))
                continue;
            const auto parent = outer.kind == ElementKind::Table ? placeOfTable(outer) : outer.parent;
            if (auto made =
                    insert({outer.id, outer.kind, 1, outer.number, {}, outer.origin}, parent, outer.spans);
                !made)
                return made;
            auto& item = import_.items.emplace_back();
            item.element = outer.id;
            item.kind = outer.kind;
        }
        last_ = unit.id;
        return insert(unit, known.parent);
    }

    const acts::Act& exported_;
    const std::function<base::Ulid()>& newId_;
    Import import_;
    std::vector<Open> open_;
    base::Ulid last_ = exported_.id();
};

} // namespace

base::Result<Import> rebuild(const acts::Act& exported, const Returned& returned,
                             const std::vector<Identity>& identities,
                             const std::function<base::Ulid()>& newId, std::vector<base::Ulid>& elements) {
    Rebuilding rebuilding(exported, newId);
    for (std::size_t i = 0; i < identities.size(); ++i) {
        if (auto added = rebuilding.add(returned.paragraphs[i], identities[i]); !added)
            return base::fail(added.error());
        elements.push_back(rebuilding.last());
    }
    return rebuilding.finish();
}

} // namespace vienlogs::office
