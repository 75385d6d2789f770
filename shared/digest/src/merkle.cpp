// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/digest/merkle.h"

#include "vienlogs/digest/sha256.h"

namespace vienlogs::digest::merkle {

namespace {

base::Bytes bytes(const Sha256& digest) {
    return {digest.begin(), digest.end()};
}

} // namespace

base::Bytes leafHash(std::string_view leaf) {
    Sha256Stream stream;
    stream.add(std::string_view("\0", 1));
    stream.add(leaf);
    return bytes(stream.finish());
}

base::Bytes nodeHash(const base::Bytes& left, const base::Bytes& right) {
    Sha256Stream stream;
    stream.add(std::string_view("\1", 1));
    stream.add(left);
    stream.add(right);
    return bytes(stream.finish());
}

base::Bytes emptyRoot() {
    return bytes(sha256(std::string_view()));
}

std::vector<Node> Frontier::append(base::Bytes hash) {
    std::vector<Node> complete{{0, size_, hash}};
    for (auto rest = size_; (rest & 1) != 0; rest >>= 1) {
        const auto& last = complete.back();
        complete.push_back({last.level + 1, last.index >> 1, nodeHash(nodes_.at(last.level), last.hash)});
    }
    nodes_[complete.back().level] = complete.back().hash;
    size_ += 1;
    return complete;
}

base::Bytes Frontier::root() const {
    if (size_ == 0)
        return emptyRoot();
    base::Bytes root;
    int level = 0;
    for (auto rest = size_; rest != 0; rest >>= 1, ++level)
        if ((rest & 1) != 0)
            root = root.empty() ? nodes_.at(level) : nodeHash(nodes_.at(level), root);
    return root;
}

bool verifyInclusion(const base::Bytes& leaf, std::int64_t index, std::int64_t size,
                     const std::vector<base::Bytes>& path, const base::Bytes& root) {
    if (index < 0 || index >= size)
        return false;
    auto node = index;
    auto last = size - 1;
    auto hash = leaf;
    for (const auto& sibling : path) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            hash = nodeHash(sibling, hash);
            for (; (node & 1) == 0 && node != 0; node >>= 1)
                last >>= 1;
        } else {
            hash = nodeHash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verifyConsistency(std::int64_t from, const base::Bytes& fromRoot, std::int64_t to,
                       const base::Bytes& toRoot, const std::vector<base::Bytes>& path) {
    if (from < 0 || from > to)
        return false;
    if (from == to)
        return path.empty() && fromRoot == toRoot;
    if (from == 0)
        return path.empty() && fromRoot == emptyRoot();
    auto node = from - 1;
    auto last = to - 1;
    for (; (node & 1) != 0; node >>= 1)
        last >>= 1;
    auto next = path.begin();
    // A tree of a power of two is a node of the larger one, so its root is not sent along.
    const bool whole = node == 0;
    if (!whole && next == path.end())
        return false;
    auto earlier = whole ? fromRoot : *next++;
    auto later = earlier;
    for (; next != path.end(); ++next) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            earlier = nodeHash(*next, earlier);
            later = nodeHash(*next, later);
            for (; (node & 1) == 0 && node != 0; node >>= 1)
                last >>= 1;
        } else {
            later = nodeHash(later, *next);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && earlier == fromRoot && later == toRoot;
}

} // namespace vienlogs::digest::merkle
