// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "line.h"

#include "names.h"
#include "vienlogs/contract/codec.h"

namespace vienlogs::simulation {

namespace {

using contract::BlobState;
using contract::ChangesPage;
using Results = std::vector<contract::CommandResult>;

constexpr Milliseconds patience{30'000};
constexpr Milliseconds longestDuplicateDelay{600'000};

/// A cursor without its seal, whose key is another each time.
std::string unsealed(const std::string& cursor) {
    return cursor.substr(0, cursor.rfind('.'));
}

} // namespace

Line::Line(Machine& desk, Server& server, std::string device)
    : desk_(desk), server_(server), actor_{clerk, "Līga", "CES", {"clerk"}, place, std::move(device)} {}

Milliseconds Line::delay() {
    return Milliseconds(1 + desk_.world.dice(quality.delayMs));
}

template<typename T>
base::Result<T> Line::arrived(const T& message) {
    auto& world = desk_.world;
    if (!world.chance(quality.shortPercent))
        return message;
    auto text = contract::encode(message);
    text.resize(world.dice(static_cast<std::uint32_t>(text.size())));
    return contract::decode<T>(text);
}

template<typename T>
void Line::ask(std::string what, std::function<void(Reply<T>)> atServer, Done<T> done, Milliseconds wait) {
    if (desk_.disk.dead())
        return; // nobody is there to send it
    auto& world = desk_.world;
    const auto open = std::make_shared<bool>(true);
    const auto finish = [open, done = std::move(done)](base::Result<T> answer) {
        if (std::exchange(*open, false))
            done(std::move(answer));
    };
    if (quality.cut) {
        desk_.later(delay(), [finish] { finish(base::fail(ports::net::noConnection, "cut")); });
        return;
    }
    desk_.later(wait, [finish] { finish(base::fail(ports::net::timedOut, "no answer")); });
    const auto answer = [this, finish](base::Result<T> result) {
        if (server_.disk.dead() || quality.cut || desk_.world.chance(quality.lossPercent))
            return;
        if (result && !arrived(*result))
            result = base::fail(ports::net::answerNotUnderstood, "cut short");
        desk_.world.scheduler.after(delay(), [this, finish, result = std::move(result)] {
            if (desk_.isAwake())
                desk_.run([&] { finish(result); });
        });
    };
    const auto arrive = [this, what, atServer, finish, answer] {
        if (!server_.isAwake()) {
            desk_.later(delay(), [finish] { finish(base::fail(ports::net::noConnection, "nobody")); });
            return;
        }
        server_.say(actor_.device + " asks " + what);
        server_.run([&] { atServer(answer); });
    };
    if (!world.chance(quality.lossPercent))
        world.scheduler.after(delay(), arrive);
    if (world.chance(quality.duplicatePercent))
        world.scheduler.after(Milliseconds(world.dice(longestDuplicateDelay.count())), arrive);
}

void Line::postCommands(const std::vector<domain::cases::Command>& commands, Done<Results> done) {
    std::string what = "to take";
    for (const auto& command : commands)
        what += ' ' + std::to_string(command.epoch) + '/' + std::to_string(command.sequence) + ':' +
                command.key.toString().substr(22);
    ask<Results>(
        std::move(what),
        [this, commands](const Reply<Results>& reply) {
            const auto whole = arrived(commands);
            if (!whole)
                return reply(base::fail(whole.error()));
            auto results = server_.useCases().commands.accept(actor_, *whole, base::Language::English);
            if (results)
                for (const auto& result : *results)
                    server_.say(result.key.toString().substr(22) + ' ' + std::to_string(int(result.status)) +
                                (result.problem ? ' ' + result.problem->code : std::string()));
            else
                server_.say(results.error().code.text);
            reply(std::move(results));
        },
        std::move(done), patience);
}

void Line::follow(server::app::ChangeFeed::Query query, Milliseconds deadline,
                  const Reply<ChangesPage>& reply) {
    auto page = server_.useCases().feed.page(actor_, query);
    const auto now = desk_.world.scheduler.now();
    const bool nothing = page && page->changes.empty() && !page->more;
    if (nothing && now < deadline)
        return server_.whenChanged(deadline - now, [this, query = std::move(query), deadline, reply] {
            follow(query, deadline, reply);
        });
    if (page && !page->changes.empty())
        server_.say(actor_.device + " gets changes until " + unsealed(page->next));
    reply(std::move(page));
}

void Line::changes(const std::string& feed, const ports::FeedCursor& cursor, int waitSeconds,
                   Done<ChangesPage> done) {
    const Milliseconds wait(waitSeconds * 1000);
    ask<ChangesPage>(
        "changes after " + unsealed(cursor.after),
        [this, feed, cursor, wait](const Reply<ChangesPage>& reply) {
            follow({.scope = feed,
                    .after = cursor.after,
                    .epoch = cursor.epoch,
                    .mark = cursor.mark,
                    .limit = 5},
                   desk_.world.scheduler.now() + wait, reply);
        },
        std::move(done), patience + wait);
}

void Line::announceBlob(const std::string& sha256, std::int64_t size, Done<BlobState> done) {
    ask<BlobState>(
        "about blob " + sha256.substr(0, 4),
        [this, sha256, size](const Reply<BlobState>& reply) {
            reply(server_.useCases().blobs.announce(actor_, sha256, size));
        },
        std::move(done), patience);
}

void Line::putBlobPiece(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest,
                        Done<BlobState> done) {
    ask<BlobState>(
        "to keep a piece of " + sha256.substr(0, 4),
        [this, place = server::app::PiecePlace{sha256, piece, from}, rest](const Reply<BlobState>& reply) {
            auto& blobs = server_.useCases().blobs;
            auto came = rest;
            if (desk_.world.chance(quality.shortPercent))
                came.resize(desk_.world.dice(static_cast<std::uint32_t>(came.size())));
            if (!desk_.world.chance(quality.lossPercent))
                return reply(blobs.putPiece(actor_, place, came));
            // The line breaks in the middle of the piece.
            came.resize(desk_.world.dice(static_cast<std::uint32_t>(rest.size())));
            const auto kept = blobs.keepPart(actor_, place, came);
            server_.say("a part of " + std::to_string(came.size()) + (kept ? " kept" : " lost"));
        },
        std::move(done), patience);
}

void Line::referenceManifest(Done<contract::ReferenceManifest> done) {
    ask<contract::ReferenceManifest>(
        "the manifest",
        [this](const Reply<contract::ReferenceManifest>& reply) {
            reply(server_.useCases().reference.manifest());
        },
        std::move(done), patience);
}

} // namespace vienlogs::simulation
