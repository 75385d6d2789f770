// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <span>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/rights.h"

namespace vienlogs::server::admin {

namespace {

bool isIn(std::span<const std::string_view> known, const std::string& word) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

} // namespace

Done writeRecorded(const Context& context, const std::string& what, const std::string& object,
                   const store::Store::Work& work) {
    return writeRecorded(context, what, object,
                         RecordedWork([&](store::Transaction& t, const app::Audit&) { return work(t); }));
}

Done writeRecorded(const Context& context, const std::string& what, const std::string& object,
                   const RecordedWork& work) {
    const auto store = app::openStore(context.data);
    return store ? writeRecorded(context, **store, what, object, work) : base::fail(store.error());
}

Done writeRecorded(const Context& context, store::Store& store, const std::string& what,
                   const std::string& object, const store::Store::Work& work) {
    return writeRecorded(context, store, what, object,
                         RecordedWork([&](store::Transaction& t, const app::Audit&) { return work(t); }));
}

Done writeRecorded(const Context& context, store::Store& store, const std::string& what,
                   const std::string& object, const RecordedWork& work) {
    auto key = app::openAuditKey(context.data);
    if (!key)
        return base::fail(key.error());
    const app::Audit audit(store, std::move(*key), context.clock);
    if (auto prepared = audit.prepare(); !prepared)
        return prepared;
    return audit.write([&](store::Transaction& t) {
        return work(t, audit).and_then([&] {
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
    const auto kind = arguments.option("kind").value_or("centre");
    if (!isIn(app::knownPlaceKinds(), kind))
        return base::fail(codes::usage, "--kind centre|call-centre|office");
    return writeRecorded(context, "place.add", *code, [&](store::Transaction& t) {
        return t.directory().savePlace({*code, *name, kind});
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
    if (!isIn(app::knownRoles(), *role))
        return base::fail(codes::usage, "--role clerk|operator|auditor|admin");
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

} // namespace vienlogs::server::admin
