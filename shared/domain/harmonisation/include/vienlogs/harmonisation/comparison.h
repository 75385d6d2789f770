// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"

namespace vienlogs::harmonisation {

enum class Side { Both, Before, After };

/// Words that stand in both versions or in one of them.
struct Piece {
    Side side = Side::Both;
    acts::Runs text{};
    friend bool operator==(const Piece&, const Piece&) = default;
};

/// One element in both versions. Shown side by side, the left has what is Both or Before, the right what is
/// Both or After; shown inline, all pieces one after the other.
struct Compared {
    base::Ulid element;
    acts::ElementKind kind = acts::ElementKind::Paragraph;
    acts::Runs labelBefore{}, labelAfter{};
    std::vector<Piece> pieces{};
    Side existence = Side::Both;
    bool moved = false;
    [[nodiscard]] bool same() const;
};

/// Two versions of one act, element by element in the order of the later one; what is gone stands where it
/// was. `from` and `to` are any versions.
[[nodiscard]] std::vector<Compared> compare(const acts::Act& from, const acts::Act& to);

} // namespace vienlogs::harmonisation
