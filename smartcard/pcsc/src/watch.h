// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <map>
#include <optional>
#include <thread>

#include "context.h"
#include "vienlogs/pcsc/pcsc_readers.h"

namespace vienlogs::pcsc {

using Readers = std::vector<ports::ReaderState>;

/// The readers as the service last told them, in the form it wants them back.
class ReaderTable {
public:
    /// Asks for readers and cards now.
    [[nodiscard]] base::Result<void> update(const Context& context);
    /// Waits until something differs from the last update, or the time is over.
    [[nodiscard]] base::Result<void> waitForChange(const Context& context, std::chrono::milliseconds longest);
    [[nodiscard]] Readers states() const;
    /// How often cards came and went in each reader, by the service's count.
    [[nodiscard]] std::map<std::string, DWORD> counts() const;

private:
    [[nodiscard]] base::Result<void> ask(const Context& context, DWORD milliseconds);
    std::vector<std::string> names_;
    std::vector<SCARD_READERSTATE> entries_;
};

/// Tells every change of the readers from a thread of its own, from its making to its end.
class PcscReaders::Watch {
public:
    explicit Watch(std::function<void(const base::Result<Readers>&)> changed);
    ~Watch();

private:
    void run();
    /// Follows one life of the service; returns why it ended.
    base::Result<void> follow();
    void tell(base::Result<Readers> now);
    void tellReaders(const ReaderTable& table);
    bool stopped();

    std::function<void(const base::Result<Readers>&)> changed_;
    std::optional<base::Result<Readers>> told_;
    std::map<std::string, DWORD> counts_;
    std::mutex mutex_;
    std::condition_variable ending_;
    SCARDCONTEXT waiting_ = 0;
    bool stop_ = false;
    std::thread thread_; // last: starts when all else is there
};

} // namespace vienlogs::pcsc
