// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/sessions.h"

#include <algorithm>

#include "random.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::seconds tokenLife = 15min;
constexpr auto sessionLife = 12h;
constexpr auto repeatWithin = 1min;
constexpr auto answerLife = 24h;
constexpr std::size_t tokenSize = 32;
constexpr std::string_view everywhere = "*";

base::Result<std::string> newToken() {
    return randomBytes(tokenSize).map([](const auto& bytes) { return base::toHex(bytes); });
}

bool isOfTheStore(const base::Failure& failure) {
    return failure.code.text.starts_with("VL-STORE") || failure.code == base::codes::diskFull ||
           failure.code == base::codes::fileUnreadable;
}

} // namespace

std::string Sessions::hashOf(const std::string& token) {
    return digest::toHex(digest::sha256(token));
}

base::Result<void> Sessions::checkAdmission(const store::Clerk& clerk, const store::Device& device) {
    if (clerk.leftAt)
        return base::fail(codes::clerkLeft);
    const bool works = std::any_of(clerk.places.begin(), clerk.places.end(), [&](const auto& place) {
        return place == everywhere || place == device.place;
    });
    return works ? base::Result<void>() : base::fail(codes::notAtThisPlace);
}

base::Result<contract::Session> Sessions::issue(store::Transaction& transaction, const store::Clerk& clerk,
                                                const store::SessionRow& like) const {
    const auto token = newToken();
    const auto renewing = newToken();
    const auto place = transaction.directory().place(like.place);
    if (!token || !renewing || !place)
        return base::fail(!token ? token.error() : !renewing ? renewing.error() : place.error());
    auto session = like;
    session.tokenHash = hashOf(*token);
    session.expiresAt = std::min(like.expiresAt, clock_.now() + tokenLife);
    auto refreshing = like;
    refreshing.tokenHash = hashOf(*renewing);
    const auto kept = transaction.sessions().addSession(session).and_then([&] {
        return transaction.sessions().addRefresh({refreshing, std::nullopt});
    });
    if (!kept)
        return base::fail(kept.error());
    contract::Session answer{.token = *token, .expiresAt = session.expiresAt};
    answer.clerkId = clerk.id;
    answer.clerkName = clerk.name;
    answer.roles = clerk.roles;
    answer.place = like.place;
    answer.placeName = *place ? (*place)->name : std::string();
    answer.device = like.device;
    answer.refreshToken = *renewing;
    answer.refreshUntil = like.expiresAt;
    answer.lifeSeconds =
        std::chrono::duration_cast<std::chrono::seconds>(session.expiresAt - clock_.now()).count();
    return answer;
}

base::Result<contract::Session> Sessions::open(store::Transaction& transaction, const store::Device& device,
                                               const store::Clerk& clerk, const std::string& factor) const {
    return issue(transaction, clerk,
                 {.clerk = clerk.id,
                  .device = device.name,
                  .place = device.place,
                  .expiresAt = clock_.now() + sessionLife,
                  .family = base::Ulid::make(clock_).toString(),
                  .factor = factor});
}

base::Result<contract::Session> Sessions::renew(store::Transaction& transaction, const store::Device& device,
                                                const store::RefreshRow& row) const {
    const auto& session = row.session;
    if (session.device != device.name)
        return base::fail(codes::wrongDevice);
    if (session.place != device.place)
        return base::fail(codes::wrongPlace);
    if (row.usedAt && clock_.now() - *row.usedAt > repeatWithin)
        return base::fail(codes::refreshReplayed);
    const auto clerk = transaction.directory().clerk(session.clerk);
    if (!clerk)
        return base::fail(clerk.error());
    if (!*clerk)
        return base::fail(codes::clerkLeft);
    if (const auto admitted = checkAdmission(**clerk, device); !admitted)
        return base::fail(admitted.error());
    const auto used = row.usedAt ? base::Result<void>()
                                 : transaction.sessions().markRefreshUsed(session.tokenHash, clock_.now());
    if (!used)
        return base::fail(used.error());
    return issue(transaction, **clerk, session);
}

base::Result<contract::Session> Sessions::refresh(const store::Device& device,
                                                  const std::string& token) const {
    base::Result<contract::Session> outcome = base::fail(codes::notLoggedIn);
    const auto written = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        const auto row = t.sessions().refresh(hashOf(token));
        if (!row)
            return base::fail(row.error());
        if (!*row || (*row)->session.expiresAt < clock_.now()) {
            outcome = base::fail(codes::notLoggedIn);
            return {};
        }
        outcome = renew(t, device, **row);
        if (outcome)
            return {};
        if (isOfTheStore(outcome.error()))
            return base::fail(outcome.error());
        // Whatever is wrong with it, nobody goes on in this session.
        AuditEntry entry{.what = "session.refresh", .clerk = (*row)->session.clerk};
        entry.place = device.place;
        entry.device = device.name;
        entry.result = std::string(outcome.error().code.text);
        return t.sessions().endFamily((*row)->session.family).and_then([&] {
            return audit_.append(t, entry);
        });
    });
    if (!written)
        return base::fail(written.error());
    return outcome;
}

base::Result<void> Sessions::end(const Actor& actor, const std::string& token) const {
    return audit_.write([&](store::Transaction& t) -> base::Result<void> {
        const auto session = t.sessions().session(hashOf(token));
        if (!session)
            return base::fail(session.error());
        const auto ended = *session ? t.sessions().endFamily((*session)->family) : base::Result<void>();
        return ended.and_then([&] { return audit_.append(t, entryOf(actor, "logout")); });
    });
}

base::Result<Sessions::Found> Sessions::find(store::Transaction& t, const store::Device& device,
                                             const std::string& tokenHash) const {
    const auto session = t.sessions().session(tokenHash);
    if (!session)
        return base::fail(session.error());
    if (!*session || (*session)->expiresAt < clock_.now())
        return base::fail(codes::notLoggedIn);
    if ((*session)->device != device.name)
        return base::fail(codes::wrongDevice);
    if ((*session)->place != device.place)
        return base::fail(codes::wrongPlace);
    const auto clerk = t.directory().clerk((*session)->clerk);
    const auto place = t.directory().place(device.place);
    if (!clerk || !place)
        return base::fail(clerk ? place.error() : clerk.error());
    if (!*clerk)
        return base::fail(codes::clerkLeft);
    if (const auto admitted = checkAdmission(**clerk, device); !admitted)
        return base::fail(admitted.error());
    return Found{{(*clerk)->id, (*clerk)->name, (*clerk)->institution, (*clerk)->roles, device.place,
                  device.name, *place ? (*place)->kind : std::string()},
                 (*session)->expiresAt};
}

base::Result<void> Sessions::forgetOld() const {
    const auto now = clock_.now();
    return store_.write([&](store::Transaction& t) { return t.sessions().forgetOld(now, now - answerLife); });
}

} // namespace vienlogs::server::app
