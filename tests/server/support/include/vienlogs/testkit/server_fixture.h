// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/ulid.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/domain/cases/commands.h"
#include "vienlogs/testkit/card_ca.h"
#include "vienlogs/testkit/process.h"
#include "vienlogs/testkit/tls_client.h"

namespace vienlogs::testkit {

/// A data folder made by vienlogs-admin and a vienlogs-server on it, both the real programs. Place CES,
/// device ces-01; the office CESP with office-01; clerk K-0001, auditor A-0001, administrator P-0001, each
/// with a card.
class ServerFixture {
public:
    /// The data folder is a copy of one that is made once a test program, unless an own authority is wanted.
    enum class Authority { Shared, Own };
    explicit ServerFixture(Authority authority = Authority::Shared);
    ~ServerFixture();
    ServerFixture(const ServerFixture&) = delete;
    ServerFixture& operator=(const ServerFixture&) = delete;

    /// Runs vienlogs-admin; its exit code.
    int admin(std::vector<std::string> words) const;
    void addDevice(const std::string& name, const std::string& place) const;
    void start(std::vector<std::string> more = {});
    /// SIGTERM and its exit code.
    int stop();
    /// SIGTERM alone; stop() or wait() ends it.
    void terminate() const;
    int wait();
    [[nodiscard]] const Process& process() const { return *server_; }
    /// Memory that the server holds now, in kB.
    [[nodiscard]] long memory() const { return server_->status("VmRSS"); }
    [[nodiscard]] long threads() const { return server_->status("Threads"); }
    void kill();

    [[nodiscard]] TlsClient connect(const std::string& device = "ces-01") const {
        return TlsClient(address, deviceFolder(device));
    }
    [[nodiscard]] std::filesystem::path deviceFolder(const std::string& device) const {
        return folder / "devices" / device;
    }
    /// The whole login request for a challenge of this client.
    [[nodiscard]] contract::LoginRequest loginFor(TlsClient& client, const Card& card,
                                                  const std::string& place = "CES") const;
    [[nodiscard]] HttpAnswer login(TlsClient& client, const Card& card,
                                   const std::string& place = "CES") const;
    /// Headers with the token of a good login.
    [[nodiscard]] TlsClient::Headers session(TlsClient& client, const Card& card,
                                             const std::string& place = "CES") const;
    /// The log that the server has written so far; complete after stop().
    [[nodiscard]] std::string log() const;

    std::filesystem::path folder;
    std::filesystem::path data;
    std::vector<std::string> launcher; ///< Comes before the server's command line; must become the server.
    CardCa cards;
    Card clerk;
    Card auditor;
    Card administrator;
    std::string address;

private:
    void prepare() const;
    std::unique_ptr<Process> server_;
    bool moved_ = false; ///< To PostgreSQL, when VIENLOGS_TEST_STORE=postgresql asks for it.
};

/// Numbers the commands of one device as its outbox would.
class Desk {
public:
    explicit Desk(std::string device, std::string clerk = "K-0001", std::string place = "CES")
        : device_(std::move(device)), clerk_(std::move(clerk)), place_(std::move(place)) {}
    [[nodiscard]] domain::cases::Command make(base::Ulid stream, domain::cases::CommandBody body);
    [[nodiscard]] base::Ulid newId() const;
    /// A case that is begun for a client.
    [[nodiscard]] domain::cases::Command openCase(base::Ulid id);

private:
    std::string device_;
    std::string clerk_;
    std::string place_;
    std::int64_t sequence_ = 0;
};

[[nodiscard]] std::string codeOf(const HttpAnswer& answer);

} // namespace vienlogs::testkit
