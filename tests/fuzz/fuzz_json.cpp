// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes as JSON of the API: what is taken is within the limits and comes out of the codec as it went in.
#include <nlohmann/json.hpp>

#include "vienlogs/contract/codec.h"

using namespace vienlogs;

namespace {

constexpr int mostLevels = 64;

int depthOf(const nlohmann::json& json) {
    int deepest = 0;
    if (json.is_structured())
        for (const auto& one : json)
            deepest = std::max(deepest, depthOf(one));
    return json.is_structured() ? deepest + 1 : 0;
}

template<typename T>
void roundTrip(std::string_view text) {
    const auto value = contract::decode<T>(text);
    if (!value)
        return;
    const auto canonical = contract::encode(*value);
    const auto again = contract::decode<T>(canonical);
    if (!again || contract::encode(*again) != canonical)
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto json = contract::parseJson(text, 64 * 1024);
    if (json && (depthOf(*json) > mostLevels || size > 64 * 1024))
        __builtin_trap();
    roundTrip<std::vector<domain::cases::Command>>(text);
    roundTrip<contract::LoginRequest>(text);
    roundTrip<contract::RegisterRequest>(text);
    roundTrip<contract::AuditConsistency>(text);
    return 0;
}
