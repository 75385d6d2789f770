// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "vienlogs/base/bytes.h"

/// The tree of RFC 6962 section 2.1: leaf hashes with 0x00, node hashes with 0x01 before the data.
namespace vienlogs::server::app::merkle {

[[nodiscard]] base::Bytes leafHash(std::string_view leaf);
[[nodiscard]] base::Bytes nodeHash(const base::Bytes& left, const base::Bytes& right);

/// The roots of the perfect subtrees that a tree of some size falls into, by level: enough to append to it
/// and to know its root.
class Frontier {
public:
    Frontier() = default;
    Frontier(std::int64_t size, std::map<int, base::Bytes> nodes) : size_(size), nodes_(std::move(nodes)) {}
    /// Appends a leaf's hash and returns the level whose node was written.
    int append(base::Bytes hash);
    /// Root of the whole tree; SHA-256 of nothing for the empty one.
    [[nodiscard]] base::Bytes root() const;
    [[nodiscard]] std::int64_t size() const { return size_; }
    [[nodiscard]] const base::Bytes& at(int level) const { return nodes_.at(level); }

private:
    std::int64_t size_ = 0;
    std::map<int, base::Bytes> nodes_;
};

} // namespace vienlogs::server::app::merkle
