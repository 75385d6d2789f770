// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "layout.h"

#include <algorithm>

#include "paragraph_styles.h"

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

void lay(const acts::Act& act, const Element& element, std::size_t depth, std::vector<LaidBlock>& blocks) {
    if (element.kind == ElementKind::Table) {
        blocks.emplace_back(Grid(act).lay(element));
        return;
    }
    const auto level = element.kind == ElementKind::SubPoint ? depth + 1 : 0;
    blocks.emplace_back(LaidParagraph{&element, styleOf(element.kind, std::min(level, deepestStyle))});
    for (const auto& child : element.children)
        lay(act, *act.find(child), level, blocks);
}

} // namespace

std::vector<LaidBlock> layOut(const acts::Act& act) {
    std::vector<LaidBlock> blocks;
    for (const auto& child : act.root().children)
        lay(act, *act.find(child), 0, blocks);
    return blocks;
}

} // namespace vienlogs::office
