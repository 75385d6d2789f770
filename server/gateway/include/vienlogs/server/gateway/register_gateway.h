// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/server/gateway/gateway_ports.h"
#include "vienlogs/server/gateway/register_description.h"
#include "vienlogs/server/gateway/register_query.h"

namespace vienlogs::server::gateway {

/// The way to every register: authenticate, licence, audit, transform, cache or register, trace; in that
/// order. Blocking, for worker threads; any number of threads at once.
class RegisterGateway {
public:
    /// The ports must outlive the gateway. VL-REG-0010 when two descriptions have one name or an address is
    /// wrong.
    [[nodiscard]] static base::Result<std::unique_ptr<RegisterGateway>>
    create(std::vector<RegisterDescription> registers, CallerCheck& callers, LookAudit& audit,
           CallTraces& traces, const base::Clock& clock);
    ~RegisterGateway();
    RegisterGateway(const RegisterGateway&) = delete;
    RegisterGateway& operator=(const RegisterGateway&) = delete;

    /// Asks. A failure means that the register was not to be asked (VL-REG-0005, -0006, -0009, -0010,
    /// VL-BASE-0002, or what the audit or the session check said); whatever the register did is in the
    /// answer's state.
    [[nodiscard]] base::Result<RegisterAnswer> ask(const RegisterQuery& query);
    /// Asks every register how it is, about nobody, so that a status list is fresh before a clerk needs it.
    /// One that is left alone after failures is tried again only after its pause. Takes as long as the
    /// slowest ones together.
    void probe();
    /// Every register's last state, in the order of the descriptions.
    [[nodiscard]] std::vector<RegisterHealth> health() const;

private:
    struct Parts;
    explicit RegisterGateway(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace vienlogs::server::gateway
