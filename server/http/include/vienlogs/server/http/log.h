// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <initializer_list>
#include <mutex>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "vienlogs/base/clock.h"

namespace vienlogs::server::http {

/// Hears every line of a log as well, to take it elsewhere. Called by any thread; must not wait.
class LogListener {
public:
    using Field = std::pair<const char*, std::string_view>;
    virtual ~LogListener() = default;
    virtual void heard(std::string_view level, std::string_view event, std::span<const Field> fields) = 0;
};

/// One JSON object a line, written by a thread of its own so that no request waits for a disk. Callers give
/// names of routes, devices and codes; never a person's data, a token, a path with identifiers or a body.
class Log {
public:
    Log(std::ostream& out, const base::Clock& clock);
    /// Writes what is left.
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;
    using Field = LogListener::Field;
    /// Null for nobody any more; it must outlive the lines that it hears.
    void listen(LogListener* listener) { listener_ = listener; }
    void write(std::string_view level, std::string_view event, std::initializer_list<Field> fields = {});

private:
    void run();
    /// Appends time and rest of a line; under the lock.
    void add(std::string_view rest);

    std::ostream& out_;
    std::atomic<LogListener*> listener_{nullptr};
    const base::Clock& clock_;
    std::mutex mutex_;
    std::condition_variable wanted_;
    std::string lines_;
    std::int64_t second_ = -1; ///< The second that stamp_ names, since 1970.
    std::string stamp_;        ///< The beginning of a line, up to the milliseconds.
    std::uint64_t lost_ = 0;   ///< Lines for which there was no room.
    bool ending_ = false;
    std::thread writer_;
};

} // namespace vienlogs::server::http
