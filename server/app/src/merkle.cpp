// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/merkle.h"

#include "vienlogs/digest/sha256.h"

namespace vienlogs::server::app::merkle {

namespace {

base::Bytes bytes(const digest::Sha256& digest) {
    return {digest.begin(), digest.end()};
}

} // namespace

base::Bytes leafHash(std::string_view leaf) {
    digest::Sha256Stream stream;
    stream.add(std::string_view("\0", 1));
    stream.add(leaf);
    return bytes(stream.finish());
}

base::Bytes nodeHash(const base::Bytes& left, const base::Bytes& right) {
    digest::Sha256Stream stream;
    stream.add(std::string_view("\1", 1));
    stream.add(left);
    stream.add(right);
    return bytes(stream.finish());
}

int Frontier::append(base::Bytes hash) {
    int level = 0;
    for (auto rest = size_; (rest & 1) != 0; rest >>= 1)
        hash = nodeHash(nodes_.at(level++), hash);
    nodes_[level] = std::move(hash);
    size_ += 1;
    return level;
}

base::Bytes Frontier::root() const {
    if (size_ == 0)
        return bytes(digest::sha256(std::string_view()));
    base::Bytes root;
    int level = 0;
    for (auto rest = size_; rest != 0; rest >>= 1, ++level)
        if ((rest & 1) != 0)
            root = root.empty() ? nodes_.at(level) : nodeHash(nodes_.at(level), root);
    return root;
}

} // namespace vienlogs::server::app::merkle
