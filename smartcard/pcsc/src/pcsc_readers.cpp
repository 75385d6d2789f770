// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/pcsc/pcsc_readers.h"

#include "pcsc_channel.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/card/failures.h"
#include "watch.h"

namespace vienlogs::pcsc {

namespace codes = card::codes;

PcscReaders::PcscReaders(const card::TrustStore& trust, const base::Clock& clock)
    : trust_(trust), clock_(clock) {}

PcscReaders::~PcscReaders() {
    stop();
}

base::Result<std::vector<ports::ReaderState>> PcscReaders::readers() {
    const auto context = Context::establish();
    if (!context)
        return base::fail(context.error());
    ReaderTable table;
    if (auto updated = table.update(*context); !updated)
        return base::fail(std::move(updated.error()));
    return table.states();
}

base::Result<std::unique_ptr<ports::CardSession>> PcscReaders::open(const std::string& reader) {
    auto channel = PcscChannel::connect(reader);
    if (!channel) {
        auto failure = std::move(channel.error());
        if (const auto now = readers(); failure.code == codes::readerGone && now && now->empty())
            failure.code = codes::noReader;
        return base::fail(std::move(failure));
    }
    auto card = card::EidCard::open(std::move(*channel), trust_, clock_, cache_);
    if (!card)
        return base::fail(std::move(card.error()));
    return std::unique_ptr<ports::CardSession>(std::move(*card));
}

void PcscReaders::watch(std::function<void(const base::Result<std::vector<ports::ReaderState>>&)> changed) {
    stop();
    const std::lock_guard lock(mutex_);
    watch_ = std::make_unique<Watch>(std::move(changed));
}

void PcscReaders::stop() {
    std::unique_ptr<Watch> ended;
    {
        const std::lock_guard lock(mutex_);
        ended = std::move(watch_);
    }
}

} // namespace vienlogs::pcsc
