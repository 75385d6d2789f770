// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "history.h"

#include "names.h"
#include "vienlogs/test/samples.h"

namespace vienlogs::simulation {

namespace cases = domain::cases;

namespace {

constexpr int casesSeen = 50;

std::string shortName(base::Ulid id) {
    return id.toString().substr(22);
}

} // namespace

void History::act(Desk& desk, std::uint32_t dice) {
    const auto seen = desk.with([](auto& store) { return store.recentCases(casesSeen); });
    if (!seen)
        return;
    if (!*seen)
        return desk.say(seen->error().code.text);
    const auto& all = **seen;
    const auto kind = dice / 16 % 16;
    if (kind < 2)
        return recordContact(desk, dice / 256);
    if (all.empty() || kind < 5) {
        const auto number = desk.with([](auto& store) { return store.nextCaseNumber(); });
        if (!number || !*number)
            return;
        return record(desk, test::ulid(world_.random),
                      test::openCase(desk.device() + "-26-" + std::to_string(**number)));
    }
    const auto& chosen = all[dice / 256 % all.size()];
    if (kind < 9)
        return attach(desk, chosen.id);
    if (kind < 10)
        return record(desk, chosen.id, cases::WithdrawCase{"x"});
    record(desk, chosen.id,
           cases::SaveAnswers{"{\"a\":" + std::to_string(world_.random()) + "}",
                              chosen.answersKey.value_or(base::Ulid())});
}

void History::recordContact(Desk& desk, std::uint32_t dice) {
    auto& contacts = contacts_[desk.device()];
    if (contacts.empty() || dice % 2 == 0) {
        contacts.push_back(test::ulid(world_.random));
        return record(desk, contacts.back(), cases::OpenContact{"desk"});
    }
    record(desk, contacts[dice / 2 % contacts.size()], cases::EndContact{{}, "served"});
}

void History::attach(Desk& desk, base::Ulid stream) {
    // Rarely of more than one piece, because that costs time.
    const auto size = world_.dice(200) == 0 ? contract::blobPieceSize + 1 : 1 + world_.dice(50);
    base::Bytes bytes(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 50); ++i)
        bytes[i] = static_cast<std::uint8_t>(world_.random());
    const auto kept = desk.with([&](auto& store) { return store.putBlob(bytes, true); });
    if (!kept)
        return;
    if (!*kept)
        return desk.say(kept->error().code.text);
    blobs_[**kept] = bytes;
    record(desk, stream,
           cases::AttachDocument{{cases::Document::Kind::Evidence, **kept, "scan", "application/pdf", 1, 1}});
}

void History::record(Desk& desk, base::Ulid stream, cases::CommandBody body) {
    const cases::Command command{.key = test::ulid(world_.random),
                                 .stream = stream,
                                 .clerk = clerk,
                                 .place = place,
                                 .at = desk.clock->now(),
                                 .body = std::move(body)};
    tried_.insert(command.key);
    commands_[command.key] = command;
    const auto done = desk.with([&](auto& store) { return store.record(command); });
    desk.say("records " + std::string(cases::typeOf(command.body)) + ' ' + shortName(command.key) + " of " +
             shortName(stream) +
             (!done   ? " and dies"
              : *done ? ""
                      : " not: " + std::string(done->error().code.text)));
    if (done && *done)
        told_.emplace(command.key, command.device);
}

} // namespace vienlogs::simulation
