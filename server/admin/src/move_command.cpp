// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "commands.h"
#include "vienlogs/server/store/copy.h"
#include "vienlogs/server/store/failures.h"

namespace vienlogs::server::admin {

namespace {

/// So few changes are copied while the server's writers wait.
constexpr std::int64_t fewChanges = 500;
constexpr int maxPasses = 8;

/// Both stores of a move, and the audit of the copy as far as it was checked.
struct Move {
    const Context& context;
    std::string to;
    store::Store& source;
    store::Store& target;
    app::AuditProof& proof;

    [[nodiscard]] Done copyAlive() const;
    [[nodiscard]] Done copyRestAndSwitch() const;

private:
    [[nodiscard]] Done copyScans() const {
        return copyPieces(*app::piecesInFolder(context.data.blobs()), *app::piecesInTable(target));
    }
    [[nodiscard]] Done proveCopy(contract::AuditHead& head) const {
        return target.read([&](store::Transaction& t) { return proveAudit(t, proof, head); });
    }
};

/// While the server works on; what changes meanwhile is found by the next pass.
Done Move::copyAlive() const {
    for (int pass = 1; pass <= maxPasses; ++pass) {
        store::CopyReport report;
        const auto copied = source
                                .read([&](store::Transaction& t) {
                                    report = {};
                                    return store::copyAll(t, target, store::Scans::Beside, &report);
                                })
                                .and_then([&] { return copyScans(); });
        if (!copied)
            return copied;
        context.out << "pass " << pass << ": " << report.changes() << " rows" << std::endl;
        if (report.changes() < fewChanges)
            break;
    }
    contract::AuditHead head;
    return proveCopy(head);
}

/// With the source's write lock held: nobody changes anything, so the copy can be compared, and from the
/// commit on the source takes nothing more.
Done Move::copyRestAndSwitch() const {
    return source.write([&](store::Transaction& t) {
        contract::AuditHead head;
        return store::copyAll(t, target, store::Scans::Beside, nullptr)
            .and_then([&] { return copyScans(); })
            .and_then([&] {
                return target.read([&](store::Transaction& copy) {
                    return store::checkCopy(t, copy, store::Scans::Beside);
                });
            })
            .and_then([&] { return proveCopy(head); })
            .and_then([&] { return proof.finish(head); })
            .and_then([&] { return t.raw().saveMovedTo(to); });
    });
}

Done copyEverything(const Context& context, const std::string& to, store::Store& source,
                    store::Store& target) {
    const auto epoch = store::inRead<std::string>(
        source, [](store::Transaction& t) { return t.changes().setting("epoch"); });
    if (!epoch)
        return base::fail(epoch.error());
    const auto keys = auditPublicKeys(context);
    if (!keys)
        return base::fail(keys.error());
    app::AuditProof proof(*keys);
    const Move move{context, to, source, target, proof};
    return claim(target, "copy " + *epoch)
        .and_then(
            [&] { return writeRecorded(context, source, "store.move", "", [](auto&) { return Done(); }); })
        .and_then([&] { return move.copyAlive(); })
        .and_then([&] { return move.copyRestAndSwitch(); });
}

} // namespace

/// May be ended at any moment and run again: until the source says "moved" it is in force, from then on the
/// copy is, and a server on the source follows by itself.
Done move(const Context& context, const Arguments& arguments) {
    const auto to = arguments.option("to");
    if (!to)
        return base::fail(to.error());
    const auto source = app::openFileStore(context.data, context.data.storeFile(), store::Access::Move);
    if (!source)
        return base::fail(source.error());
    const auto target = app::openServerStore(context.data, *to, store::Access::Move);
    if (!target)
        return base::fail(target.error());
    const auto moved = app::movedTo(**source);
    if (!moved)
        return base::fail(moved.error());
    if (!moved->empty() && *moved != *to)
        return base::fail(store::codes::targetInUse, "moved to another database before");
    if (moved->empty())
        if (auto copied = copyEverything(context, *to, **source, **target); !copied)
            return copied;
    const auto opened = (*target)->write([](store::Transaction& t) { return t.raw().saveMovedTo(""); });
    if (opened)
        context.out
            << "moved: rows counted, audit proved on the copy\n"
               "A running vienlogs-server has switched to it. For the next start put\n"
               "  --store "
            << *to << "\ninto its command line; server.db is only a pointer now and may be kept as a copy.\n";
    return opened;
}

} // namespace vienlogs::server::admin
