// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/audit.h"

namespace vienlogs::server::admin {

namespace {

constexpr std::array<std::string_view, 3> knownRoles{"clerk", "auditor", "admin"};

} // namespace

Done writeRecorded(const Context& context, const std::string& what, const std::string& object,
                   const store::Store::Work& work) {
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    auto key = app::openAuditKey(context.data);
    if (!key)
        return base::fail(key.error());
    const app::Audit audit(**store, std::move(*key), context.clock);
    return audit.write([&](store::Transaction& t) {
        return work(t).and_then([&] {
            return audit.append(
                t, {.what = what, .clerk = "vienlogs-admin", .object = object, .result = "accepted"});
        });
    });
}

Done addPlace(const Context& context, const Arguments& arguments) {
    const auto code = arguments.word(0, "CODE");
    const auto name = arguments.word(1, "NAME");
    if (!code || !name)
        return base::fail(code ? name.error() : code.error());
    return writeRecorded(context, "place.add", *code, [&](store::Transaction& t) {
        return t.directory().savePlace({*code, *name});
    });
}

Done revokeDevice(const Context& context, const Arguments& arguments) {
    const auto name = arguments.word(0, "NAME");
    if (!name)
        return base::fail(name.error());
    return writeRecorded(context, "device.revoke", *name, [&](store::Transaction& t) -> Done {
        auto device = t.directory().device(*name);
        if (!device)
            return base::fail(device.error());
        if (!*device)
            return base::fail(codes::noSuch, "device", *name);
        (*device)->revokedAt = context.clock.now();
        return t.directory().saveDevice(**device);
    });
}

Done addUser(const Context& context, const Arguments& arguments) {
    const auto id = arguments.option("id");
    const auto text = arguments.option("identifier");
    const auto name = arguments.option("name");
    const auto institution = arguments.option("institution");
    const auto role = arguments.option("role");
    for (const auto* given : {&id, &text, &name, &institution, &role})
        if (!*given)
            return base::fail(given->error());
    if (std::find(knownRoles.begin(), knownRoles.end(), *role) == knownRoles.end())
        return base::fail(codes::usage, "--role clerk|auditor|admin");
    const auto identifier = base::Identifier::parse(*text);
    if (!identifier)
        return base::fail(identifier.error());
    return writeRecorded(context, "user.add", *id, [&](store::Transaction& t) -> Done {
        const auto known = t.directory().clerk(*id);
        if (!known)
            return base::fail(known.error());
        store::Clerk clerk{*id, *identifier, *name, *institution, {*role}, std::nullopt};
        if (*known) { // A second role for the same person; who left comes back with the new role only.
            clerk.roles = (*known)->leftAt ? std::vector<std::string>() : (*known)->roles;
            if (std::find(clerk.roles.begin(), clerk.roles.end(), *role) == clerk.roles.end())
                clerk.roles.push_back(*role);
        }
        return t.directory().saveClerk(clerk);
    });
}

Done endUser(const Context& context, const Arguments& arguments) {
    const auto id = arguments.word(0, "ID");
    if (!id)
        return base::fail(id.error());
    return writeRecorded(context, "user.leave", *id, [&](store::Transaction& t) -> Done {
        auto clerk = t.directory().clerk(*id);
        if (!clerk)
            return base::fail(clerk.error());
        if (!*clerk)
            return base::fail(codes::noSuch, "user", *id);
        (*clerk)->leftAt = context.clock.now();
        return t.directory().saveClerk(**clerk);
    });
}

Done backup(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    // A copy of everything leaves the store: on record before it does.
    if (auto recorded = writeRecorded(context, "backup", "", [](auto&) { return Done(); }); !recorded)
        return recorded;
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    return app::backUp(context.data, **store, *file);
}

} // namespace vienlogs::server::admin
