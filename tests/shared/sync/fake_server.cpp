// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "fake_server.h"

#include <algorithm>

#include "vienlogs/contract/codec.h"

namespace vienlogs::test {

namespace {

using contract::CommandResult;
using contract::CommandStatus;
namespace cases = domain::cases;

CommandResult refused(const cases::Command& command, CommandStatus status, std::string code) {
    return {command.key, status, contract::Problem{409, std::move(code), "t", "d"}, 0};
}

constexpr std::size_t pageSize = 3; // small, so that a history has many pages

} // namespace

std::vector<CommandResult> FakeServer::take(const std::vector<Command>& commands) {
    std::vector<CommandResult> answers;
    for (const auto& command : commands)
        if (std::ranges::any_of(answers, contract::needsNewEpoch))
            answers.push_back({command.key, CommandStatus::InFlight, {}, 0});
        else
            answers.push_back(takeOne(command));
    for (auto& answer : answers)
        answer.storeEpoch = epoch;
    answers.back().mark = std::to_string(applied.size());
    return answers;
}

bool FakeServer::mustWait(const Command& command) {
    auto& device = devices_[command.device];
    device.announced[command.sequence] = command.stream;
    if (const auto* attach = std::get_if<cases::AttachDocument>(&command.body);
        attach && !wholeBlobs.contains(attach->document.sha256))
        return true;
    for (auto sequence = device.contiguous + 1; sequence < command.sequence; ++sequence) {
        if (device.decided.contains(sequence))
            continue;
        const auto known = device.announced.find(sequence);
        if (known == device.announced.end() || known->second == command.stream)
            return true;
    }
    return false;
}

void FakeServer::decide(const Command& command) {
    auto& device = devices_[command.device];
    device.decided.insert(command.sequence);
    while (device.decided.contains(device.contiguous + 1))
        ++device.contiguous;
}

CommandResult FakeServer::takeOne(const Command& command) {
    const auto fingerprint = contract::fingerprintOf(command);
    auto& device = devices_[command.device];
    const bool stale = command.epoch < device.epoch;
    if (command.epoch > device.epoch)
        device = {.epoch = command.epoch};
    if (const auto known = results.find(command.key); known != results.end()) {
        if (fingerprints_[command.key] != fingerprint)
            return refused(command, CommandStatus::Conflict, "VL-SRV-0012");
        if (!stale)
            decide(command); // also where the device counts it since it was restored
        return known->second;
    }
    if (stale)
        return refused(command, CommandStatus::Conflict, "VL-SRV-0014");
    if (device.decided.contains(command.sequence))
        return refused(command, CommandStatus::Conflict, "VL-SRV-0015");
    if (mustWait(command))
        return {command.key, CommandStatus::InFlight, {}, 0};
    const auto before = cases.contains(command.stream) ? std::optional(cases[command.stream]) : std::nullopt;
    const auto after = cases::apply(before, command);
    CommandResult result{command.key, CommandStatus::Accepted, {}, after ? after->version : 0};
    if (after) {
        applied.push_back(command);
        changeElsewhere(*after);
    } else {
        result = refused(command, CommandStatus::Rejected, std::string(after.error().code.text));
    }
    decide(command);
    fingerprints_[command.key] = fingerprint;
    results[command.key] = result;
    return result;
}

void FakeServer::changeElsewhere(const cases::Case& theCase) {
    cases[theCase.id] = theCase;
    feed_.push_back(
        {std::int64_t(feed_.size()) + 1, "case", theCase.id.toString(), false, contract::encode(theCase)});
}

contract::ChangesPage FakeServer::changes(const ports::FeedCursor& cursor) {
    if (cursor.epoch == epoch && !cursor.mark.empty() && std::stoul(cursor.mark) > applied.size())
        epoch += "'"; // put back to before that answer
    const bool other = !cursor.epoch.empty() && cursor.epoch != epoch;
    const auto& after = cursor.after;
    const auto from = after.empty() || other ? 0 : std::min(std::size_t(std::stoul(after)), feed_.size());
    const auto to = std::min(feed_.size(), from + pageSize);
    return {epoch,
            {feed_.begin() + std::ptrdiff_t(from), feed_.begin() + std::ptrdiff_t(to)},
            std::to_string(to),
            to < feed_.size()};
}

contract::BlobState FakeServer::stateOf(const std::string& sha256) {
    contract::BlobState state{sha256, blobs_[sha256].size, wholeBlobs.contains(sha256), {}};
    const auto pieces = (state.size + contract::blobPieceSize - 1) / contract::blobPieceSize;
    for (int piece = 0; piece < pieces && !state.complete; ++piece)
        if (!blobs_[sha256].pieces.contains(piece))
            state.missing.push_back(piece);
    state.held = std::int64_t(blobs_[sha256].part.size());
    return state;
}

void FakeServer::keepPart(const std::string& sha256, const base::Bytes& part) {
    blobs_[sha256].part = part;
}

contract::BlobState FakeServer::announce(const std::string& sha256, std::int64_t size) {
    blobs_[sha256].size = size;
    return stateOf(sha256);
}

contract::BlobState FakeServer::put(const std::string& sha256, int piece, std::int64_t from,
                                    const base::Bytes& rest) {
    auto& blob = blobs_[sha256];
    blob.pieces[piece] = std::exchange(blob.part, {});
    blob.pieces[piece].resize(std::size_t(from));
    blob.pieces[piece].insert(blob.pieces[piece].end(), rest.begin(), rest.end());
    received += rest.size();
    if (stateOf(sha256).missing.empty()) {
        base::Bytes whole;
        for (const auto& [index, part] : blobs_[sha256].pieces)
            whole.insert(whole.end(), part.begin(), part.end());
        wholeBlobs[sha256] = whole;
    }
    return stateOf(sha256);
}

} // namespace vienlogs::test
