// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/registers/world.h"

namespace vienlogs::registers {

/// The registers over HTTP on one loopback port, until the end of this object:
/// population (X-Road REST), enterprises (SOAP 1.1), addresses (REST), and /control/{register} to switch
/// them.
class StandIns {
public:
    /// Listens on 127.0.0.1; port 0 takes a free one. VL-BASE-0002 when the port cannot be had.
    [[nodiscard]] static base::Result<std::unique_ptr<StandIns>> start(World world, std::uint16_t port,
                                                                       const base::Clock& clock);
    ~StandIns();
    StandIns(const StandIns&) = delete;
    StandIns& operator=(const StandIns&) = delete;
    [[nodiscard]] std::uint16_t port() const;

private:
    struct Parts;
    explicit StandIns(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace vienlogs::registers
