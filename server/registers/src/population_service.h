// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "register_service.h"

namespace vienlogs::registers {

/// The population register (PMLP) behind X-Road REST. Whom a call is about stands in its body, never in the
/// path, because paths end up in logs.
class PopulationService final : public RegisterService {
public:
    PopulationService(World& world, const base::Clock& clock) : world_(world), clock_(clock) {}
    [[nodiscard]] std::string_view id() const override { return "population"; }
    [[nodiscard]] bool serves(std::string_view path) const override;
    [[nodiscard]] HttpAnswer answer(const HttpCall& call, base::Timestamp asOf) override;
    [[nodiscard]] HttpAnswer closed(const HttpCall& call, base::Timestamp until) override;
    [[nodiscard]] HttpAnswer broken(const HttpCall& call) override;

private:
    struct Reply {
        int status;
        std::string body;
    };
    [[nodiscard]] Reply call(const std::string& service, const nlohmann::json& request, const HttpCall& call,
                             Date day);
    [[nodiscard]] Reply person(const nlohmann::json& request, Date day) const;
    [[nodiscard]] Reply children(const nlohmann::json& request, Date day) const;
    [[nodiscard]] Reply residences(const nlohmann::json& request, Date day) const;
    [[nodiscard]] Reply household(const nlohmann::json& request, Date day) const;
    struct Declaration {
        Index address = 0;
        Date since{};
        std::vector<Index> people;
    };
    /// The same message id gives the same answer again, without declaring twice.
    [[nodiscard]] Reply declare(const nlohmann::json& request, const std::string& messageId, Date day);
    [[nodiscard]] Reply declareOnce(const nlohmann::json& request, Date day);
    /// Fills the declaration; the reply is a refusal, or has status 200 when nothing is wrong.
    [[nodiscard]] Reply check(const nlohmann::json& request, Date day, Declaration& declaration) const;
    [[nodiscard]] std::vector<Index> peopleOf(const nlohmann::json& list, Index declarer, Date day) const;
    [[nodiscard]] const Person* personOf(const nlohmann::json& request, Date day) const;
    [[nodiscard]] bool mayDeclareFor(Index declarer, Index person, Date day) const;

    World& world_;
    const base::Clock& clock_;
    std::map<std::string, std::pair<std::string, Reply>> declarations_; ///< By X-Road-Id: request and answer.
    int lastNumber_ = 0;
};

} // namespace vienlogs::registers
