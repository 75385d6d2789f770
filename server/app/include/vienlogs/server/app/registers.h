// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"

namespace vienlogs::server::app {

/// A look into a register by somebody for a reason.
struct RegisterLook {
    contract::RegisterRequest request;
    Actor actor;
    std::string traceParent; ///< Of the request, as it came.
    std::string key;         ///< Of the request; an operation that writes does so once for it.
    base::Language language = base::Language::Latvian;
};

/// The way to the central registers. Called from many threads; may take seconds.
class RegisterPort {
public:
    virtual ~RegisterPort() = default;
    using Record = std::function<base::Result<void>(const std::string& subject)>;
    /// A register that is away or refuses is an answer with its state, not a failure. Before data about
    /// somebody are fetched, `record` is called for each person that the request names; when it fails,
    /// nothing is fetched. Open data need no record.
    [[nodiscard]] virtual base::Result<contract::RegisterAnswer> look(const RegisterLook& look,
                                                                      const Record& record) = 0;
    [[nodiscard]] virtual std::vector<contract::RegisterHealth> health() = 0;
};

/// Looks into registers; what is about somebody is on record before it is fetched.
class Registers {
public:
    Registers(RegisterPort& port, const Audit& audit) : port_(port), audit_(audit) {}
    [[nodiscard]] base::Result<contract::RegisterAnswer> look(const RegisterLook& look) const;
    [[nodiscard]] std::vector<contract::RegisterHealth> health() const { return port_.health(); }

private:
    RegisterPort& port_;
    const Audit& audit_;
};

} // namespace vienlogs::server::app
