// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "commands.h"
#include "vienlogs/server/store/failures.h"

namespace vienlogs::server::admin {

Done claim(store::Store& target, const std::string& mark) {
    return target.write([&](store::Transaction& t) -> Done {
        const auto marked = t.raw().movedTo();
        const auto epoch = t.changes().setting("epoch");
        const auto records = t.audit().size();
        if (!marked || !epoch || !records)
            return base::fail(!marked ? marked.error() : epoch ? records.error() : epoch.error());
        if (*marked == mark)
            return {};
        if (!marked->empty() || !epoch->empty() || *records > 0)
            return base::fail(store::codes::targetInUse);
        return t.raw().saveMovedTo(mark);
    });
}

Done copyPieces(const app::Pieces& from, app::Pieces& to) {
    const auto blobs = from.blobs();
    if (!blobs)
        return base::fail(blobs.error());
    for (const auto& blob : *blobs) {
        const auto here = from.list(blob);
        const auto there = to.list(blob);
        if (!here || !there)
            return base::fail(here ? there.error() : here.error());
        for (const int piece : *here) {
            if (std::binary_search(there->begin(), there->end(), piece))
                continue;
            const auto copied = from.get(blob, piece).and_then([&](const auto& sealed) {
                return to.put(blob, piece, sealed);
            });
            if (!copied)
                return copied;
        }
    }
    return {};
}

} // namespace vienlogs::server::admin
