// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <random>
#include <string>

#include "vienlogs/amendments/amendments.h"

namespace vienlogs::amendments::test {

/// Published acts as ministries write them, and edits as drafters make them; from a seed.
class RealisticActs {
public:
    explicit RealisticActs(std::uint32_t seed) : random_(seed) {}

    base::Ulid id();
    /// A law of articles, parts and points, or a regulation of points by number; all numbers published.
    acts::Act published(acts::ActKind kind);
    /// One to four edits with new numbers where units are new.
    acts::Act edited(acts::Act act);
    std::size_t below(std::size_t limit) { return random_() % limit; }

private:
    std::string clause();
    std::string sentence();
    base::Ulid add(acts::Act& act, acts::ElementKind kind, const base::Ulid& parent, const std::string& text);
    void fillLaw(acts::Act& act);
    void fillArticle(acts::Act& act, const base::Ulid& article);
    void fillRegulation(acts::Act& act);
    void edit(acts::Act& act);
    void editText(acts::Act& act, const acts::Element& element);
    void insertBehind(acts::Act& act, const acts::Element& element);
    std::mt19937 random_;
};

/// Whether two versions read the same, identities included.
[[nodiscard]] bool sameText(const acts::Act& one, const acts::Act& other);
/// Every line with its label, for messages.
[[nodiscard]] std::string printed(const acts::Act& act);

} // namespace vienlogs::amendments::test
