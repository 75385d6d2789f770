// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "commands.h"
#include "failures.h"

namespace vienlogs::server::admin {

Done check(const Context& context, const Arguments&) {
    // Opening would make a store where there is none.
    if (context.data.storeAddress.empty() && !std::filesystem::exists(context.data.storeFile()))
        return base::fail(codes::usage, "there is no server in that folder; begin with init");
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    if (const auto whole = (*store)->check(); !whole)
        return whole;
    context.out << "store    ok\n";
    if (const auto key = app::loadAuditKey(context.data); !key)
        return base::fail(key.error());
    context.out << "audit    ok\n";
    return {};
}

} // namespace vienlogs::server::admin
