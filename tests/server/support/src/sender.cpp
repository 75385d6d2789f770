// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/testkit/sender.h"

#include <chrono>
#include <stdexcept>
#include <thread>

#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::testkit {

namespace {

using namespace std::chrono_literals;
constexpr auto pause = 20ms;
constexpr auto patience = 60s;

} // namespace

Sender::Sender(const ServerFixture& server, std::string device, std::vector<std::string> addresses,
               std::size_t first)
    : server_(server), device_(std::move(device)), addresses_(std::move(addresses)), at_(first),
      desk_(device_), id_(desk_.newId()) {}

void Sender::next() {
    line_.reset();
    at_ = (at_ + 1) % addresses_.size();
    std::this_thread::sleep_for(pause);
}

bool Sender::logIn() {
    if (!line_)
        line_ = std::make_unique<TlsClient>(addresses_[at_], server_.deviceFolder(device_));
    if (!session_.empty())
        return true;
    try {
        session_ = server_.session(*line_, server_.clerk);
        return true;
    } catch (const std::runtime_error&) { // No server, or one that cannot log in now.
        return false;
    }
}

HttpAnswer Sender::ask(const std::string& method, const std::string& target, const std::string& body) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        HttpAnswer answer;
        if (logIn())
            answer = line_->ask(method, target, session_, body);
        if (answer.status == 401)
            session_.clear();
        else if (answer.status != 0 && answer.status < 500)
            return answer;
        if (answer.status >= 500) {
            problems_.push_back(codeOf(answer));
            if (onProblem)
                onProblem(problems_.back());
        }
        if (std::chrono::steady_clock::now() > deadline)
            return answer;
        next();
    }
}

bool Sender::send(const std::vector<domain::cases::Command>& batch) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline) {
        const auto answer = ask("POST", "/v1/commands:batch", contract::encode(batch));
        const auto results = contract::decode<std::vector<contract::CommandResult>>(answer.body);
        if (!results)
            return false;
        bool waits = false;
        for (const auto& result : *results) {
            if (result.status == contract::CommandStatus::Rejected ||
                result.status == contract::CommandStatus::Conflict)
                return false;
            waits = waits || result.status == contract::CommandStatus::InFlight;
        }
        if (!waits)
            return true;
        std::this_thread::sleep_for(pause);
    }
    return false;
}

void Sender::sendCase(int versions, std::size_t size) {
    for (; versions_ < versions; ++versions_) {
        const auto command =
            versions_ == 0
                ? desk_.openCase(id_)
                : desk_.make(id_, domain::cases::SaveAnswers{"{\"n\":\"" + std::to_string(versions_) +
                                                             std::string(size, 'x') + "\"}"});
        if (!send({command}))
            throw std::runtime_error("command " + std::to_string(versions_) + " of " + device_);
    }
}

bool Sender::upload(const std::string& sha256, const std::string& scan) {
    constexpr auto pieceSize = static_cast<std::size_t>(contract::blobPieceSize);
    const auto announcement = R"({"sha256":")" + sha256 + R"(","size":)" + std::to_string(scan.size()) + "}";
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline) {
        auto state = contract::decode<contract::BlobState>(ask("POST", "/v1/blobs", announcement).body);
        while (state && !state->complete && !state->missing.empty()) {
            const auto piece = static_cast<std::size_t>(state->missing.front());
            const auto target = "/v1/blobs/" + sha256 + "/pieces/" + std::to_string(piece);
            const auto answer = ask("PUT", target, scan.substr(piece * pieceSize, pieceSize));
            state = contract::decode<contract::BlobState>(answer.body);
        }
        if (state && state->complete)
            return true;
    }
    return false;
}

void Sender::sendScan(const std::string& scan) {
    const auto sha256 = digest::toHex(digest::sha256(scan));
    using Document = domain::cases::Document;
    const Document document{
        Document::Kind::SignedScan, sha256, "Scan", "image/png", static_cast<std::int64_t>(scan.size()), 1};
    if (!upload(sha256, scan) || !send({desk_.make(id_, domain::cases::AttachDocument{document})}))
        throw std::runtime_error("a scan of " + device_);
    ++versions_;
}

std::string Sender::fault() {
    const auto answer = ask("GET", "/v1/cases/" + id_.toString());
    const auto found = contract::decode<domain::cases::Case>(answer.body);
    if (!found)
        return device_ + ": " + std::to_string(answer.status) + " " + codeOf(answer);
    if (found->version != versions_ || static_cast<int>(found->history.size()) != versions_)
        return device_ + ": version " + std::to_string(found->version) + " of " + std::to_string(versions_);
    return {};
}

} // namespace vienlogs::testkit
