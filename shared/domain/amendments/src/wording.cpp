// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "wording.h"

#include <algorithm>

#include "glyphs.h"
#include "vienlogs/acts/words.h"

namespace vienlogs::amendments {

using acts::Runs;

namespace {

using Words = std::vector<acts::Run>;

constexpr std::size_t mostPhrases = 3; ///< beyond these a restated sentence is easier to read
constexpr std::size_t mostContext = 12;
constexpr std::size_t nearWords = 3; ///< two differences this close are one

Runs part(const Words& words, std::size_t from, std::size_t to) {
    return acts::normalised({words.begin() + std::ptrdiff_t(from), words.begin() + std::ptrdiff_t(to)});
}

bool isSpace(const acts::Run& word) {
    return word.text == " ";
}

/// Whether a phrase can quote it: no formatting, no quotation marks, no space at the ends, a word in it.
bool isQuotable(const Runs& text) {
    const auto glyphs = glyphsOf(text);
    const bool clean = std::all_of(text.begin(), text.end(), [](const acts::Run& run) {
        return run.looksLike(acts::Run{}) && run.text.find_first_of("\"^\n\t") == std::string::npos;
    });
    return clean && !glyphs.empty() && glyphs.front() != " " && glyphs.back() != " " &&
           std::any_of(glyphs.begin(), glyphs.end(), isWordGlyph);
}

std::vector<acts::Hunk> closeTogether(const std::vector<acts::Hunk>& hunks) {
    std::vector<acts::Hunk> merged;
    for (const auto& hunk : hunks)
        if (!merged.empty() && hunk.oldFrom - merged.back().oldTo <= nearWords) {
            merged.back().oldTo = hunk.oldTo;
            merged.back().newTo = hunk.newTo;
        } else
            merged.push_back(hunk);
    return merged;
}

/// The words of one element against those they become.
class Comparing {
public:
    Comparing(const acts::Act& before, const base::Ulid& unit, const Path& path, const Runs& old,
              const Runs& fresh)
        : path_(path), old_(acts::wordsOf(old)), fresh_(acts::wordsOf(fresh)) {
        texts_.push_back(glyphsOf(before.find(unit)->text));
        for (const auto* element : before.inside(unit))
            texts_.push_back(glyphsOf(element->text));
    }

    std::vector<Change> run() {
        const auto hunks = closeTogether(acts::wordDifferences(old_, fresh_));
        std::size_t changed = 0;
        for (const auto& hunk : hunks)
            changed += hunk.oldTo - hunk.oldFrom;
        if (hunks.size() > mostPhrases || changed * 2 > old_.size())
            return {};
        std::vector<Change> changes;
        for (const auto& hunk : hunks) {
            auto change = of(hunk);
            if (!change)
                return {};
            changes.push_back(std::move(*change));
        }
        return changes;
    }

private:
    std::optional<Change> of(acts::Hunk hunk) const {
        if (hunk.oldFrom == hunk.oldTo) {
            rotate(hunk.oldFrom, hunk.oldTo, hunk.newFrom, hunk.newTo, fresh_);
            if (auto change = addition(hunk))
                return change;
        } else if (hunk.newFrom == hunk.newTo) {
            rotate(hunk.newFrom, hunk.newTo, hunk.oldFrom, hunk.oldTo, old_);
            if (auto change = deletion(hunk))
                return change;
        }
        return replacement(hunk);
    }

    /// "x y " put before a word is " x y" put behind the space before it.
    void rotate(std::size_t& emptyFrom, std::size_t& emptyTo, std::size_t& from, std::size_t& to,
                const Words& words) const {
        if (emptyFrom > 0 && from > 0 && isSpace(words[to - 1]) && isSpace(words[from - 1]))
            for (auto* at : {&emptyFrom, &emptyTo, &from, &to})
                --*at;
    }

    [[nodiscard]] bool isOnce(const Runs& words) const {
        const auto glyphs = glyphsOf(words);
        std::size_t count = 0;
        for (const auto& text : texts_)
            count += positionsOf(glyphs, text).size();
        return count == 1;
    }

    std::optional<Change> addition(const acts::Hunk& hunk) const {
        const bool spaced = isSpace(fresh_[hunk.newFrom]);
        const auto added = part(fresh_, hunk.newFrom + (spaced ? 1 : 0), hunk.newTo);
        if (!isQuotable(added))
            return std::nullopt;
        for (std::size_t back = 1; back <= std::min(mostContext, hunk.oldFrom); ++back)
            if (const auto context = part(old_, hunk.oldFrom - back, hunk.oldFrom);
                isQuotable(context) && isOnce(context))
                return Change{Verb::AddWords, {path_}, context, added};
        return std::nullopt;
    }

    std::optional<Change> deletion(const acts::Hunk& hunk) const {
        auto from = hunk.oldFrom, to = hunk.oldTo;
        if (isSpace(old_[from]))
            ++from;
        else if (from == 0 && isSpace(old_[to - 1]))
            --to;
        const auto gone = part(old_, from, std::max(from, to));
        if (!isQuotable(gone) || !isOnce(gone))
            return std::nullopt;
        return Change{Verb::DeleteWords, {path_}, gone};
    }

    /// With as many words around it as make it the only one in the unit.
    std::optional<Change> replacement(const acts::Hunk& hunk) const {
        auto from = hunk.oldFrom, to = hunk.oldTo;
        for (std::size_t tries = 0; tries < 2 * mostContext; ++tries) {
            const auto words = part(old_, from, to);
            const auto others =
                joined(joined(part(old_, from, hunk.oldFrom), part(fresh_, hunk.newFrom, hunk.newTo)),
                       part(old_, hunk.oldTo, to));
            if (isQuotable(words) && isQuotable(others) && isOnce(words))
                return Change{Verb::ReplaceWords, {path_}, words, others};
            if (from > 0 && (tries % 2 == 0 || to == old_.size()))
                --from;
            else if (to < old_.size())
                ++to;
            else
                break;
        }
        return std::nullopt;
    }

    const Path& path_;
    Words old_, fresh_;
    std::vector<Glyphs> texts_;
};

} // namespace

std::vector<Change> wordChanges(const acts::Act& before, const base::Ulid& unit, const Path& path,
                                const Runs& old, const Runs& fresh) {
    return Comparing(before, unit, path, old, fresh).run();
}

std::optional<Change> sentenceChange(const Path& path, const Runs& old, const Runs& fresh) {
    const auto before = sentencesOf(glyphsOf(old)), after = sentencesOf(glyphsOf(fresh));
    if (before.size() < 2 || before.size() != after.size())
        return std::nullopt;
    std::optional<Change> change;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto now = acts::cut(fresh, after[i].from, after[i].to);
        if (acts::cut(old, before[i].from, before[i].to) == now)
            continue;
        if (change)
            return std::nullopt;
        change = Change{Verb::RestateSentence, {path}, {}, now, std::uint32_t(i + 1)};
    }
    return change;
}

} // namespace vienlogs::amendments
