// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace vienlogs::acts {

namespace {

bool isWordByte(char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z');
}

/// Equal words get equal numbers, over all texts that are compared.
class Numbering {
public:
    std::vector<int> of(const std::vector<Run>& words) {
        std::vector<int> numbers;
        numbers.reserve(words.size());
        for (const auto& word : words) {
            const auto target = word.reference ? word.reference->target : base::Ulid{};
            const int look = int(word.bold) | int(word.italic) << 1 | int(word.script) << 2 |
                             (word.reference ? int(word.reference->in) + 1 : 0) << 4;
            numbers.push_back(
                known_.try_emplace({word.text, word.link, target, look}, int(known_.size())).first->second);
        }
        return numbers;
    }

private:
    std::map<std::tuple<std::string, std::string, base::Ulid, int>, int> known_;
};

void append(Runs& runs, const std::vector<Run>& words, std::size_t from, std::size_t to) {
    runs.insert(runs.end(), words.begin() + std::ptrdiff_t(from), words.begin() + std::ptrdiff_t(to));
}

bool collide(const Hunk& one, const Hunk& other) {
    const bool bothInsert = one.oldFrom == one.oldTo && other.oldFrom == other.oldTo;
    return (bothInsert && one.oldFrom == other.oldFrom) ||
           (one.oldFrom < other.oldTo && other.oldFrom < one.oldTo);
}

/// One side of a merge: its words and where they differ from the base, consumed from the left.
struct Side {
    std::vector<Run> words;
    std::vector<Hunk> hunks;
    std::size_t next = 0;
    [[nodiscard]] bool done() const { return next == hunks.size(); }
    [[nodiscard]] const Hunk& hunk() const { return hunks[next]; }
    /// The words of this side that stand for base words [from, to), given its hunks [first, next) in there.
    [[nodiscard]] Runs standingFor(std::size_t first, std::size_t from, std::size_t to,
                                   const std::vector<Run>& base) const {
        Runs text;
        for (auto i = first; i < next; ++i) {
            append(text, base, from, hunks[i].oldFrom);
            append(text, words, hunks[i].newFrom, hunks[i].newTo);
            from = hunks[i].oldTo;
        }
        append(text, base, from, to);
        return text;
    }
};

/// Takes the hunks of both sides that hang together, beginning with the leftmost; how far they reach.
Hunk takeGroup(Side& ours, Side& theirs) {
    const bool oursFirst =
        theirs.done() || (!ours.done() && std::tie(ours.hunk().oldFrom, ours.hunk().oldTo) <=
                                              std::tie(theirs.hunk().oldFrom, theirs.hunk().oldTo));
    Hunk group = oursFirst ? ours.hunk() : theirs.hunk();
    ++(oursFirst ? ours : theirs).next;
    for (bool grown = true; grown;) {
        grown = false;
        for (auto* side : {&ours, &theirs})
            if (!side->done() && collide(group, side->hunk())) {
                group.oldTo = std::max(group.oldTo, side->hunk().oldTo);
                ++side->next;
                grown = true;
            }
    }
    return group;
}

struct Character {
    std::string_view bytes;
    const Run* run;
    bool first; ///< of its run
    [[nodiscard]] bool same(const Character& other) const {
        return bytes == other.bytes && run->looksLike(*other.run);
    }
};

std::vector<Character> charactersOf(const Runs& runs) {
    std::vector<Character> characters;
    for (const auto& run : runs)
        for (std::size_t at = 0; at < run.text.size();) {
            auto to = at + 1;
            while (to < run.text.size() && (static_cast<unsigned char>(run.text[to]) & 0xC0U) == 0x80U)
                ++to;
            characters.push_back({std::string_view(run.text).substr(at, to - at), &run, at == 0});
            at = to;
        }
    return characters;
}

/// Whether a text may be cut before this character: never inside a citation.
bool mayCut(const std::vector<Character>& characters, std::size_t at) {
    return at == characters.size() || characters[at].first || !characters[at].run->reference;
}

} // namespace

std::vector<Run> wordsOf(const Runs& runs) {
    std::vector<Run> words;
    for (const auto& run : runs) {
        if (run.reference) {
            words.push_back(run);
            continue;
        }
        for (std::size_t at = 0; at < run.text.size();) {
            auto to = at + 1;
            while (to < run.text.size() && isWordByte(run.text[at]) && isWordByte(run.text[to]))
                ++to;
            words.push_back(run);
            words.back().text = run.text.substr(at, to - at);
            at = to;
        }
    }
    return words;
}

std::vector<Hunk> wordDifferences(const std::vector<Run>& before, const std::vector<Run>& after) {
    Numbering numbering;
    const auto numbers = numbering.of(before);
    return differences(numbers, numbering.of(after));
}

MergedText mergeText(const Runs& base, const Runs& ours, const Runs& theirs) {
    const auto words = wordsOf(base);
    Side left{wordsOf(ours), {}}, right{wordsOf(theirs), {}};
    left.hunks = wordDifferences(words, left.words);
    right.hunks = wordDifferences(words, right.words);
    MergedText merged;
    std::size_t at = 0;
    while (!left.done() || !right.done()) {
        const auto leftFirst = left.next, rightFirst = right.next;
        const auto group = takeGroup(left, right);
        append(merged.text, words, at, group.oldFrom);
        const auto mine = left.standingFor(leftFirst, group.oldFrom, group.oldTo, words);
        const auto other = right.standingFor(rightFirst, group.oldFrom, group.oldTo, words);
        const bool both = left.next > leftFirst && right.next > rightFirst;
        if (both && normalised(mine) != normalised(other))
            merged.collides = true;
        const auto& taken = left.next > leftFirst ? mine : other;
        merged.text.insert(merged.text.end(), taken.begin(), taken.end());
        at = group.oldTo;
    }
    append(merged.text, words, at, words.size());
    merged.text = normalised(merged.text);
    return merged;
}

double likeness(const Runs& one, const Runs& other) {
    const auto first = wordsOf(plain(textOf(one))), second = wordsOf(plain(textOf(other)));
    if (first.empty() || second.empty())
        return first.empty() && second.empty() ? 1.0 : 0.0;
    std::size_t removed = 0;
    for (const auto& hunk : wordDifferences(first, second))
        removed += hunk.oldTo - hunk.oldFrom;
    return 2.0 * double(first.size() - removed) / double(first.size() + second.size());
}

std::vector<Operation> textChange(const base::Ulid& id, const Runs& before, const Runs& after) {
    if (before == after)
        return {};
    const auto old = charactersOf(before), fresh = charactersOf(after);
    const auto limit = std::min(old.size(), fresh.size());
    std::size_t head = 0, tail = 0;
    while (head < limit && old[head].same(fresh[head]))
        ++head;
    while (head > 0 && !(mayCut(old, head) && mayCut(fresh, head)))
        --head;
    while (tail < limit - head && old[old.size() - 1 - tail].same(fresh[fresh.size() - 1 - tail]))
        ++tail;
    while (tail > 0 && !(mayCut(old, old.size() - tail) && mayCut(fresh, fresh.size() - tail)))
        --tail;
    const auto inserted = cut(after, head, fresh.size() - tail);
    if (inserted.empty() && old.size() == fresh.size()) // the same characters, but other citations
        return {ReplaceText{id, 0, old.size(), after}};
    return {ReplaceText{id, head, old.size() - head - tail, inserted}};
}

} // namespace vienlogs::acts
