// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "watch.h"

#include <algorithm>

#include "vienlogs/card/failures.h"

namespace vienlogs::pcsc {

using namespace std::chrono_literals;

namespace {

constexpr auto longestWait = 1000ms; // a change is told at once; this bounds a lost cancellation
constexpr auto retryService = 250ms;
constexpr const char* hotPlug = "\\\\?PnP?\\Notification";

} // namespace

base::Result<void> ReaderTable::update(const Context& context) {
    auto names = context.readerNames();
    if (!names)
        return base::fail(std::move(names.error()));
    names_ = std::move(*names);
    entries_.assign(names_.size() + 1, SCARD_READERSTATE{});
    for (std::size_t i = 0; i < names_.size(); ++i)
        entries_[i].szReader = names_[i].c_str();
    entries_.back().szReader = hotPlug;
    entries_.back().dwCurrentState = DWORD(names_.size())
                                     << 16; // how many readers are known, as pcsc-lite counts
    return ask(context, 0);
}

base::Result<void> ReaderTable::ask(const Context& context, DWORD milliseconds) {
    const auto status =
        SCardGetStatusChange(context.handle(), milliseconds, entries_.data(), DWORD(entries_.size()));
    const bool fine = status == SCARD_S_SUCCESS || status == LONG(SCARD_E_TIMEOUT) ||
                      status == LONG(SCARD_E_CANCELLED) || status == LONG(SCARD_E_UNKNOWN_READER) ||
                      status == LONG(SCARD_E_READER_UNAVAILABLE);
    if (!fine)
        return base::fail(card::codes::serviceAway, failureOf(status, "SCardGetStatusChange").detail);
    for (std::size_t i = 0; i < names_.size(); ++i)
        entries_[i].dwCurrentState = entries_[i].dwEventState;
    return {};
}

base::Result<void> ReaderTable::waitForChange(const Context& context, std::chrono::milliseconds longest) {
    return ask(context, DWORD(longest.count()));
}

Readers ReaderTable::states() const {
    Readers readers;
    for (std::size_t i = 0; i < names_.size(); ++i)
        readers.push_back({names_[i], (entries_[i].dwCurrentState & SCARD_STATE_PRESENT) != 0});
    return readers;
}

std::map<std::string, DWORD> ReaderTable::counts() const {
    std::map<std::string, DWORD> counts;
    for (std::size_t i = 0; i < names_.size(); ++i)
        counts[names_[i]] = entries_[i].dwCurrentState >> 16;
    return counts;
}

PcscReaders::Watch::Watch(std::function<void(const base::Result<Readers>&)> changed)
    : changed_(std::move(changed)), thread_([this] { run(); }) {}

PcscReaders::Watch::~Watch() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        if (waiting_)
            SCardCancel(waiting_);
    }
    ending_.notify_all();
    thread_.join();
}

bool PcscReaders::Watch::stopped() {
    const std::lock_guard lock(mutex_);
    return stop_;
}

void PcscReaders::Watch::tell(base::Result<Readers> now) {
    const bool same = told_ && told_->has_value() == now.has_value() &&
                      (now ? **told_ == *now : told_->error().code == now.error().code);
    if (same)
        return;
    told_ = std::move(now);
    changed_(*told_);
}

/// A card that was changed for another between two looks is told as taken out first, never passed over in
/// silence.
void PcscReaders::Watch::tellReaders(const ReaderTable& table) {
    const auto wasPresent = [this](const std::string& name) {
        return told_ && told_->has_value() &&
               std::find((*told_)->begin(), (*told_)->end(), ports::ReaderState{name, true}) !=
                   (*told_)->end();
    };
    auto counts = table.counts();
    auto between = table.states();
    bool changed = false;
    for (auto& reader : between)
        if (reader.cardPresent && wasPresent(reader.name) && counts_[reader.name] != counts[reader.name]) {
            reader.cardPresent = false;
            changed = true;
        }
    if (changed)
        tell(between);
    counts_ = std::move(counts);
    tell(table.states());
}

void PcscReaders::Watch::run() {
    while (!stopped()) {
        if (auto ended = follow(); !ended)
            tell(base::fail(std::move(ended.error())));
        std::unique_lock lock(mutex_);
        ending_.wait_for(lock, retryService, [this] { return stop_; });
    }
}

base::Result<void> PcscReaders::Watch::follow() {
    const auto context = Context::establish();
    if (!context)
        return base::fail(context.error());
    const auto nowWaiting = [this](SCARDCONTEXT handle) {
        const std::lock_guard lock(mutex_);
        waiting_ = handle;
    };
    while (!stopped()) {
        ReaderTable table;
        if (auto updated = table.update(*context); !updated)
            return updated;
        tellReaders(table);
        nowWaiting(context->handle());
        auto waited = table.waitForChange(*context, longestWait);
        nowWaiting(0);
        if (!waited)
            return waited;
    }
    return {};
}

} // namespace vienlogs::pcsc
