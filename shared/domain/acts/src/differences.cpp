// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/words.h"

#include <algorithm>

namespace vienlogs::acts {

namespace {

constexpr int mostDifferences = 2000;

/// The furthest reach of each number of differences, for walking the shortest way back.
class ShortestEdit {
public:
    ShortestEdit(const int* before, int oldSize, const int* after, int newSize)
        : before_(before), after_(after), oldSize_(oldSize), newSize_(newSize) {}

    /// Pairs of equal places from the end to the beginning; nothing when there are too many differences.
    bool find(std::vector<std::pair<int, int>>& equal) {
        const int most = std::min(oldSize_ + newSize_, mostDifferences);
        std::vector<int> reach(std::size_t(2 * most + 3), 0);
        const auto at = [&](int diagonal) -> int& { return reach[std::size_t(diagonal + most + 1)]; };
        for (int edits = 0; edits <= most; ++edits) {
            steps_.emplace_back(reach.begin() + (most + 1 - edits), reach.begin() + (most + 2 + edits));
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int x = goesDown(diagonal, edits, at) ? at(diagonal + 1) : at(diagonal - 1) + 1;
                while (x < oldSize_ && x - diagonal < newSize_ && before_[x] == after_[x - diagonal])
                    ++x;
                at(diagonal) = x;
                if (x >= oldSize_ && x - diagonal >= newSize_) {
                    walkBack(edits, equal);
                    return true;
                }
            }
        }
        return false;
    }

private:
    template<typename At>
    static bool goesDown(int diagonal, int edits, At at) {
        return diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1));
    }

    void walkBack(int edits, std::vector<std::pair<int, int>>& equal) const {
        int x = oldSize_, y = newSize_;
        for (; edits >= 0; --edits) {
            const auto& step = steps_[std::size_t(edits)];
            const auto at = [&](int diagonal) { return step[std::size_t(diagonal + edits)]; };
            const int diagonal = x - y;
            // Without an edit there is only the common beginning left.
            const bool down = edits > 0 && goesDown(diagonal, edits, at);
            const int fromX = edits == 0 ? 0 : down ? at(diagonal + 1) : at(diagonal - 1);
            const int fromY = edits == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
            const int edited = edits == 0 ? 0 : 1;
            while (x > fromX + (down ? 0 : edited) && y > fromY + (down ? edited : 0))
                equal.emplace_back(--x, --y);
            x = fromX;
            y = fromY;
        }
    }

    const int* before_;
    const int* after_;
    int oldSize_, newSize_;
    std::vector<std::vector<int>> steps_;
};

} // namespace

std::vector<Hunk> differences(const std::vector<int>& before, const std::vector<int>& after) {
    const auto shorter = std::min(before.size(), after.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const auto oldSize = before.size() - head - tail, newSize = after.size() - head - tail;
    std::vector<std::pair<int, int>> equal;
    ShortestEdit edit(before.data() + head, int(oldSize), after.data() + head, int(newSize));
    if (!edit.find(equal))
        equal.clear();
    std::vector<Hunk> hunks;
    std::size_t oldAt = 0, newAt = 0;
    const auto close = [&](std::size_t oldTo, std::size_t newTo) {
        if (oldAt < oldTo || newAt < newTo)
            hunks.push_back({head + oldAt, head + oldTo, head + newAt, head + newTo});
        oldAt = oldTo + 1;
        newAt = newTo + 1;
    };
    for (auto pair = equal.rbegin(); pair != equal.rend(); ++pair)
        close(std::size_t(pair->first), std::size_t(pair->second));
    close(oldSize, newSize);
    return hunks;
}

} // namespace vienlogs::acts
