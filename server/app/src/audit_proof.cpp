// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit_proof.h"

#include <algorithm>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/failures.h"

#include <nlohmann/json.hpp>

namespace vienlogs::server::app {

namespace {

tl::unexpected<base::Failure> broken(std::int64_t at, const char* why) {
    return base::fail(codes::auditBroken, why, std::to_string(at));
}

} // namespace

base::Result<void> AuditProof::checkSignature(const contract::AuditHead& head) const {
    const auto signature = base::fromBase64(head.signature);
    const auto text = contract::auditHeadText(head);
    if (!signature || std::none_of(keys_.begin(), keys_.end(), [&](const auto& key) {
            return key.id() == head.keyId && key.verify(text, *signature);
        }))
        return broken(head.size, "the head's signature");
    return {};
}

base::Result<void> AuditProof::checkRoot(const contract::AuditHead& head) const {
    if (head.size != tree_.size() || base::toHex(tree_.root()) != head.root)
        return broken(tree_.size(), "the records are not those of the head");
    return {};
}

base::Result<void> AuditProof::expect(const contract::AuditHead& earlier) {
    expected_.emplace(earlier.size, earlier);
    return checkSignature(earlier);
}

void AuditProof::follow(const contract::AuditKeyInfo& key) {
    auto next = digest::Ed25519PublicKey::fromPem(key.publicKey);
    const auto signature = base::fromBase64(key.endorsement);
    const auto text = contract::auditKeyText(key);
    if (next && signature && std::any_of(keys_.begin(), keys_.end(), [&](const auto& known) {
            return known.id() == key.endorsedBy && known.verify(text, *signature);
        }))
        keys_.push_back(std::move(*next));
}

base::Result<void> AuditProof::add(std::string_view leaf) {
    const auto json = contract::parseJson(leaf);
    const auto index = json && json->is_object() ? json->find("index") : nlohmann::json::const_iterator();
    if (!json || !json->is_object() || index == json->end() || *index != tree_.size())
        return broken(tree_.size(), "a record is missing, doubled or no record");
    tree_.append(digest::merkle::leafHash(leaf));
    const auto [first, end] = expected_.equal_range(tree_.size());
    for (auto head = first; head != end; ++head)
        if (auto good = checkRoot(head->second); !good)
            return good;
    return {};
}

base::Result<void> AuditProof::finish(const contract::AuditHead& head) const {
    if (!expected_.empty() && expected_.rbegin()->first > tree_.size())
        return broken(tree_.size(), "the log is shorter than it was");
    return checkSignature(head).and_then([&] { return checkRoot(head); });
}

base::Result<std::vector<digest::Ed25519PublicKey>> publicKeysOf(const std::string& pems) {
    constexpr std::string_view end = "-----END PUBLIC KEY-----";
    std::vector<digest::Ed25519PublicKey> keys;
    for (std::size_t begin = 0, stop = 0; (stop = pems.find(end, begin)) != std::string::npos;
         begin = stop + end.size()) {
        auto key = digest::Ed25519PublicKey::fromPem(pems.substr(begin, stop + end.size() - begin));
        if (!key)
            return base::fail(key.error());
        keys.push_back(std::move(*key));
    }
    if (keys.empty())
        return base::fail(base::codes::invalidArgument, "no public key");
    return keys;
}

} // namespace vienlogs::server::app
