// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "staff_feed.h"

#include <fstream>

#include "remote_address.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::server {

namespace {

constexpr std::size_t longestList = 16 * 1024 * 1024;

} // namespace

bool StaffFeed::isRemote(const std::string& source) {
    return source.find("://") != std::string::npos;
}

base::Result<std::string> StaffFeed::fetch() const {
    if (!isRemote(source_)) {
        std::ifstream file(source_, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        return file.bad() || text.empty() ? base::fail(base::codes::fileUnreadable, {}, "--staff")
                                          : base::Result<std::string>(std::move(text));
    }
    const auto address = remoteAddress(source_, authority_);
    if (!address)
        return base::fail(address.error());
    auto reply =
        gateway::exchange(address->endpoint, {"GET", address->target, {}, {}}, {.body = longestList});
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
