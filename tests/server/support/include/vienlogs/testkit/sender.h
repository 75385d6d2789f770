// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/testkit/server_fixture.h"

namespace vienlogs::testkit {

/// A desk that keeps sending what it has until the answer is there, as an outbox does: to whichever server
/// answers, logging in again when it must, always the same command with the same key.
class Sender {
public:
    /// One of the fixture's devices; the addresses are tried in turn, beginning with `first`.
    Sender(const ServerFixture& server, std::string device, std::vector<std::string> addresses,
           std::size_t first = 0);
    /// Begins a case and saves answers in it until it has so many versions; `size` is that of each.
    void sendCase(int versions, std::size_t size = 100);
    /// Sends a scan piece by piece, whatever ends in between, and attaches it to the case; that is a version
    /// as well.
    void sendScan(const std::string& scan);
    /// Sends one batch until it is decided; false when something of it was not accepted.
    bool send(const std::vector<domain::cases::Command>& batch);
    /// What is wrong with the case on the server, or nothing.
    [[nodiscard]] std::string fault();
    /// Called with the code of each problem (HTTP 5xx), before the next try.
    std::function<void(const std::string& code)> onProblem;
    /// Codes of the problems met on the way.
    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
    [[nodiscard]] base::Ulid caseId() const { return id_; }
    [[nodiscard]] int versions() const { return versions_; }
    /// A request in the session, sent again until a server answers it.
    [[nodiscard]] HttpAnswer ask(const std::string& method, const std::string& target,
                                 const std::string& body = {});

private:
    [[nodiscard]] bool logIn();
    [[nodiscard]] bool upload(const std::string& sha256, const std::string& scan);
    void next();

    const ServerFixture& server_;
    std::string device_;
    std::vector<std::string> addresses_;
    std::size_t at_;
    std::unique_ptr<TlsClient> line_;
    TlsClient::Headers session_;
    Desk desk_;
    base::Ulid id_;
    int versions_ = 0;
    std::vector<std::string> problems_;
};

} // namespace vienlogs::testkit
