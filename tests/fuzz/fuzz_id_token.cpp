// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// What an issuer (or who pretends to be one) may send at a login: its set of keys and an ID token.
#include <cstdint>
#include <nlohmann/json.hpp>

#include "vienlogs/server/oidc/id_token.h"

using namespace vienlogs;
using server::oidc::JwkSet;

namespace {

/// A key that nobody has the other half of.
const JwkSet& keys() {
    static const auto set = JwkSet::parse({{"keys",
                                            {{{"kty", "RSA"},
                                              {"kid", "k"},
                                              {"alg", "RS256"},
                                              {"use", "sig"},
                                              {"e", "AQAB"},
                                              {"n", "w" + std::string(340, '8') + "Q"}}}}});
    if (!set)
        __builtin_trap();
    return *set;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const base::Timestamp now(std::chrono::hours(24 * 365 * 57));
    static_cast<void>(server::oidc::keyIdOf(text));
    // {"alg":"RS256","kid":"k"}
    for (const auto& token : {text, "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ." + text})
        if (server::oidc::verifyIdToken(token, keys(), {"https://issuer.invalid", "desk"}, now))
            __builtin_trap();
    if (const auto json = nlohmann::json::parse(text, nullptr, false); !json.is_discarded())
        static_cast<void>(JwkSet::parse(json));
    return 0;
}
