// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <random>

#include "vienlogs/acts/history.h"

namespace vienlogs::acts::test {

/// Acts and changes of them from a seed, the same on every run.
class RandomActs {
public:
    explicit RandomActs(std::uint32_t seed) : random_(seed) {}

    base::Ulid id();
    /// Some change; many are refused, as in life.
    Operation operation(const Act& act);
    /// That many accepted changes.
    Act changed(Act act, int count);
    Runs text();
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

private:
    base::Ulid any(const Act& act);
    Place place(const Act& act);

    std::mt19937 random_;
};

/// Whether two versions read the same: elements in order with place, number and text.
[[nodiscard]] bool readsTheSame(const Act& one, const Act& other);

/// A law with two chapters, articles, parts and points, numbered; for examples.
struct SmallLaw {
    SmallLaw();
    base::Ulid add(ElementKind kind, const base::Ulid& parent, std::string_view text);
    RandomActs random{7};
    Act act;
    base::Ulid chapter, article, part, secondPart, point, secondPoint, nextArticle;
};

} // namespace vienlogs::acts::test
