// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/contract/audit_check.h"

#include <algorithm>

#include "vienlogs/digest/ed25519.h"
#include "vienlogs/digest/merkle.h"

namespace vienlogs::contract {

namespace {

namespace merkle = digest::merkle;
/// A tree of 2^62 records has paths of 62 hashes, consistency a few more.
constexpr std::size_t longestPath = 128;

bool isSigned(const AuditKeyInfo& by, std::string_view text, const std::string& base64) {
    const auto key = digest::Ed25519PublicKey::fromPem(by.publicKey);
    const auto signature = base::fromBase64(base64);
    return key && signature && key->id() == by.id && key->verify(text, *signature);
}

bool isChain(const std::vector<AuditKeyInfo>& keys) {
    for (std::size_t i = 1; i < keys.size(); ++i)
        if (keys[i].endorsedBy != keys[i - 1].id ||
            !isSigned(keys[i - 1], auditKeyText(keys[i]), keys[i].endorsement))
            return false;
    return !keys.empty();
}

base::Result<void> checkSignature(const AuditHead& head, const std::vector<AuditKeyInfo>& keys) {
    const auto key =
        std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return k.id == head.keyId; });
    if (key == keys.end() || !isSigned(*key, auditHeadText(head), head.signature))
        return base::fail(codes::auditUnsigned, "the head's signature", std::to_string(head.size));
    return {};
}

std::vector<base::Bytes> pathOf(const std::vector<std::string>& hexadecimal) {
    std::vector<base::Bytes> path;
    for (const auto& text : hexadecimal)
        path.push_back(base::fromHex(text).value_or(base::Bytes()));
    return path;
}

} // namespace

base::Result<void> checkAuditHeads(const AuditHeads& seen) {
    if (!isChain(seen.keys))
        return base::fail(codes::auditUnsigned, "the keys do not vouch for each other");
    return checkSignature(seen.head, seen.keys);
}

base::Result<void> checkAuditGrowth(const AuditHeads& seen, const AuditConsistency& answer) {
    if (answer.keys.size() < seen.keys.size() ||
        !std::equal(seen.keys.begin(), seen.keys.end(), answer.keys.begin()) || !isChain(answer.keys))
        return base::fail(codes::auditUnsigned, "not the keys that were known");
    if (auto good = checkSignature(answer.head, answer.keys); !good)
        return good;
    const auto from = base::fromHex(seen.head.root);
    const auto to = base::fromHex(answer.head.root);
    if (!from || !to || answer.from != seen.head.size || answer.path.size() > longestPath ||
        !merkle::verifyConsistency(seen.head.size, *from, answer.head.size, *to, pathOf(answer.path)))
        return base::fail(codes::auditAltered, "no proof from what was seen", std::to_string(seen.head.size));
    return {};
}

bool holds(const AuditInclusion& proof) {
    const auto leaf = base::fromHex(proof.leafHash);
    const auto root = base::fromHex(proof.root);
    return leaf && root && proof.path.size() <= longestPath &&
           merkle::verifyInclusion(*leaf, proof.index, proof.size, pathOf(proof.path), *root);
}

} // namespace vienlogs::contract
