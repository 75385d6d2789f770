// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "vienlogs/base/bytes.h"

/// The tree of RFC 6962 section 2.1: leaf hashes with 0x00, node hashes with 0x01 before the data. The server
/// grows it and gives proofs, desks and auditors check them.
namespace vienlogs::digest::merkle {

[[nodiscard]] base::Bytes leafHash(std::string_view leaf);
[[nodiscard]] base::Bytes nodeHash(const base::Bytes& left, const base::Bytes& right);
/// SHA-256 of nothing: the root of the tree without leaves.
[[nodiscard]] base::Bytes emptyRoot();

/// A perfect subtree: `level` 0 is a leaf, `index` counts the subtrees of its level from the left.
struct Node {
    int level = 0;
    std::int64_t index = 0;
    base::Bytes hash;
};

/// The roots of the perfect subtrees that a tree of some size falls into, by level: enough to append to it
/// and to know its root.
class Frontier {
public:
    Frontier() = default;
    Frontier(std::int64_t size, std::map<int, base::Bytes> nodes) : size_(size), nodes_(std::move(nodes)) {}
    /// Appends a leaf's hash and returns the perfect subtrees that are complete by it, the leaf first; the
    /// last of them is now in the frontier.
    std::vector<Node> append(base::Bytes hash);
    /// Root of the whole tree.
    [[nodiscard]] base::Bytes root() const;
    [[nodiscard]] std::int64_t size() const { return size_; }

private:
    std::int64_t size_ = 0;
    std::map<int, base::Bytes> nodes_;
};

/// Whether the leaf is at `index` in the tree of `size` leaves with this root: RFC 9162 section 2.1.3.2.
[[nodiscard]] bool verifyInclusion(const base::Bytes& leaf, std::int64_t index, std::int64_t size,
                                   const std::vector<base::Bytes>& path, const base::Bytes& root);
/// Whether the tree of `to` leaves begins with the whole tree of `from` leaves: RFC 9162 section 2.1.4.2.
/// Nothing is the beginning of everything; a tree is its own beginning, with an empty path.
[[nodiscard]] bool verifyConsistency(std::int64_t from, const base::Bytes& fromRoot, std::int64_t to,
                                     const base::Bytes& toRoot, const std::vector<base::Bytes>& path);

} // namespace vienlogs::digest::merkle
