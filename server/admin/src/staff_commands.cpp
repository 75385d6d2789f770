// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/second_factor.h"
#include "vienlogs/server/app/security_log.h"
#include "vienlogs/server/app/staff.h"

namespace vienlogs::server::admin {

Done importUsers(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    std::ifstream stream(*file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "read",
                          std::filesystem::path(*file).filename().string());
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto list = app::parseStaff(text);
    if (!list)
        return base::fail(list.error());
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    auto key = app::openAuditKey(context.data);
    if (!key)
        return base::fail(key.error());
    const app::Audit audit(**store, std::move(*key), context.clock);
    const auto manyLeave = arguments.word(1, "--force") == std::string("--force") ? app::ManyLeave::Allow
                                                                                  : app::ManyLeave::Refuse;
    const auto changes = audit.prepare().and_then(
        [&] { return app::applyStaff(audit, *list, context.clock.now(), manyLeave); });
    if (!changes)
        return base::fail(changes.error());
    context.out << changes->joined << " joined, " << changes->moved << " moved, " << changes->left
                << " left\n";
    return {};
}

Done addSecondFactor(const Context& context, const Arguments& arguments) {
    const auto id = arguments.word(0, "ID");
    if (!id)
        return base::fail(id.error());
    const auto secret = app::newFactorSecret();
    if (!secret)
        return base::fail(secret.error());
    const auto written =
        writeRecorded(context, "user.second-factor", *id, [&](store::Transaction& t) -> Done {
            const auto clerk = t.directory().clerk(*id);
            if (!clerk)
                return base::fail(clerk.error());
            if (!*clerk)
                return base::fail(codes::noSuch, "user", *id);
            return t.factors().saveFactor({.clerk = *id, .secret = *secret});
        });
    if (written)
        context.out << app::factorUri(*secret, *id) << '\n';
    return written;
}

Done listSecurity(const Context& context, const Arguments&) {
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    const auto events = app::SecurityLog(**store, context.clock).events();
    if (!events)
        return base::fail(events.error());
    for (const auto& event : *events)
        context.out << base::toRfc3339(event.lastAt) << ' ' << event.code << ' ' << event.count
                    << " times, device " << (event.device.empty() ? "unknown" : event.device) << ", "
                    << event.operation << '\n';
    return {};
}

} // namespace vienlogs::server::admin
