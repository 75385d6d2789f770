// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit.h"

#include <nlohmann/json.hpp>

#include "vienlogs/server/app/merkle.h"

namespace vienlogs::server::app {

namespace {

/// Compact, keys sorted: the same entry always gives the same bytes.
std::string canonical(const AuditEntry& e, std::int64_t index, base::Timestamp at) {
    const nlohmann::json json{
        {"index", index},       {"at", base::toRfc3339(at)},    {"what", e.what},        {"clerk", e.clerk},
        {"name", e.clerkName},  {"institution", e.institution}, {"place", e.place},      {"device", e.device},
        {"subject", e.subject}, {"purpose", e.purpose},         {"basis", e.legalBasis}, {"object", e.object},
        {"result", e.result}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

base::Result<merkle::Frontier> frontierOf(store::Transaction& transaction) {
    const auto size = transaction.audit().size();
    if (!size)
        return base::fail(size.error());
    return transaction.audit().frontier().map(
        [&](auto nodes) { return merkle::Frontier(*size, std::move(nodes)); });
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

std::string signedTextOf(const contract::AuditHead& head) {
    return std::to_string(head.size) + "\n" + head.root + "\n" + base::toRfc3339(head.at);
}

base::Result<void> Audit::append(store::Transaction& transaction, const AuditEntry& entry) const {
    auto frontier = frontierOf(transaction);
    if (!frontier)
        return base::fail(frontier.error());
    const auto leaf = canonical(entry, frontier->size(), clock_.now());
    const store::AuditRow row{frontier->size(), leaf, entry.subject, merkle::leafHash(leaf)};
    const int level = frontier->append(row.hash);
    return transaction.audit().append(row).and_then(
        [&] { return transaction.audit().saveFrontier(level, frontier->at(level)); });
}

base::Result<contract::AuditHead> Audit::sign(std::int64_t size, const std::string& root) const {
    contract::AuditHead head{size, root, clock_.now(), {}};
    const auto signature = key_.sign(signedTextOf(head));
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

base::Result<void> Audit::write(const store::Store::Work& work) const {
    return store_.write(work, this);
}

base::Result<void> Audit::record(const AuditEntry& entry) const {
    return write([&](store::Transaction& transaction) { return append(transaction, entry); });
}

base::Result<contract::AuditHead> Audit::head() const {
    const auto head = store::inRead<std::optional<contract::AuditHead>>(
        store_, [](store::Transaction& transaction) { return transaction.audit().head(); });
    if (!head)
        return base::fail(head.error());
    return *head ? base::Result<contract::AuditHead>(**head)
                 : sign(0, base::toHex(merkle::Frontier().root()));
}

} // namespace vienlogs::server::app
