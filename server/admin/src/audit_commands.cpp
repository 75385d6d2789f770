// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_export.h"
#include "vienlogs/server/app/audit_stamps.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::admin {

namespace {

constexpr int page = 1'000;

/// Records from one on, and the head, as of one moment.
Done eachRecord(store::Transaction& t, std::int64_t from,
                const std::function<Done(const store::AuditRow&)>& take, contract::AuditHead& head) {
    const auto signedHead = t.audit().head();
    if (!signedHead)
        return base::fail(signedHead.error());
    if (!*signedHead)
        return base::fail(app::codes::auditBroken, "no signed head", "0");
    head = **signedHead;
    for (std::int64_t next = from;;) {
        const auto rows = t.audit().rows(next, page);
        if (!rows)
            return base::fail(rows.error());
        if (rows->empty())
            return {};
        for (const auto& row : *rows)
            if (auto taken = take(row); !taken)
                return taken;
        next = rows->back().index + 1;
    }
}

/// The keys that signed and the time stamps, so that the export proves itself.
Done writeExtras(store::Transaction& t, const contract::AuditHead& head, std::ostream& stream) {
    for (std::int64_t after = 0;;) {
        const auto lines = app::extraLines(t, after, head.size);
        if (!lines)
            return base::fail(lines.error());
        if (lines->empty())
            return {};
        stream << *lines;
    }
}

/// Each key is vouched for by the newest before it, or no desk follows.
Done endorseOnce(store::Transaction& t, const app::Audit& audit, const app::AuditKey& current,
                 const app::AuditKey& next) {
    const auto keys = t.audit().keys();
    if (!keys)
        return base::fail(keys.error());
    const auto newest = keys->empty() ? std::string() : keys->back().id;
    if (newest == next.id())
        return {}; // Cut off after this.
    return newest == current.id() ? audit.endorse(t, next) : base::fail(codes::keyElsewhere);
}

} // namespace

base::Result<std::string> readText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "read", file.filename().string());
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

Done proveAudit(store::Transaction& transaction, app::AuditProof& proof, contract::AuditHead& head) {
    return eachRecord(
        transaction, proof.size(), [&](const auto& row) { return proof.add(row.leaf); }, head);
}

/// A new key signs from the server's next start on. The old one vouches for it and is then destroyed. Run
/// again after being cut off anywhere, it goes on with the same key.
Done rotateAuditKey(const Context& context, const Arguments&) {
    const auto current = app::openAuditKey(context.data);
    const auto next = app::nextAuditKey(context.data);
    if (!current || !next)
        return base::fail(current ? next.error() : current.error());
    // It signs last: a key that is known but never signs does no harm, one that signs unknown would.
    return writeRecorded(context, "audit.rotate-key", next->id(),
                         [&](store::Transaction& t, const app::Audit& audit) {
                             return endorseOnce(t, audit, *current, *next);
                         })
        .and_then([&] { return app::publishAuditKey(context.data, *next); })
        .and_then([&] { return app::turnToNextAuditKey(context.data); });
}

Done exportAudit(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    // The export is itself on record before anything leaves.
    if (auto recorded = writeRecorded(context, "audit.export", "", [](auto&) { return Done(); }); !recorded)
        return recorded;
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    std::ofstream stream;
    contract::AuditHead head;
    const auto done = (*store)->read([&](store::Transaction& t) {
        stream = std::ofstream(*file, std::ios::binary | std::ios::trunc); // A reading may begin again.
        std::error_code ignored;
        std::filesystem::permissions(
            *file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
        return eachRecord(
                   t, 0,
                   [&](const auto& row) -> Done {
                       stream << row.leaf << '\n';
                       return {};
                   },
                   head)
            .and_then([&] { return writeExtras(t, head, stream); });
    });
    if (!done)
        return done;
    stream << contract::encode(head) << '\n' << std::flush;
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "write",
                          std::filesystem::path(*file).filename().string());
    return {};
}

Done showAuditStatus(const Context& context, const Arguments&) {
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    const auto state = app::stampStateOf(**store);
    if (!state)
        return base::fail(state.error());
    context.out << "audit: " << state->records << " records\n";
    if (state->newest)
        context.out << "time stamp: covers " << state->newest->head.size << " records since "
                    << base::toRfc3339(state->newest->at) << '\n';
    else
        context.out << "time stamp: none yet\n";
    if (state->waitingSince) {
        const auto waited =
            std::chrono::floor<std::chrono::minutes>(context.clock.now() - *state->waitingSince);
        context.out << "waiting for one: " << state->waiting << " records, the first since "
                    << base::toRfc3339(*state->waitingSince) << " (" << waited.count() << " minutes)\n";
    }
    return {};
}

} // namespace vienlogs::server::admin
