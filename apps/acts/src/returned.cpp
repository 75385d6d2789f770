// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "returned.h"

#include "files.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/document.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"

namespace vienlogs::acts_tool {

using base::fail;

base::Result<void> writeAct(const acts::Act& act, std::size_t version, const std::string& path) {
    const auto format = office::formatOf(path);
    if (!format)
        return fail(base::codes::invalidArgument, path);
    const auto bytes = office::writeDocument(*format, act, version);
    return bytes ? writeFile(path, *bytes) : fail(bytes.error());
}

base::Result<Returned> readReturned(const acts::History& history, const std::string& path,
                                    const base::Clock& clock) {
    const auto bytes = readFile(path, office::PackageBounds::packageBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto returned = office::readDocument(*bytes);
    if (!returned)
        return fail(returned.error());
    const auto version = returned->version.value_or(history.entries().size());
    if (version > history.entries().size())
        return fail(office::codes::anotherAct, "a later version");
    auto exported = history.version(version);
    auto import = office::importReturned(exported, *returned, [&] { return base::Ulid::make(clock); });
    if (!import)
        return fail(import.error());
    return Returned{version, std::move(exported), std::move(*import)};
}

} // namespace vienlogs::acts_tool
