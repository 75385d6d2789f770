// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/digest/merkle.h"

using namespace vienlogs;
namespace merkle = digest::merkle;

namespace {

/// The eight leaves and the roots of the reference implementation of RFC 6962 (certificate-transparency,
/// merkle_tree_test.cc).
const std::vector<std::string> leaves{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                     "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                     "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                     "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                     "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                     "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                     "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                     "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

/// MTH, PATH and PROOF as RFC 6962 writes them, slow and plain: what the verification is held against.
using Hashes = std::vector<base::Bytes>;

std::size_t splitOf(std::size_t size) {
    std::size_t split = 1;
    while (split * 2 < size)
        split *= 2;
    return split;
}

base::Bytes rootOf(const Hashes& all, std::size_t begin, std::size_t end) {
    if (end - begin == 1)
        return all[begin];
    const auto split = begin + splitOf(end - begin);
    return merkle::nodeHash(rootOf(all, begin, split), rootOf(all, split, end));
}

Hashes pathOf(const Hashes& all, std::size_t index, std::size_t begin, std::size_t end) {
    if (end - begin == 1)
        return {};
    const auto split = begin + splitOf(end - begin);
    const bool left = index < split;
    auto path = left ? pathOf(all, index, begin, split) : pathOf(all, index, split, end);
    path.push_back(left ? rootOf(all, split, end) : rootOf(all, begin, split));
    return path;
}

Hashes proofOf(const Hashes& all, std::size_t from, std::size_t begin, std::size_t end, bool whole) {
    if (from == end)
        return whole ? Hashes() : Hashes{rootOf(all, begin, end)};
    const auto split = begin + splitOf(end - begin);
    const bool left = from <= split;
    auto path = left ? proofOf(all, from, begin, split, whole) : proofOf(all, from, split, end, false);
    path.push_back(left ? rootOf(all, split, end) : rootOf(all, begin, split));
    return path;
}

Hashes leavesOf(std::size_t count) {
    Hashes all;
    for (std::size_t i = 0; i < count; ++i)
        all.push_back(merkle::leafHash(std::to_string(i)));
    return all;
}

constexpr std::size_t sizes = 40;

} // namespace

TEST(Merkle, RootsAreThoseOfTheReferenceImplementation) {
    merkle::Frontier tree;
    EXPECT_EQ(base::toHex(tree.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const auto bytes = base::fromHex(leaves[i]);
        tree.append(merkle::leafHash(std::string(bytes->begin(), bytes->end())));
        EXPECT_EQ(base::toHex(tree.root()), roots[i]) << i + 1;
    }
}

TEST(Merkle, EveryInclusionProofHoldsAndNoOther) {
    const auto all = leavesOf(sizes);
    for (std::size_t size = 1; size <= sizes; ++size) {
        const auto root = rootOf(all, 0, size);
        for (std::size_t index = 0; index < size; ++index) {
            const auto path = pathOf(all, index, 0, size);
            const auto at = static_cast<std::int64_t>(index);
            const auto of = static_cast<std::int64_t>(size);
            EXPECT_TRUE(merkle::verifyInclusion(all[index], at, of, path, root)) << index << "/" << size;
            EXPECT_FALSE(merkle::verifyInclusion(merkle::leafHash("x"), at, of, path, root));
            EXPECT_FALSE(merkle::verifyInclusion(all[index], at + 1, of, path, root));
            EXPECT_FALSE(merkle::verifyInclusion(all[index], -1, of, path, root));
            EXPECT_FALSE(merkle::verifyInclusion(all[index], of, of, path, root));
            auto longer = path;
            longer.push_back(root);
            EXPECT_FALSE(merkle::verifyInclusion(all[index], at, of, longer, root));
            for (std::size_t i = 0; i < path.size(); ++i) {
                auto changed = path;
                changed[i][0] ^= 1;
                EXPECT_FALSE(merkle::verifyInclusion(all[index], at, of, changed, root));
            }
            if (!path.empty()) {
                const Hashes shorter(path.begin(), path.end() - 1);
                EXPECT_FALSE(merkle::verifyInclusion(all[index], at, of, shorter, root));
            }
        }
    }
}

TEST(Merkle, EveryConsistencyProofHoldsAndNoOther) {
    const auto all = leavesOf(sizes);
    auto altered = all;
    for (std::size_t to = 1; to <= sizes; ++to)
        for (std::size_t from = 1; from <= to; ++from) {
            const auto first = rootOf(all, 0, from);
            const auto second = rootOf(all, 0, to);
            const auto path = proofOf(all, from, 0, to, true);
            const auto f = static_cast<std::int64_t>(from);
            const auto t = static_cast<std::int64_t>(to);
            EXPECT_TRUE(merkle::verifyConsistency(f, first, t, second, path)) << from << " to " << to;
            altered[from - 1][0] ^= 1; // another last record of what was seen
            EXPECT_FALSE(merkle::verifyConsistency(f, rootOf(altered, 0, from), t, second, path));
            altered[from - 1] = all[from - 1];
            EXPECT_FALSE(merkle::verifyConsistency(t, second, f, first, path) && from != to);
            for (std::size_t i = 0; i < path.size(); ++i) {
                auto changed = path;
                changed[i][0] ^= 1;
                EXPECT_FALSE(merkle::verifyConsistency(f, first, t, second, changed));
            }
            auto longer = path;
            longer.push_back(second);
            EXPECT_FALSE(merkle::verifyConsistency(f, first, t, second, longer));
        }
    EXPECT_TRUE(merkle::verifyConsistency(0, merkle::emptyRoot(), 5, rootOf(all, 0, 5), {}));
    EXPECT_FALSE(merkle::verifyConsistency(0, all[0], 5, rootOf(all, 0, 5), {}));
    EXPECT_FALSE(merkle::verifyConsistency(-1, all[0], 5, rootOf(all, 0, 5), {}));
}
