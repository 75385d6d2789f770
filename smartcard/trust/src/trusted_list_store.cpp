// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/trusted_list_store.h"

#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include "vienlogs/trust/failures.h"

namespace vienlogs::trust {

namespace {

std::optional<base::Bytes> readFile(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error || size > mostListBytes)
        return {};
    std::ifstream file(path, std::ios::binary);
    return base::Bytes(std::istreambuf_iterator<char>(file), {});
}

/// What stands in the file is on the disk before the name is given to it.
bool flushToDisk(const std::filesystem::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = handle >= 0 && ::fsync(handle) == 0;
    if (handle >= 0)
        ::close(handle);
    return flushed;
}

} // namespace

TrustedListStore::TrustedListStore(ports::WebClient* web, const base::Clock& clock,
                                   TrustedListSettings settings)
    : web_(web), clock_(clock), settings_(std::move(settings)) {}

TrustedListStore::List TrustedListStore::current() {
    const std::scoped_lock lock(mutex_);
    return list_;
}

void TrustedListStore::loadKept() {
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(triedKept_, true))
            return;
    }
    const auto xml = settings_.file.empty() ? std::nullopt : readFile(settings_.file);
    if (!xml)
        return;
    auto list = readTrustedList(*xml, settings_.operators);
    const std::scoped_lock lock(mutex_);
    if (list)
        list_ = std::make_shared<const TrustedListContent>(*std::move(list));
    else
        trouble_ = list.error();
}

base::Result<void> TrustedListStore::admit(const TrustedListContent& fresh, const List& old) {
    const bool back = old && (fresh.sequenceNumber < old->sequenceNumber ||
                              (fresh.sequenceNumber == old->sequenceNumber && fresh.issued < old->issued));
    if (back)
        return base::fail(codes::listRolledBack, "below " + std::to_string(old->sequenceNumber),
                          std::to_string(fresh.sequenceNumber));
    return {};
}

base::Result<void> TrustedListStore::writeKept(const base::Bytes& xml) const {
    if (settings_.file.empty())
        return {};
    auto fresh = settings_.file;
    fresh += ".new";
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(xml.data()), static_cast<std::streamsize>(xml.size()));
    file.close();
    std::error_code error;
    const bool written = file && flushToDisk(fresh);
    if (written)
        std::filesystem::rename(fresh, settings_.file, error);
    if (!written || error)
        return base::fail(codes::listNotKept, error.message(), settings_.file.filename().string());
    return {};
}

base::Result<void> TrustedListStore::fetch() {
    if (!web_ || settings_.url.empty())
        return base::fail(codes::noAddress, "trusted list");
    const auto xml = web_->get(settings_.url, mostListBytes);
    if (!xml)
        return base::fail(xml.error());
    auto fresh = readTrustedList(*xml, settings_.operators);
    if (!fresh)
        return base::fail(fresh.error());
    if (auto admitted = admit(*fresh, current()); !admitted)
        return admitted;
    {
        const std::scoped_lock lock(mutex_);
        list_ = std::make_shared<const TrustedListContent>(*std::move(fresh));
        fetched_ = clock_.now();
    }
    return writeKept(*xml);
}

base::Result<void> TrustedListStore::fetchAndNote() {
    loadKept(); // first, for the number in it counts
    auto done = fetch();
    const std::scoped_lock lock(mutex_);
    lastTry_ = clock_.steadyNow();
    lastFailed_ = !done;
    trouble_ = done ? std::nullopt : std::optional(done.error());
    return done;
}

base::Result<void> TrustedListStore::refresh() {
    const std::scoped_lock fetching(fetching_);
    return fetchAndNote();
}

bool TrustedListStore::isDue() {
    const std::scoped_lock lock(mutex_);
    if (!web_ || settings_.url.empty())
        return false;
    return !lastTry_ ||
           clock_.steadyNow() - *lastTry_ >= (lastFailed_ ? settings_.retryEvery : settings_.refreshEvery);
}

void TrustedListStore::refreshWhenDue() {
    loadKept();
    if (!isDue())
        return;
    std::unique_lock fetching(fetching_, std::defer_lock);
    // Who has a list does not wait for another caller's fetch.
    if (current() ? !fetching.try_lock() : (fetching.lock(), false))
        return;
    if (isDue())
        (void)fetchAndNote(); // told by state()
}

base::Result<ports::TrustListing> TrustedListStore::about(const base::Bytes& certificate,
                                                          base::Timestamp at) {
    refreshWhenDue();
    const auto list = current();
    if (!list)
        return base::fail(codes::noList);
    return listingOf(*list, certificate, at);
}

base::Result<TrustedListState> TrustedListStore::state() {
    loadKept();
    const std::scoped_lock lock(mutex_);
    if (!list_)
        return base::fail(codes::noList);
    const bool past = !list_->nextUpdate || *list_->nextUpdate < clock_.now();
    return TrustedListState{
        list_->sequenceNumber, list_->issued, list_->nextUpdate, fetched_, past, trouble_};
}

} // namespace vienlogs::trust
