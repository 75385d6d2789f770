// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "outbox_task.h"

#include <algorithm>
#include <map>
#include <set>

#include "vienlogs/contract/codec.h"

namespace vienlogs::sync {

namespace {

using contract::BlobState;
using contract::CommandStatus;

constexpr int commandsPerRun = 500;
// The API's limits are 100 commands and 4 MiB; the rest is for the brackets and commas.
constexpr std::size_t commandsPerBatch = 100;
constexpr std::size_t bytesPerBatch = 4 * 1024 * 1024 - 64 * 1024;

ports::OutboxState stateFor(CommandStatus status) {
    return status == CommandStatus::Accepted   ? ports::OutboxState::Accepted
           : status == CommandStatus::Rejected ? ports::OutboxState::Rejected
                                               : ports::OutboxState::Conflict;
}

} // namespace

base::Result<OutboxTask::Plan> OutboxTask::planOf(ports::LocalStore& store) {
    if (const auto prepared = store.prepareToSend(); !prepared)
        return base::fail(prepared.error());
    auto blobs = store.blobsToSend();
    if (!blobs)
        return base::fail(blobs.error());
    auto entries = store.unanswered(commandsPerRun);
    if (!entries)
        return base::fail(entries.error());
    Plan plan{std::move(*blobs), {}};
    std::size_t bytes = 0;
    for (auto& entry : *entries) {
        const auto size = contract::encode(entry.command).size() + 1;
        if (plan.batches.empty() || plan.batches.back().size() == commandsPerBatch ||
            bytes + size > bytesPerBatch) {
            plan.batches.emplace_back();
            bytes = 0;
        }
        plan.batches.back().push_back(std::move(entry.command));
        bytes += size;
    }
    return plan;
}

void OutboxTask::run() {
    inStore([](ports::LocalStore& store) { return planOf(store); },
            [this](Plan plan) {
                plan_ = std::move(plan);
                blob_ = batch_ = 0;
                anyDecided_ = anyOpen_ = false;
                passedOver_.reset();
                nextBlob();
            });
}

void OutboxTask::nextBlob() {
    if (blob_ == plan_.blobs.size())
        return nextBatch();
    const auto& blob = plan_.blobs[blob_];
    link_.api.announceBlob(blob.sha256, blob.size, always<BlobState>([this](base::Result<BlobState> state) {
                               if (!state)
                                   return passOver(state.error());
                               nextPiece(*state, -1);
                           }));
}

void OutboxTask::passOver(const base::Failure& why) {
    if (ports::net::isConnectionFailure(why) || why.code == ports::net::sessionEnded)
        return failed(why);
    passedOver_ = why;
    ++blob_;
    nextBlob();
}

void OutboxTask::nextPiece(const BlobState& state, int previous) {
    const auto& blob = plan_.blobs[blob_];
    if (state.complete)
        return inStore(
            [sha256 = blob.sha256](ports::LocalStore& store) { return store.markBlobSent(sha256); },
            [this] {
                ++blob_;
                Q_EMIT moved();
                nextBlob();
            });
    if (state.missing.empty() || state.missing.front() == previous || state.held < 0 ||
        state.held >= contract::blobPieceSize)
        return passOver({ports::net::answerNotUnderstood, "pieces of a blob", "blob"});
    const int piece = state.missing.front();
    const auto from = state.held;
    using Piece =
        base::Result<base::Result<base::Bytes>>; // a piece that cannot be read ends the blob, not the run
    inStore([sha256 = blob.sha256,
             piece](ports::LocalStore& store) { return Piece(store.blobPiece(sha256, piece)); },
            [this, piece, from](const base::Result<base::Bytes>& bytes) {
                if (!bytes)
                    return passOver(bytes.error());
                if (from >= std::int64_t(bytes->size()))
                    return passOver({ports::net::answerNotUnderstood, "part of a piece", "blob"});
                const base::Bytes rest(bytes->begin() + from, bytes->end());
                link_.api.putBlobPiece(plan_.blobs[blob_].sha256, piece, from, rest,
                                       always<BlobState>([this, piece](base::Result<BlobState> next) {
                                           if (!next)
                                               return passOver(next.error());
                                           nextPiece(*next, piece);
                                       }));
            });
}

void OutboxTask::nextBatch() {
    if (batch_ == plan_.batches.size())
        return finish();
    std::vector<base::Ulid> keys;
    for (const auto& command : plan_.batches[batch_])
        keys.push_back(command.key);
    inStore([keys = std::move(keys)](ports::LocalStore& store) { return store.markSent(keys); },
            [this] { post(plan_.batches[batch_]); });
}

void OutboxTask::post(const Batch& batch) {
    link_.api.postCommands(
        batch, then<Results>([this](const Results& results) {
            inStore([results](ports::LocalStore& store) { return store.applyResults(results); },
                    [this, results](bool ofThisEpoch) {
                        if (ofThisEpoch)
                            return taken(results);
                        plan_ = {};
                        Q_EMIT otherEpoch();
                        later();
                    });
        }));
}

void OutboxTask::taken(const Results& results) {
    tell(plan_.batches[batch_], results);
    // The batches left are counted in an epoch that ended.
    if (std::ranges::any_of(results, contract::needsNewEpoch)) {
        Q_EMIT fellBehind();
        return finish();
    }
    ++batch_;
    nextBatch();
}

void OutboxTask::tell(const Batch& batch, const Results& results) {
    std::map<base::Ulid, CommandStatus> statuses;
    for (const auto& result : results)
        statuses.emplace(result.key,
                         contract::needsNewEpoch(result) ? CommandStatus::InFlight : result.status);
    std::set<base::Ulid> streams;
    for (const auto& command : batch) {
        const auto found = statuses.find(command.key);
        if (found == statuses.end() || found->second == CommandStatus::InFlight) {
            anyOpen_ = true;
            continue;
        }
        anyDecided_ = true;
        streams.insert(command.stream);
        Q_EMIT commandAnswered(command.key, stateFor(found->second));
    }
    if (!streams.empty())
        Q_EMIT streamsChanged({streams.begin(), streams.end()});
    Q_EMIT moved();
}

void OutboxTask::finish() {
    const bool more = anyDecided_ && (anyOpen_ || plan_.batches.size() * commandsPerBatch >= commandsPerRun);
    plan_ = {};
    if (passedOver_)
        return failed(*passedOver_);
    if (anyOpen_ && !anyDecided_)
        return later();
    done();
    if (more)
        poke();
}

} // namespace vienlogs::sync
