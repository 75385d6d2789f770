// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "vienlogs/base/clock.h"
#include "vienlogs/server/app/registers.h"
#include "vienlogs/server/gateway/register_gateway.h"
#include "vienlogs/server/http/log.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server {

/// The register gateway as the use cases want it: who asks is checked against the store, each look goes into
/// the audit, each call into the log, and the registers' health is asked now and then.
class GatewayRegisters final : public app::RegisterPort,
                               private gateway::CallerCheck,
                               private gateway::LookAudit,
                               private gateway::CallTraces {
public:
    /// Descriptions from a folder; `address` stands in for theirs unless it is empty. VL-REG-0010 names what
    /// is wrong.
    [[nodiscard]] static base::Result<std::unique_ptr<GatewayRegisters>>
    create(const std::filesystem::path& descriptions, const std::string& address, store::Store& store,
           const base::Clock& clock, http::Log& log);
    ~GatewayRegisters() override;

    base::Result<contract::RegisterAnswer> look(const app::RegisterLook& look, const Record& record) override;
    std::vector<contract::RegisterHealth> health() override;

private:
    GatewayRegisters(store::Store& store, const base::Clock& clock, http::Log& log)
        : store_(store), clock_(clock), log_(log) {}
    base::Result<void> confirm(const std::string& userId, const std::string& institution) override;
    base::Result<void> record(const gateway::LookRecord& look) override;
    void add(const gateway::CallTrace& trace) override;
    void probeNowAndThen();

    store::Store& store_;
    const base::Clock& clock_;
    http::Log& log_;
    std::map<std::pair<std::string, std::string>, bool> openData_; ///< By register and operation.
    std::unique_ptr<gateway::RegisterGateway> gateway_;
    std::mutex mutex_;
    std::map<std::thread::id, const Record*> looks_; ///< The gateway asks back on the thread that asked it.
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread prober_;
};

} // namespace vienlogs::server
