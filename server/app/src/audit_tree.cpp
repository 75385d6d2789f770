// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit_tree.h"

#include <bit>
#include <string>

#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

namespace merkle = digest::merkle;
constexpr std::int64_t blockSize = std::int64_t{1} << AuditTree::firstKept;

/// The largest power of two below `size`: where RFC 6962 splits a tree.
std::int64_t splitOf(std::int64_t size) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - 1)));
}

bool isPowerOfTwo(std::int64_t size) {
    return std::has_single_bit(static_cast<std::uint64_t>(size));
}

} // namespace

base::Result<void> AuditTree::grow(const std::vector<merkle::Node>& complete) {
    for (const auto& node : complete)
        if (node.level >= firstKept)
            if (auto kept = table_.saveNode(node.level, node.index, node.hash); !kept)
                return kept;
    return {};
}

base::Result<void> AuditTree::complete() {
    const auto size = table_.size();
    if (!size)
        return base::fail(size.error());
    const auto blocks = *size / blockSize;
    if (blocks == 0)
        return {};
    // All or nothing is filled in, so the first node tells.
    const auto first = table_.node(firstKept, 0);
    if (!first)
        return base::fail(first.error());
    if (*first)
        return {};
    merkle::Frontier tree;
    for (std::int64_t block = 0; block < blocks; ++block) {
        const auto leaves = table_.leafHashes(block * blockSize, blockSize);
        if (!leaves)
            return base::fail(leaves.error());
        for (const auto& leaf : *leaves) {
            const auto complete = tree.append(leaf);
            const auto known = complete.size() > firstKept ? table_.node(firstKept, block)
                                                           : base::Result<std::optional<base::Bytes>>();
            if (!known)
                return base::fail(known.error());
            if (!*known)
                if (auto grown = grow(complete); !grown)
                    return grown;
        }
    }
    return {};
}

base::Result<base::Bytes> AuditTree::fromLeaves(int level, std::int64_t index) {
    const auto first = index << level;
    const auto block = first / blockSize;
    if (!blocks_.contains(block)) {
        auto leaves = table_.leafHashes(block * blockSize, blockSize);
        if (!leaves)
            return base::fail(leaves.error());
        blocks_.emplace(block, std::move(*leaves));
    }
    const auto& leaves = blocks_.at(block);
    merkle::Frontier tree;
    for (auto i = first - block * blockSize, end = i + (std::int64_t{1} << level); i < end; ++i) {
        if (i >= static_cast<std::int64_t>(leaves.size()))
            return base::fail(codes::auditBroken, "a record is missing", std::to_string(first));
        tree.append(leaves[static_cast<std::size_t>(i)]);
    }
    return tree.root();
}

base::Result<base::Bytes> AuditTree::perfect(int level, std::int64_t index) {
    if (level < firstKept)
        return fromLeaves(level, index);
    auto node = table_.node(level, index);
    if (!node)
        return base::fail(node.error());
    if (!*node)
        return base::fail(codes::auditBroken, "a node is missing", std::to_string(index << level));
    return std::move(**node);
}

base::Result<base::Bytes> AuditTree::range(std::int64_t begin, std::int64_t end) {
    const auto size = end - begin;
    if (isPowerOfTwo(size))
        return perfect(std::countr_zero(static_cast<std::uint64_t>(size)), begin / size);
    const auto split = begin + splitOf(size);
    const auto left = range(begin, split);
    const auto right = left ? range(split, end) : left;
    return right ? merkle::nodeHash(*left, *right) : right;
}

base::Result<base::Bytes> AuditTree::root(std::int64_t size) {
    return size == 0 ? base::Result<base::Bytes>(merkle::emptyRoot()) : range(0, size);
}

base::Result<std::vector<base::Bytes>> AuditTree::inclusion(std::int64_t index, std::int64_t size) {
    std::vector<base::Bytes> path;
    for (std::int64_t begin = 0, end = size; end - begin > 1;) {
        const auto split = begin + splitOf(end - begin);
        const bool isLeft = index < split;
        auto sibling = isLeft ? range(split, end) : range(begin, split);
        if (!sibling)
            return base::fail(sibling.error());
        path.insert(path.begin(), std::move(*sibling));
        (isLeft ? end : begin) = split;
    }
    return path;
}

base::Result<std::vector<base::Bytes>> AuditTree::consistency(std::int64_t from, std::int64_t to) {
    std::vector<base::Bytes> path;
    if (from == 0 || from == to)
        return path;
    // SUBPROOF of the RFC, from the root down: `whole` while the part is known to who asks.
    bool whole = true;
    std::int64_t begin = 0;
    for (auto end = to; end != from;) {
        const auto split = begin + splitOf(end - begin);
        const bool goLeft = from <= split;
        auto sibling = goLeft ? range(split, end) : range(begin, split);
        if (!sibling)
            return base::fail(sibling.error());
        path.insert(path.begin(), std::move(*sibling));
        whole = whole && goLeft;
        (goLeft ? end : begin) = split;
    }
    if (!whole) {
        auto seed = range(begin, from);
        if (!seed)
            return base::fail(seed.error());
        path.insert(path.begin(), std::move(*seed));
    }
    return path;
}

} // namespace vienlogs::server::app
