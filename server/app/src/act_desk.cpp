// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/act_desk.h"

#include <algorithm>

#include "vienlogs/acts/failures.h"
#include "vienlogs/acts/log_codec.h"
#include "vienlogs/acts_sync/failures.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::server::app {

namespace {

constexpr int mostActs = 10'000;
constexpr int actsOnce = 200;
constexpr int mostEntries = 100'000;
constexpr std::size_t pageBytes = 2 * 1024 * 1024;
constexpr std::chrono::minutes clockTolerance{10};

acts_sync::Head headOf(const store::ActRow& row) {
    return {std::size_t(row.count), row.chain};
}

/// What is not of the actor's institution is not there for him.
base::Result<store::ActRow> actOf(store::Transaction& transaction, const Actor& actor, base::Ulid id) {
    auto row = transaction.acts().act(id);
    if (!row)
        return base::fail(row.error());
    if (!*row || (*row)->institution != actor.institution)
        return base::fail(base::codes::notFound, "act");
    return std::move(**row);
}

base::Result<acts::Entry> entryIn(const store::ActLine& line) {
    return acts::entryOf(line.line);
}

/// The whole log as of one moment, with the row that says its head.
struct KeptLog {
    store::ActRow row;
    acts_sync::Log history;
};

base::Result<KeptLog> readLog(store::Transaction& transaction, const Actor& actor, base::Ulid id) {
    auto row = actOf(transaction, actor, id);
    if (!row)
        return base::fail(row.error());
    const auto kind = base::valueIn(acts::actKindNames, row->kind);
    const auto lines = transaction.acts().lines(id, 0, mostEntries);
    if (!kind || !lines)
        return lines ? base::fail(acts::codes::logDamaged, "kind") : base::fail(lines.error());
    acts_sync::Log history(id, *kind);
    for (const auto& line : *lines) {
        const auto added =
            entryIn(line).and_then([&](auto entry) { return history.append(std::move(entry)); });
        if (!added)
            return base::fail(added.error());
    }
    return KeptLog{std::move(*row), std::move(history)};
}

base::Result<void> addLines(store::Transaction& transaction, const Actor& actor, store::ActRow row,
                            const std::vector<acts::Entry>& entries, base::Timestamp now) {
    auto head = headOf(row);
    for (const auto& entry : entries) {
        const auto line = acts::entryLine(entry);
        head = next(head, line);
        if (auto added =
                transaction.acts().addLine(row.id, {std::int64_t(head.count), line, head.chain, actor.clerk});
            !added)
            return added;
    }
    row.count = std::int64_t(head.count);
    row.chain = head.chain;
    row.changed = now;
    return transaction.acts().saveAct(row);
}

/// On the record: how many entries, and how many of them somebody else wrote, which happens when a restored
/// log gets back what it lost.
std::string resultOf(const Actor& actor, const std::vector<acts::Entry>& entries) {
    const auto others = std::count_if(entries.begin(), entries.end(),
                                      [&](const auto& entry) { return entry.author != actor.name; });
    return "accepted " + std::to_string(entries.size()) + ", of others " + std::to_string(others);
}

} // namespace

base::Result<std::vector<store::ActRow>> ActDesk::list(const Actor& actor, base::Ulid after) const {
    return store::inRead<std::vector<store::ActRow>>(
        store_, [&](store::Transaction& t) { return t.acts().acts(actor.institution, after, actsOnce); });
}

base::Result<store::ActRow> ActDesk::create(const Actor& actor, base::Ulid id,
                                            const std::string& kind) const {
    if (!base::valueIn(acts::actKindNames, kind) || id == base::Ulid())
        return base::fail(base::codes::invalidArgument, "act");
    store::ActRow made{id, actor.institution, kind, 0, "", clock_.now()};
    const auto done = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        auto known = t.acts().act(id);
        if (!known)
            return base::fail(known.error());
        if (*known) {
            if ((*known)->institution != actor.institution || (*known)->kind != kind)
                return base::fail(base::codes::notFound, "act");
            made = std::move(**known);
            return {};
        }
        const auto all = t.acts().acts(actor.institution, base::Ulid(), mostActs);
        if (!all || all->size() >= std::size_t(mostActs))
            return all ? base::fail(acts::codes::actTooLarge, "too many acts") : base::fail(all.error());
        if (auto saved = t.acts().saveAct(made); !saved)
            return saved;
        auto entry = entryOf(actor, "act.create");
        entry.object = id.toString();
        return audit_.append(t, entry);
    });
    return done ? base::Result<store::ActRow>(made) : base::fail(done.error());
}

base::Result<acts_sync::Page> ActDesk::log(const Actor& actor, base::Ulid id, std::int64_t after) const {
    return store::inRead<acts_sync::Page>(
        store_, [&](store::Transaction& t) -> base::Result<acts_sync::Page> {
            const auto row = actOf(t, actor, id);
            if (!row)
                return base::fail(row.error());
            const auto from = std::clamp<std::int64_t>(after, 0, row->count);
            // One line more at the front: its chain names the place behind which the page begins.
            const auto lines =
                t.acts().lines(id, std::max<std::int64_t>(from - 1, 0), int(acts_sync::mostEntries) + 1);
            if (!lines)
                return base::fail(lines.error());
            acts_sync::Page page{{std::size_t(from), ""}, {}, std::size_t(row->count)};
            std::size_t bytes = 0;
            for (const auto& line : *lines) {
                if (line.position <= from) {
                    page.after.chain = line.chain;
                    continue;
                }
                bytes += line.line.size();
                if (page.entries.size() == acts_sync::mostEntries ||
                    (bytes > pageBytes && !page.entries.empty()))
                    break;
                auto entry = entryIn(line);
                if (!entry)
                    return base::fail(entry.error());
                page.entries.push_back(std::move(*entry));
            }
            return page;
        });
}

base::Result<acts_sync::Head> ActDesk::append(const Actor& actor, base::Ulid id,
                                              const acts_sync::Push& push) const {
    const auto latest = clock_.now() + clockTolerance;
    for (const auto& entry : push.entries)
        if (entry.time > latest)
            return base::fail(acts_sync::codes::clockAhead);
    // Replayed outside the writers' turn; inside it the head only has to be the same still.
    auto kept = store::inRead<KeptLog>(store_, [&](store::Transaction& t) { return readLog(t, actor, id); });
    if (!kept)
        return base::fail(kept.error());
    if (kept->history.entries().size() + push.entries.size() > std::size_t(mostEntries))
        return base::fail(acts::codes::actTooLarge, "entries");
    const auto answer = acts_sync::receive(kept->history, push);
    if (!answer)
        return base::fail(answer.error());
    const auto* head = std::get_if<acts_sync::Head>(&*answer);
    if (!head)
        return base::fail(acts_sync::codes::movedOn);
    if (push.entries.empty())
        return *head;
    auto entry = entryOf(actor, "act.write");
    entry.object = id.toString();
    entry.result = resultOf(actor, push.entries);
    const auto done = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        auto row = actOf(t, actor, id);
        if (!row)
            return base::fail(row.error());
        if (headOf(*row) != push.after)
            return base::fail(acts_sync::codes::movedOn);
        return addLines(t, actor, std::move(*row), push.entries, clock_.now()).and_then([&] {
            return audit_.append(t, entry);
        });
    });
    return done ? base::Result<acts_sync::Head>(*head) : base::fail(done.error());
}

} // namespace vienlogs::server::app
