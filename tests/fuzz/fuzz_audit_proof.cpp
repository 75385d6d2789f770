// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a server that lies about its audit may show to desks and auditors.
#include <cstdint>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/audit_proof.h"

using namespace vienlogs;

namespace {

/// Proofs of hashes, with the sizes from the first bytes.
void checkPaths(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t hash = 32;
    if (size < 2 + 2 * hash)
        return;
    std::vector<base::Bytes> pieces;
    for (std::size_t at = 2; at + hash <= size; at += hash)
        pieces.emplace_back(data + at, data + at + hash);
    const std::vector<base::Bytes> path(pieces.begin() + 2, pieces.end());
    const auto from = std::int64_t(std::int8_t(data[0])), to = std::int64_t(std::int8_t(data[1]));
    namespace merkle = digest::merkle;
    const bool holds = merkle::verifyConsistency(from, pieces[0], to, pieces[1], path);
    if (holds && from == to && pieces[0] != pieces[1])
        __builtin_trap(); // two trees of one size are not the same
    static_cast<void>(merkle::verifyInclusion(pieces[0], from, to, path, pieces[1]));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    checkPaths(data, size);
    const std::string text(reinterpret_cast<const char*>(data), size);
    server::app::AuditProof proof({});
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        static_cast<void>(proof.add(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    static_cast<void>(server::app::publicKeysOf(text));
    if (const auto heads = contract::decode<contract::AuditHeads>(text))
        static_cast<void>(contract::checkAuditHeads(*heads));
    if (const auto growth = contract::decode<contract::AuditConsistency>(text))
        if (contract::checkAuditGrowth({}, *growth))
            __builtin_trap(); // signed by nobody
    if (const auto inclusion = contract::decode<contract::AuditInclusion>(text))
        static_cast<void>(contract::holds(*inclusion));
    return 0;
}
