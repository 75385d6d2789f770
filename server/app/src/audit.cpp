// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/digest/merkle.h"
#include "vienlogs/server/app/audit_tree.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

namespace merkle = digest::merkle;

/// A text of JSON. Nearly all of ours are plain, and a record is written for every look.
void quote(std::string& json, std::string_view text) {
    const auto isPlain = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f && c != '"' &&
               c != '\\';
    };
    if (std::all_of(text.begin(), text.end(), isPlain))
        json.append("\"").append(text).append("\"");
    else
        json += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Compact, keys sorted: the same entry always gives the same bytes.
std::string canonical(const AuditEntry& e, std::int64_t index, base::Timestamp at) {
    const std::string time = base::toRfc3339(at);
    const std::array<std::pair<std::string_view, std::string_view>, 4> before{
        {{"at", time}, {"basis", e.legalBasis}, {"clerk", e.clerk}, {"device", e.device}}};
    const std::array<std::pair<std::string_view, std::string_view>, 9> after{{{"institution", e.institution},
                                                                              {"name", e.clerkName},
                                                                              {"object", e.object},
                                                                              {"place", e.place},
                                                                              {"purpose", e.purpose},
                                                                              {"result", e.result},
                                                                              {"sender", e.sender},
                                                                              {"subject", e.subject},
                                                                              {"what", e.what}}};
    std::string json = "{";
    for (const auto& [name, value] : before) {
        json.append("\"").append(name).append("\":");
        quote(json, value);
        json += ',';
    }
    json.append("\"index\":").append(std::to_string(index));
    for (const auto& [name, value] : after) {
        if (name == "sender" && value.empty())
            continue; // Rare, and records of old have none.
        json.append(",\"").append(name).append("\":");
        quote(json, value);
    }
    return json + '}';
}

base::Result<merkle::Frontier> frontierOf(store::Transaction& transaction) {
    const auto size = transaction.audit().size();
    if (!size)
        return base::fail(size.error());
    return transaction.audit().frontier().map(
        [&](auto nodes) { return merkle::Frontier(*size, std::move(nodes)); });
}

std::vector<std::string> hexadecimal(const std::vector<base::Bytes>& hashes) {
    std::vector<std::string> texts;
    texts.reserve(hashes.size());
    for (const auto& hash : hashes)
        texts.push_back(base::toHex(hash));
    return texts;
}

} // namespace

AuditEntry entryOf(const Actor& actor, std::string what) {
    return {.what = std::move(what),
            .clerk = actor.clerk,
            .clerkName = actor.name,
            .institution = actor.institution,
            .place = actor.place,
            .device = actor.device,
            .result = "accepted"};
}

base::Result<void> Audit::append(store::Transaction& transaction, const AuditEntry& entry) const {
    auto frontier = frontierOf(transaction);
    if (!frontier)
        return base::fail(frontier.error());
    const auto leaf = canonical(entry, frontier->size(), clock_.now());
    const store::AuditRow row{frontier->size(), leaf, entry.subject, merkle::leafHash(leaf)};
    const auto complete = frontier->append(row.hash);
    const auto& newest = complete.back();
    return transaction.audit()
        .append(row)
        .and_then([&] { return transaction.audit().saveFrontier(newest.level, newest.hash); })
        .and_then([&] { return AuditTree(transaction.audit()).grow(complete); });
}

base::Result<contract::AuditHead> Audit::sign(std::int64_t size, const std::string& root) const {
    contract::AuditHead head{size, root, clock_.now(), {}, key_.id()};
    const auto signature = key_.sign(contract::auditHeadText(head));
    if (!signature)
        return base::fail(signature.error());
    head.signature = base::toBase64(*signature);
    return head;
}

base::Result<void> Audit::seal(store::Transaction& transaction) const {
    const auto frontier = frontierOf(transaction);
    if (!frontier)
        return base::fail(frontier.error());
    const auto last = transaction.audit().head();
    if (!last)
        return base::fail(last.error());
    if (*last && (*last)->size == frontier->size())
        return {};
    return sign(frontier->size(), base::toHex(frontier->root())).and_then([&](const auto& head) {
        return transaction.audit().saveHead(head);
    });
}

base::Result<void> Audit::write(const store::Store::Work& work, const store::Needs& needs) const {
    return store_.write(work, this, needs);
}

base::Result<void> Audit::record(const AuditEntry& entry) const {
    return write([&](store::Transaction& transaction) { return append(transaction, entry); });
}

base::Result<void> Audit::prepare() const {
    const auto open = key_.publicPem();
    if (!open)
        return base::fail(open.error());
    return store_.write([&](store::Transaction& transaction) -> base::Result<void> {
        const auto keys = transaction.audit().keys();
        if (!keys)
            return base::fail(keys.error());
        if (keys->empty())
            if (auto saved = transaction.audit().saveKey({key_.id(), *open, {}, {}}); !saved)
                return saved;
        return AuditTree(transaction.audit()).complete();
    });
}

base::Result<void> Audit::endorse(store::Transaction& transaction, const AuditKey& next) const {
    const auto open = next.publicPem();
    if (!open)
        return base::fail(open.error());
    contract::AuditKeyInfo info{next.id(), *open, key_.id(), {}};
    const auto endorsement = key_.sign(contract::auditKeyText(info));
    if (!endorsement)
        return base::fail(endorsement.error());
    info.endorsement = base::toBase64(*endorsement);
    return transaction.audit().saveKey(info);
}

base::Result<contract::AuditHead> Audit::headIn(store::Transaction& transaction) const {
    auto head = transaction.audit().head();
    if (!head)
        return base::fail(head.error());
    return *head ? base::Result<contract::AuditHead>(std::move(**head))
                 : sign(0, base::toHex(merkle::emptyRoot()));
}

base::Result<contract::AuditHead> Audit::head() const {
    return store::inRead<contract::AuditHead>(
        store_, [&](store::Transaction& transaction) { return headIn(transaction); });
}

base::Result<contract::AuditHeads> Audit::heads() const {
    return store::inRead<contract::AuditHeads>(
        store_, [&](store::Transaction& transaction) -> base::Result<contract::AuditHeads> {
            const auto head = headIn(transaction);
            const auto keys = transaction.audit().keys();
            if (!head || !keys)
                return base::fail(head ? keys.error() : head.error());
            return contract::AuditHeads{*head, *keys};
        });
}

base::Result<contract::AuditInclusion> Audit::inclusion(std::int64_t index, std::int64_t size) const {
    return store::inRead<contract::AuditInclusion>(
        store_, [&](store::Transaction& transaction) -> base::Result<contract::AuditInclusion> {
            const auto all = transaction.audit().size();
            if (!all)
                return base::fail(all.error());
            const auto wanted = size == 0 ? *all : size;
            if (wanted > *all || index < 0 || index >= wanted)
                return base::fail(codes::auditRange);
            AuditTree tree(transaction.audit());
            const auto leaf = transaction.audit().leafHashes(index, 1);
            const auto path = tree.inclusion(index, wanted);
            const auto root = tree.root(wanted);
            for (const auto* failure : {leaf ? nullptr : &leaf.error(), path ? nullptr : &path.error(),
                                        root ? nullptr : &root.error()})
                if (failure)
                    return base::fail(*failure);
            if (leaf->empty())
                return base::fail(codes::auditBroken, "a record is missing", std::to_string(index));
            return contract::AuditInclusion{index, wanted, base::toHex(leaf->front()), hexadecimal(*path),
                                            base::toHex(*root)};
        });
}

base::Result<contract::AuditConsistency> Audit::consistency(std::int64_t from) const {
    return store::inRead<contract::AuditConsistency>(
        store_, [&](store::Transaction& transaction) -> base::Result<contract::AuditConsistency> {
            const auto head = headIn(transaction);
            const auto keys = transaction.audit().keys();
            if (!head || !keys)
                return base::fail(head ? keys.error() : head.error());
            if (from < 0)
                return base::fail(codes::auditRange);
            if (from > head->size)
                return base::fail(contract::codes::auditAltered, "shorter than a client has seen it",
                                  std::to_string(from));
            const auto path = AuditTree(transaction.audit()).consistency(from, head->size);
            if (!path)
                return base::fail(path.error());
            return contract::AuditConsistency{from, hexadecimal(*path), *head, *keys};
        });
}

} // namespace vienlogs::server::app
