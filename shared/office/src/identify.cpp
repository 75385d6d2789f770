// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "identify.h"

#include <algorithm>
#include <unordered_set>

#include "labels.h"
#include "vienlogs/acts/words.h"

namespace vienlogs::office {

namespace {

constexpr double likeEnough = 0.6;
constexpr std::size_t mostComparisons = 100'000;

class Identifying {
public:
    Identifying(const acts::Act& exported, const Returned& returned)
        : exported_(exported), paragraphs_(returned.paragraphs), found_(paragraphs_.size()) {}

    std::vector<Identity> run() {
        byBookmark();
        byCopiedBookmark();
        byXmlId();
        byStyle();
        byLikeness();
        return std::move(found_);
    }

private:
    [[nodiscard]] bool free(const base::Ulid& id) const {
        const auto* element = exported_.findLive(id);
        return element && acts::hasText(element->kind) && !claimed_.contains(id);
    }
    [[nodiscard]] bool open(std::size_t i) const { return found_[i].id.isNil() && found_[i].origin.isNil(); }

    bool claim(std::size_t i, const base::Ulid& id) {
        if (!free(id))
            return false;
        claimed_.insert(id);
        if (found_[i].id.isNil())
            found_[i].id = id;
        else
            found_[i].absorbed.push_back(id);
        return true;
    }

    void byBookmark() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i)
            for (const auto& mark : paragraphs_[i].marks) {
                if (mark.copy || !free(mark.id))
                    continue;
                // Enter before the first letter leaves an empty paragraph: the words are in the next one.
                const auto last = std::min(i + mark.goesOn, paragraphs_.size() - 1);
                auto at = i;
                while (at < last && acts::textOf(paragraphs_[at].text).empty())
                    ++at;
                claim(at, mark.id);
                for (auto rest = at + 1; rest <= last; ++rest)
                    if (paragraphs_[rest].marks.empty() && open(rest))
                        found_[rest].origin = mark.id;
            }
    }

    /// A pasted paragraph: moved when its original is gone, else a duplicate.
    void byCopiedBookmark() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i)
            for (const auto& mark : paragraphs_[i].marks)
                if (mark.copy && open(i) && !claim(i, mark.id) && exported_.find(mark.id)) {
                    found_[i].origin = mark.id;
                    found_[i].duplicate = true;
                }
    }

    void byXmlId() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i)
            if (open(i) && !paragraphs_[i].xmlId.isNil())
                claim(i, paragraphs_[i].xmlId);
    }

    /// A style is inherited by what is typed after a paragraph, so it names an element only when no other
    /// paragraph is that element; else it tells where a new one comes from.
    void byStyle() {
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            const auto& id = paragraphs_[i].styleId;
            if (!open(i) || id.isNil() || acts::textOf(paragraphs_[i].text).empty())
                continue;
            if (!claim(i, id) && exported_.find(id))
                found_[i].origin = id;
        }
    }

    void byLikeness() {
        std::vector<const acts::Element*> left;
        for (const auto* element : exported_.inOrder())
            if (free(element->id) && !element->text.empty())
                left.push_back(element);
        std::size_t comparisons = 0;
        for (std::size_t i = 0; i < paragraphs_.size() && comparisons < mostComparisons; ++i) {
            if (!open(i) || paragraphs_[i].text.empty())
                continue;
            const acts::Element* best = nullptr;
            double most = likeEnough;
            for (const auto* element : left) {
                if (!free(element->id) || ++comparisons >= mostComparisons)
                    continue;
                const auto text = withoutLabel(exported_, *element, paragraphs_[i].text).text;
                if (const auto like = acts::likeness(element->text, text); like >= most) {
                    most = like;
                    best = element;
                }
            }
            if (best && claim(i, best->id))
                found_[i].guessed = true;
        }
    }

    const acts::Act& exported_;
    const std::vector<ReturnedParagraph>& paragraphs_;
    std::vector<Identity> found_;
    std::unordered_set<base::Ulid> claimed_;
};

} // namespace

std::vector<Identity> identify(const acts::Act& exported, const Returned& returned) {
    return Identifying(exported, returned).run();
}

} // namespace vienlogs::office
