// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "server.h"
#include "vienlogs/ports/api_client.h"
#include "vienlogs/ports/net_failures.h"

namespace vienlogs::simulation {

/// How bad a line is.
struct LineQuality {
    bool cut = false;
    std::uint32_t lossPercent = 0;      ///< Of requests, and of answers.
    std::uint32_t duplicatePercent = 0; ///< Requests that arrive once more, much later.
    std::uint32_t delayMs = 20;         ///< At most, each way.
    std::uint32_t shortPercent = 0;     ///< Of which only the beginning comes: requests, pieces, answers.
};

/// The line between one desk and the server: every call becomes messages that are late, lost, doubled, cut
/// short or out of order.
class Line final : public ports::ApiClient {
public:
    Line(Machine& desk, Server& server, std::string device);

    LineQuality quality;

    void postCommands(const std::vector<domain::cases::Command>& commands,
                      Done<std::vector<contract::CommandResult>> done) override;
    void changes(const std::string& scope, const ports::FeedCursor& cursor, int waitSeconds,
                 Done<contract::ChangesPage> done) override;
    void announceBlob(const std::string& sha256, std::int64_t size, Done<contract::BlobState> done) override;
    void putBlobPiece(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest,
                      Done<contract::BlobState> done) override;
    void referenceManifest(Done<contract::ReferenceManifest> done) override;
    // What synchronisation does not call.
    void requestChallenge(Done<contract::LoginChallenge> done) override { refuse(std::move(done)); }
    void login(const contract::LoginRequest&, Done<contract::Session> done) override {
        refuse(std::move(done));
    }
    void logout(Done<void> done) override { refuse(std::move(done)); }
    void getBlob(const std::string&, Done<base::Bytes> done) override { refuse(std::move(done)); }
    void referenceItem(const std::string&, Done<std::string> done) override { refuse(std::move(done)); }
    void queryRegister(const contract::RegisterRequest&, Done<contract::RegisterAnswer> done) override {
        refuse(std::move(done));
    }
    void registerHealth(Done<std::vector<contract::RegisterHealth>> done) override {
        refuse(std::move(done));
    }
    void clientHistory(const base::Identifier&, const std::string&,
                       Done<std::vector<contract::HistoryEntry>> done) override {
        refuse(std::move(done));
    }
    void accessLog(const base::Identifier&, Done<std::vector<contract::AccessRecord>> done) override {
        refuse(std::move(done));
    }

private:
    /// Gives an answer of the server; at once, later, or never.
    template<typename T>
    using Reply = std::function<void(base::Result<T>)>;
    template<typename T>
    void ask(std::string what, std::function<void(Reply<T>)> atServer, Done<T> done, Milliseconds patience);
    template<typename T>
    void refuse(Done<T> done) {
        desk_.later(Milliseconds(1), [done = std::move(done)] {
            done(base::fail(ports::net::noConnection, "not part of the simulation"));
        });
    }
    void follow(server::app::ChangeFeed::Query query, Milliseconds deadline,
                const Reply<contract::ChangesPage>& reply);
    [[nodiscard]] Milliseconds delay();
    /// What comes of a message, or that it cannot be read.
    template<typename T>
    [[nodiscard]] base::Result<T> arrived(const T& message);

    Machine& desk_;
    Server& server_;
    server::app::Actor actor_;
};

} // namespace vienlogs::simulation
