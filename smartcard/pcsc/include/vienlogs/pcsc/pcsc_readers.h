// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>

#include "vienlogs/card/layout.h"
#include "vienlogs/card/trust_store.h"
#include "vienlogs/ports/card_reader.h"

namespace vienlogs::pcsc {

/// The readers of the machine's PC/SC service. The service may come and go; nothing needs to be made anew
/// then. All functions may be called from any thread.
class PcscReaders final : public ports::CardReaders {
public:
    /// Both must live longer than this and all sessions.
    PcscReaders(const card::TrustStore& trust, const base::Clock& clock);
    ~PcscReaders() override;

    [[nodiscard]] base::Result<std::vector<ports::ReaderState>> readers() override;
    [[nodiscard]] base::Result<std::unique_ptr<ports::CardSession>> open(const std::string& reader) override;
    /// A second call ends the first watch.
    void watch(std::function<void(const base::Result<std::vector<ports::ReaderState>>&)> changed) override;
    /// Returns when the last call of `changed` has returned; must not be called from within it.
    void stop() override;

private:
    class Watch;
    const card::TrustStore& trust_;
    const base::Clock& clock_;
    card::LayoutCache cache_;
    std::mutex mutex_;
    std::unique_ptr<Watch> watch_;
};

} // namespace vienlogs::pcsc
