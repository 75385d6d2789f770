// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/clock.h"
#include "vienlogs/server/app/registers.h"

namespace vienlogs::server {

/// A server that was told of no registers: every one of them is "down".
class NoRegisters final : public app::RegisterPort {
public:
    explicit NoRegisters(const base::Clock& clock) : clock_(clock) {}
    base::Result<contract::RegisterAnswer> look(const app::RegisterLook& look, const Record&) override {
        return contract::RegisterAnswer{
            look.request.registerId, look.request.registerId, "down", clock_.now(), "null", std::nullopt};
    }
    std::vector<contract::RegisterHealth> health() override { return {}; }

private:
    const base::Clock& clock_;
};

} // namespace vienlogs::server
