// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/audit.h"
#include "vienlogs/server/store/store.h"
#include "vienlogs/timestamp/authority.h"

namespace vienlogs::server::app {

/// How far stamps reach and what waits, from the store alone; nothing is known of a service.
[[nodiscard]] base::Result<contract::AuditStampState> stampStateOf(store::Store& store);

/// Carries a question to a time stamp service. VL-TSA-0001 when nothing whole comes back in time.
class StampService {
public:
    virtual ~StampService() = default;
    [[nodiscard]] virtual base::Result<base::Bytes> ask(const base::Bytes& question) = 0;
};

/// What a server was told of time stamps.
struct StampOptions {
    timestamp::Authority authority;
    std::string policy; ///< Object identifier; empty for the service's own.
    std::chrono::minutes every{60};
};

/// Has the newest signed head of the audit stamped now and then. One stamp covers all records before it, so
/// an outage of the service only makes the proved time coarser; nothing ever waits for it.
class AuditStamper {
public:
    /// Without a service it only tells what waits. The service outlives it.
    AuditStamper(store::Store& store, const base::Clock& clock) : store_(store), clock_(clock) {}
    AuditStamper(store::Store& store, const base::Clock& clock, StampService& service, StampOptions options)
        : store_(store), clock_(clock), service_(&service), options_(std::move(options)) {}

    enum class Step { Nothing, Stamped };
    /// Stamps the newest head when it is time to; after a failure (VL-TSA-…) not before a back-off that grows
    /// from half a minute to a quarter of an hour. One thread.
    [[nodiscard]] base::Result<Step> run();
    /// From any thread.
    [[nodiscard]] base::Result<contract::AuditStampState> state() const;

private:
    [[nodiscard]] base::Result<std::optional<contract::AuditHead>> due() const;
    [[nodiscard]] base::Result<void> stamp(const contract::AuditHead& head);
    void note(const base::Result<void>& outcome);

    store::Store& store_;
    const base::Clock& clock_;
    StampService* service_ = nullptr;
    StampOptions options_;
    std::chrono::steady_clock::time_point nextTry_{};
    std::chrono::seconds backOff_{0};
    mutable std::mutex mutex_;
    std::string failure_; ///< Code of what went wrong last; under the mutex.
};

} // namespace vienlogs::server::app
