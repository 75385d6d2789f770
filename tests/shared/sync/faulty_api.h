// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <deque>
#include <random>

#include "fake_server.h"
#include "vienlogs/ports/api_client.h"

namespace vienlogs::test {

/// What may happen to one request on its way.
enum class Fault { None, LostBefore, LostAfter, Duplicated, ArrivesLater };

/// ApiClient to a fake server over a bad line: which request meets which fault follows from the seed.
class FaultyApi final : public QObject, public ports::ApiClient {
public:
    FaultyApi(FakeServer& server, unsigned seed) : server_(server), random_(seed) {}

    /// Faults among a hundred requests; 0 for a good line.
    int faultsPerHundred = 0;
    bool cut = false;                        ///< The cable is out.
    std::optional<base::Failure> everything; ///< Given to every request.
    int asked = 0;
    std::map<std::string, std::string> referenceTexts; ///< By digest.
    std::vector<int> waits;                            ///< The wait of every question for changes.

    void requestChallenge(Done<contract::LoginChallenge>) override { std::abort(); }
    void login(const contract::LoginRequest&, Done<contract::Session>) override { std::abort(); }
    void logout(Done<void>) override { std::abort(); }
    void postCommands(const std::vector<domain::cases::Command>& commands,
                      Done<std::vector<contract::CommandResult>> done) override;
    void changes(const std::string& scope, const ports::FeedCursor& cursor, int waitSeconds,
                 Done<contract::ChangesPage> done) override;
    void announceBlob(const std::string& sha256, std::int64_t size, Done<contract::BlobState> done) override;
    void putBlobPiece(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest,
                      Done<contract::BlobState> done) override;
    void getBlob(const std::string&, Done<base::Bytes>) override { std::abort(); }
    void referenceManifest(Done<contract::ReferenceManifest> done) override;
    void referenceItem(const std::string& sha256, Done<std::string> done) override;
    void queryRegister(const contract::RegisterRequest&, Done<contract::RegisterAnswer>) override {
        std::abort();
    }
    void registerHealth(Done<std::vector<contract::RegisterHealth>>) override { std::abort(); }
    void clientHistory(const base::Identifier&, const std::string&,
                       Done<std::vector<contract::HistoryEntry>>) override {
        std::abort();
    }
    void accessLog(const base::Identifier&, Done<std::vector<contract::AccessRecord>>) override {
        std::abort();
    }

    /// Answers that are on the way for long.
    struct Slow {
        bool on = false;
        std::deque<std::function<void(bool arrives)>> held;
    };
    Slow slowPages;
    Slow slowAnswers;
    /// The first of them arrives.
    static void release(Slow& way) { end(way, true); }
    /// The line breaks under the first of them.
    static void lose(Slow& way) { end(way, false); }
    /// Requests that were held on the way arrive now, long after their senders gave up.
    void deliverLate();

private:
    static void end(Slow& way, bool arrives);
    [[nodiscard]] Fault nextFault();
    template<typename T>
    [[nodiscard]] static Done<T> slowed(Slow& way, Done<T> done);
    template<typename T>
    void ask(std::function<base::Result<T>()> atServer, Done<T> done);

    FakeServer& server_;
    std::mt19937 random_;
    std::vector<std::function<void()>> late_;
};

} // namespace vienlogs::test
