// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "postgres_address.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <sstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"

namespace vienlogs::server::store {

namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

bool isHere(const std::string& host) {
    return host.starts_with('/') || host == "localhost" || host == "127.0.0.1" || host == "::1";
}

/// Every one of "a,b,c"; none at all means the socket of this machine.
bool areHere(const std::string& hosts) {
    std::istringstream stream(hosts);
    for (std::string host; std::getline(stream, host, ',');)
        if (!host.empty() && !isHere(host))
            return false;
    return true;
}

} // namespace

base::Result<PostgresParameters> parametersOf(const std::string& address) {
    if (!address.starts_with("postgresql://"))
        return base::fail(base::codes::invalidArgument, "--store");
    const Options options(PQconninfoParse(address.c_str(), nullptr), PQconninfoFree);
    if (!options)
        return base::fail(base::codes::invalidArgument, "--store");
    PostgresParameters parameters;
    auto& named = parameters.named;
    const auto given = [&](std::string_view name) {
        const auto found = std::find_if(named.begin(), named.end(),
                                        [&](const auto& parameter) { return parameter.first == name; });
        return found == named.end() ? std::string() : found->second;
    };
    const auto unlessGiven = [&](const char* name, const char* value) {
        if (given(name).empty())
            named.emplace_back(name, value);
    };
    for (const auto* option = options.get(); option->keyword; ++option)
        if (option->val)
            named.emplace_back(option->keyword, option->val);
    if (!given("password").empty() || !given("sslpassword").empty())
        return base::fail(codes::addressUnsafe, "a password");
    // A service file names its host itself, so it must ask for TLS itself as well.
    const bool here = given("service").empty() && areHere(given("host")) && areHere(given("hostaddr"));
    if (!here)
        unlessGiven("sslmode", "verify-full");
    if (!here && given("sslmode") != "verify-full")
        return base::fail(codes::addressUnsafe, "sslmode");
    unlessGiven("target_session_attrs", "read-write");
    unlessGiven("connect_timeout", "3");
    unlessGiven("tcp_user_timeout", "5000");
    unlessGiven("application_name", "vienlogs");
    unlessGiven("client_encoding", "UTF8");
    return parameters;
}

} // namespace vienlogs::server::store
