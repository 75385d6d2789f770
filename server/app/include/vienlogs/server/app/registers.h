// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"

namespace vienlogs::server::app {

/// A look into a register by somebody for a reason.
struct RegisterLook {
    contract::RegisterRequest request;
    Actor actor;
    std::string traceId;
};

/// The way to the central registers. Called from many threads; may take seconds.
class RegisterPort {
public:
    virtual ~RegisterPort() = default;
    /// A register that is away or refuses is an answer with its state, not a failure.
    [[nodiscard]] virtual base::Result<contract::RegisterAnswer> look(const RegisterLook& look) = 0;
    [[nodiscard]] virtual std::vector<contract::RegisterHealth> health() = 0;
};

/// Looks into registers: never without purpose, legal basis and an audit record made before the look.
class Registers {
public:
    Registers(RegisterPort& port, const Audit& audit) : port_(port), audit_(audit) {}
    /// VL-SRV-0019 without purpose or legal basis.
    [[nodiscard]] base::Result<contract::RegisterAnswer> look(const RegisterLook& look) const;
    [[nodiscard]] std::vector<contract::RegisterHealth> health() const { return port_.health(); }

private:
    RegisterPort& port_;
    const Audit& audit_;
};

} // namespace vienlogs::server::app
