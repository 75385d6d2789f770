// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "register_service.h"

namespace vienlogs::registers {

/// The enterprise register (UR) behind SOAP 1.1, document/literal, as data/enterprises.wsdl describes it.
class EnterpriseService final : public RegisterService {
public:
    explicit EnterpriseService(const World& world) : world_(world) {}
    [[nodiscard]] std::string_view id() const override { return "enterprises"; }
    [[nodiscard]] bool serves(std::string_view path) const override { return path == servicePath; }
    [[nodiscard]] HttpAnswer answer(const HttpCall& call, base::Timestamp asOf) override;
    [[nodiscard]] HttpAnswer closed(const HttpCall& call, base::Timestamp until) override;
    [[nodiscard]] HttpAnswer broken(const HttpCall& call) override;

private:
    static constexpr std::string_view servicePath = "/ws/uznemumu-registrs";
    const World& world_;
};

} // namespace vienlogs::registers
