// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/workflows/form_filling.h"

/// What the desk reads out of the registers' answers; anything of another shape is passed over.
namespace vienlogs::workflows {

/// A member that must be a text; empty when it is anything else.
[[nodiscard]] std::string textIn(const nlohmann::json& object, const char* key);
[[nodiscard]] FormFilling::Addresses addressesIn(const nlohmann::json& data);
/// The minor children of a person, whom the person may act for.
void addChildren(std::vector<domain::clients::ActingFor>& options, const nlohmann::json& person,
                 std::chrono::year_month_day day);
void addCompanies(std::vector<domain::clients::ActingFor>& options, const nlohmann::json& companies);
/// The minors of a household as a form's list, without the client.
[[nodiscard]] nlohmann::json minorsIn(const nlohmann::json& household, const base::Identifier& client,
                                      std::chrono::year_month_day day);
/// What the form says of the delivery, in the case's words; nothing when it does not ask or says another way.
[[nodiscard]] std::optional<domain::cases::DeliveryWay> deliveryIn(const nlohmann::json& values);

} // namespace vienlogs::workflows
