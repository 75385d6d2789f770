// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/money.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/domain/payments/day.h"

/// Single values to JSON and back. Reading throws WrongShape, which codec.cpp turns into a Failure at its
/// edge.
namespace vienlogs::contract {

using Json = nlohmann::json;
inline constexpr std::uint64_t maxNumber = std::numeric_limits<std::int64_t>::max();

/// A field that is missing or not what it must be; names the field's path.
struct WrongShape {
    std::string field;
};

/// A string of ours that holds JSON and stands as JSON on the wire; empty stands for null.
struct JsonText {
    std::string& text;
};

[[nodiscard]] std::string_view nameOf(CommandStatus status);
[[nodiscard]] std::optional<CommandStatus> commandStatusFrom(std::string_view name);
[[nodiscard]] std::string_view nameOf(domain::payments::Resolution resolution);

void readEnum(std::string_view name, CommandStatus& value);
void readEnum(std::string_view name, domain::cases::CaseState& value);
void readEnum(std::string_view name, domain::cases::SigningMethod& value);
void readEnum(std::string_view name, domain::cases::DeliveryWay& value);
void readEnum(std::string_view name, domain::cases::Document::Kind& value);
void readEnum(std::string_view name, domain::cases::SignatureLevel& value);
void readEnum(std::string_view name, domain::clients::IdentityLevel& value);
void readEnum(std::string_view name, domain::clients::LegalBasis& value);
void readEnum(std::string_view name, domain::clients::ActingFor::Kind& value);
void readEnum(std::string_view name, domain::payments::PaymentState& value);
void readEnum(std::string_view name, domain::payments::Resolution& value);
void readEnum(std::string_view name, domain::payments::ReversalReason& value);
void readEnum(std::string_view name, domain::payments::ClosingState& value);
void readEnum(std::string_view name, domain::payments::DayDifference::Kind& value);

namespace detail {
template<typename T>
struct IsOptional : std::false_type {};
template<typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template<typename T>
struct IsVector : std::false_type {};
template<typename T>
struct IsVector<std::vector<T>> : std::true_type {};
} // namespace detail

} // namespace vienlogs::contract
