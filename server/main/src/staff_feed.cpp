// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "staff_feed.h"

#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/gateway/http_exchange.h"

namespace vienlogs::server {

namespace {

constexpr std::string_view scheme = "http://";
constexpr std::size_t longestList = 16 * 1024 * 1024;

} // namespace

base::Result<std::string> StaffFeed::fetch() const {
    if (!source_.starts_with(scheme)) {
        std::ifstream file(source_, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        return file.bad() || text.empty() ? base::fail(base::codes::fileUnreadable, {}, "--staff")
                                          : base::Result<std::string>(std::move(text));
    }
    const auto slash = source_.find('/', scheme.size());
    const auto endpoint = gateway::endpointOf(source_.substr(0, slash));
    if (!endpoint)
        return base::fail(endpoint.error());
    const auto target = slash == std::string::npos ? "/" : source_.substr(slash);
    auto reply = gateway::exchange(*endpoint, {"GET", target, {}, {}}, {.body = longestList});
    if (reply && reply->status != 200)
        return base::fail(base::codes::fileUnreadable, "HTTP " + std::to_string(reply->status), "--staff");
    return reply.map([](auto& answer) { return std::move(answer.body); });
}

void StaffFeed::run() {
    if (source_.empty())
        return;
    const auto changes = fetch().and_then(&app::parseStaff).and_then([&](const app::StaffList& list) {
        return app::applyStaff(audit_, list, clock_.now(), app::ManyLeave::Refuse);
    });
    if (!changes) {
        log_.write("error", "staff",
                   {{"code", std::string(changes.error().code.text)},
                    {"why", changes.error().detail + changes.error().argument}});
        return;
    }
    if (changes->joined + changes->moved + changes->left > 0)
        log_.write("info", "staff",
                   {{"joined", std::to_string(changes->joined)},
                    {"moved", std::to_string(changes->moved)},
                    {"left", std::to_string(changes->left)}});
}

} // namespace vienlogs::server
