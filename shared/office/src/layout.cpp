// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "layout.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "paragraph_styles.h"
#include "vienlogs/acts/merge.h"
#include "vienlogs/acts/numbering.h"

namespace vienlogs::office {

namespace {

using acts::Element;
using acts::ElementKind;

/// A grid filled from the top: cells go to the next free place, as HTML and the office formats do it.
class Grid {
public:
    explicit Grid(const acts::Act& act) : act_(act) {}

    LaidTable lay(const Element& table) {
        LaidTable laid{&table};
        laid.columns = width(table);
        std::vector<Down> down(laid.columns);
        const auto rowCount = std::max<std::size_t>(table.children.size(), 1);
        for (std::size_t row = 0; row < rowCount; ++row) {
            static const std::vector<base::Ulid> none;
            const auto& cells = row < table.children.size() ? act_.find(table.children[row])->children : none;
            laid.rows.push_back(this->row(cells, down, rowCount - row));
        }
        return laid;
    }

private:
    /// What a cell above still covers at one column.
    struct Down {
        std::size_t rows = 0;
        std::size_t columns = 0; ///< of that cell, at its first column; 0 behind it
    };

    std::vector<LaidSlot> row(const std::vector<base::Ulid>& cells, std::vector<Down>& down,
                              std::size_t left) {
        std::vector<LaidSlot> slots;
        auto next = cells.begin();
        for (std::size_t column = 0; column < down.size();) {
            if (down[column].rows > 0) {
                const auto columns = std::max<std::size_t>(down[column].columns, 1);
                slots.push_back({nullptr, true, columns});
                for (std::size_t i = 0; i < columns; ++i)
                    --down[column + i].rows;
                column += columns;
                continue;
            }
            if (next == cells.end()) {
                slots.push_back({});
                ++column;
                continue;
            }
            const auto* cell = act_.find(*next++);
            std::size_t room = 1;
            while (room < cell->spans.columns && column + room < down.size() && down[column + room].rows == 0)
                ++room;
            const auto rows = std::clamp<std::size_t>(cell->spans.rows, 1, left);
            slots.push_back({cell, false, room, rows});
            for (std::size_t i = 0; i < room; ++i)
                down[column + i] = {rows - 1, i == 0 ? room : 0};
            column += room;
        }
        return slots;
    }

    /// Wide enough for every row with what reaches down into it.
    std::size_t width(const Element& table) const {
        std::size_t widest = 1;
        std::vector<std::pair<std::size_t, std::size_t>> reaching; // rows left, columns
        for (const auto& row : table.children) {
            std::size_t width = 0;
            for (auto& [rows, columns] : reaching)
                if (rows > 0) {
                    --rows;
                    width += columns;
                }
            for (const auto& id : act_.find(row)->children) {
                const auto& spans = act_.find(id)->spans;
                width += spans.columns;
                if (spans.rows > 1)
                    reaching.emplace_back(spans.rows - 1, spans.columns);
            }
            widest = std::max(widest, width);
            std::erase_if(reaching, [](const auto& reach) { return reach.first == 0; });
        }
        return widest;
    }

    const acts::Act& act_;
};

std::string styleIn(const acts::Act& act, const Element& element) {
    if (const auto* parent = act.find(element.parent); parent && parent->kind == ElementKind::Cell)
        return "LVSuna";
    std::size_t depth = 0;
    for (const auto* at = &element; at && at->kind == ElementKind::SubPoint; at = act.find(at->parent))
        ++depth;
    return styleOf(element.kind, std::min(depth, deepestStyle));
}

acts::Runs printedIn(const acts::Act& act, const Element& element) {
    const auto label = acts::labelOf(act, element.id);
    if (label.text.empty())
        return element.text;
    return acts::joined(acts::joined(label.text, acts::plain(label.separator)), element.text);
}

bool isParagraph(const Element& element) {
    return element.kind != ElementKind::Table && element.kind != ElementKind::Row &&
           element.kind != ElementKind::Cell;
}

class Layout {
public:
    Layout(const acts::Act& act, const Since* since) : act_(act), since_(since) {
        if (since_) {
            findDisplaced();
            findGone();
        }
    }

    std::vector<LaidBlock> lay() {
        putGone({}, blocks_);
        for (const auto& child : act_.root().children)
            element(*act_.find(child));
        return std::move(blocks_);
    }

private:
    /// What stands elsewhere than before, with all that went along.
    void findDisplaced() {
        for (const auto& id : acts::movedBetween(since_->before, act_)) {
            displaced_.insert(id);
            for (const auto* inner : act_.inside(id))
                if (since_->before.isLive(inner->id))
                    displaced_.insert(inner->id);
        }
    }

    /// What is no longer where it was, by the paragraph behind which it stood: one of its own cell if there
    /// is one, else one outside of tables.
    void findGone() {
        const auto& before = since_->before;
        base::Ulid outside;
        std::unordered_map<base::Ulid, base::Ulid> lastInCell;
        for (const auto* element : before.inOrder()) {
            if (!isParagraph(*element))
                continue;
            const auto* parent = before.find(element->parent);
            const bool inCell = parent && parent->kind == ElementKind::Cell;
            if (act_.isLive(element->id) && !displaced_.contains(element->id)) {
                (inCell ? lastInCell[element->parent] : outside) = element->id;
                continue;
            }
            const auto beside = lastInCell.find(element->parent);
            gone_[beside == lastInCell.end() ? outside : beside->second].push_back(deleted(*element));
        }
    }

    LaidParagraph deleted(const Element& element) const {
        LaidParagraph laid{&element, styleIn(since_->before, element)};
        laid.pieces.push_back({Piece::Kind::Removed, printedIn(since_->before, element)});
        laid.track = Track::Deleted;
        laid.marked = !displaced_.contains(element.id);
        laid.credit = creditOf(since_->before, element);
        return laid;
    }

    LaidParagraph laid(const Element& element) const {
        LaidParagraph laid{&element, styleIn(act_, element)};
        auto printed = printedIn(act_, element);
        laid.labelled = acts::lengthOf(printed) - acts::lengthOf(element.text);
        if (!since_) {
            laid.pieces.push_back({Piece::Kind::Kept, std::move(printed)});
            return laid;
        }
        laid.credit = creditOf(act_, element);
        const auto* old = displaced_.contains(element.id) ? nullptr : since_->before.findLive(element.id);
        if (!old) {
            laid.track = Track::Inserted;
            laid.pieces.push_back({Piece::Kind::Added, std::move(printed)});
            return laid;
        }
        const auto earlier = printedIn(since_->before, *old);
        if (earlier == printed)
            laid.pieces.push_back({Piece::Kind::Kept, std::move(printed)});
        else
            laid.pieces = piecesOf(earlier, printed);
        return laid;
    }

    /// Of the element, or of the nearest around it that was changed: numbers follow those of outer units.
    const Credit* creditOf(const acts::Act& in, const Element& element) const {
        for (const auto* at = &element; at; at = at->parent.isNil() ? nullptr : in.find(at->parent))
            if (const auto found = since_->credits.find(at->id); found != since_->credits.end())
                return &found->second;
        return &since_->last;
    }

    void element(const Element& element) {
        if (element.kind == ElementKind::Table) {
            auto table = Grid(act_).lay(element);
            for (auto& row : table.rows)
                for (auto& slot : row)
                    if (slot.cell)
                        for (const auto& child : slot.cell->children)
                            put(*act_.find(child), slot.paragraphs);
            blocks_.emplace_back(std::move(table));
            return;
        }
        put(element, blocks_);
        for (const auto& child : element.children)
            this->element(*act_.find(child));
    }

    template<typename List>
    void put(const Element& element, List& list) {
        list.emplace_back(laid(element));
        putGone(element.id, list);
    }

    template<typename List>
    void putGone(const base::Ulid& behind, List& list) {
        if (const auto gone = gone_.find(behind); gone != gone_.end())
            for (auto& paragraph : gone->second)
                list.emplace_back(std::move(paragraph));
    }

    const acts::Act& act_;
    const Since* since_;
    std::unordered_set<base::Ulid> displaced_;
    std::unordered_map<base::Ulid, std::vector<LaidParagraph>> gone_;
    std::vector<LaidBlock> blocks_;
};

} // namespace

std::vector<LaidBlock> layOut(const acts::Act& act, const Since* since) {
    return Layout(act, since).lay();
}

} // namespace vienlogs::office
