// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_sync/exchange.h"

#include <algorithm>

#include "vienlogs/acts/log_codec.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::acts_sync {

Head next(const Head& head, std::string_view line) {
    digest::Sha256Stream stream;
    stream.add(std::string_view(head.chain));
    stream.add(std::string_view("\n"));
    stream.add(line);
    return {head.count + 1, digest::toHex(stream.finish())};
}

base::Result<void> Log::append(acts::Entry entry) {
    if (auto added = history_.append(std::move(entry)); !added)
        return added;
    chains_.push_back(next(head(chains_.size()), acts::entryLine(entries().back())).chain);
    return {};
}

Head Log::head(std::size_t count) const {
    const auto known = std::min(count, chains_.size());
    return {known, known == 0 ? std::string() : chains_[known - 1]};
}

Log Log::first(std::size_t count) const {
    Log log(now().id(), now().kind());
    const auto known = std::ptrdiff_t(std::min(count, chains_.size()));
    for (std::ptrdiff_t i = 0; i < known; ++i)
        (void)log.history_.append(entries()[std::size_t(i)]); // each was accepted in this very state
    log.chains_.assign(chains_.begin(), chains_.begin() + known);
    return log;
}

Page pageOf(const Log& log, std::size_t after) {
    const auto& all = log.entries();
    const auto from = std::min(after, all.size());
    const auto to = std::min(from + mostEntries, all.size());
    return {
        log.head(from), {all.begin() + std::ptrdiff_t(from), all.begin() + std::ptrdiff_t(to)}, all.size()};
}

base::Result<Answer> receive(Log& log, const Push& push) {
    if (push.entries.size() > mostEntries)
        return base::fail(base::codes::invalidArgument, "too many entries");
    const auto known = std::min(push.after.count, log.entries().size());
    if (log.head(known) != push.after)
        return pageOf(log, 0);
    if (known < log.entries().size())
        return pageOf(log, known);
    auto grown = log;
    for (const auto& entry : push.entries)
        if (auto added = grown.append(entry); !added)
            return base::fail(added.error());
    log = std::move(grown);
    return log.head(log.entries().size());
}

} // namespace vienlogs::acts_sync
