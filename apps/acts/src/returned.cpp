// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "returned.h"

#include "akn_meta.h"
#include "files.h"
#include "pdf.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/harmonisation/comparison.h"
#include "vienlogs/office/akn.h"
#include "vienlogs/office/document.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"

namespace vienlogs::acts_tool {

using base::fail;

namespace {

bool isAkn(const std::string& path) {
    return path.ends_with(".akn.xml") || path.ends_with(".akn");
}

/// A version read whole, as a list of what became of each element.
office::Import importVersion(const acts::Act& exported, acts::Act returned) {
    office::Import import{std::move(returned), {}, {}};
    for (const auto& row : harmonisation::compare(exported, import.act)) {
        auto& item = import.items.emplace_back();
        item.element = row.element;
        item.kind = row.kind;
        const auto *before = exported.findLive(row.element), *after = import.act.findLive(row.element);
        item.before = before ? before->text : acts::Runs{};
        item.after = after ? after->text : acts::Runs{};
        const auto note = [&](bool is, office::Fate fate) {
            if (is)
                item.fates.push_back(fate);
        };
        note(!before, office::Fate::New);
        note(!after, office::Fate::Deleted);
        note(before && after && before->text != after->text, office::Fate::Changed);
        note(before && after && before->number != after->number, office::Fate::Numbered);
        note(row.moved, office::Fate::Moved);
        note(item.fates.empty(), office::Fate::Unchanged);
    }
    return import;
}

base::Result<acts::Act> versionBefore(const acts::History& history, std::optional<std::size_t> version) {
    const auto count = version.value_or(history.entries().size());
    if (count > history.entries().size())
        return fail(office::codes::anotherAct, "a later version");
    return history.version(count);
}

base::Result<Returned> readReturnedAkn(const acts::History& history, const std::string& bytes,
                                       const base::Clock& clock) {
    auto read = office::readAkn(bytes, [&] { return base::Ulid::make(clock); });
    if (!read)
        return fail(read.error());
    auto exported = versionBefore(history, read->version);
    if (!exported)
        return fail(exported.error());
    if (read->act.id() != exported->id())
        return fail(office::codes::anotherAct, read->act.id().toString());
    auto import = importVersion(*exported, std::move(read->act));
    import.warnings = read->warnings;
    return Returned{read->version.value_or(history.entries().size()), std::move(*exported),
                    std::move(import)};
}

} // namespace

base::Result<void> writeAct(const acts::History& history, const std::string& path,
                            const std::string& author) {
    if (!isAkn(path))
        return writePaper(history.now(), history.entries().size(), path);
    return writeFile(path, office::writeAkn(history.now(), aknMetaOf(history, author)));
}

base::Result<void> writePaper(const acts::Act& act, std::size_t version, const std::string& path,
                              const office::Since* since) {
    if (path.ends_with(".pdf")) {
        const auto odt = office::writeDocument(office::Format::Odt, act, version, since);
        const auto pdf = odt ? pdfOf(*odt) : fail(odt.error());
        return pdf ? writeFile(path, *pdf) : fail(pdf.error());
    }
    const auto format = office::formatOf(path);
    if (!format)
        return fail(base::codes::invalidArgument, path);
    const auto bytes = office::writeDocument(*format, act, version, since);
    return bytes ? writeFile(path, *bytes) : fail(bytes.error());
}

base::Result<Returned> readReturned(const acts::History& history, const std::string& path,
                                    const base::Clock& clock) {
    const auto bytes = readFile(path, office::PackageBounds::packageBytes);
    if (!bytes)
        return fail(bytes.error());
    if (isAkn(path))
        return readReturnedAkn(history, *bytes, clock);
    const auto returned = office::readDocument(*bytes);
    if (!returned)
        return fail(returned.error());
    auto exported = versionBefore(history, returned->version);
    if (!exported)
        return fail(exported.error());
    auto import = office::importReturned(*exported, *returned, [&] { return base::Ulid::make(clock); });
    if (!import)
        return fail(import.error());
    return Returned{returned->version.value_or(history.entries().size()), std::move(*exported),
                    std::move(*import)};
}

} // namespace vienlogs::acts_tool
