// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "faulty_api.h"

#include "vienlogs/ports/net_failures.h"

namespace vienlogs::test {

Fault FaultyApi::nextFault() {
    if (cut)
        return Fault::LostBefore;
    if (int(random_() % 100) >= faultsPerHundred)
        return Fault::None;
    return static_cast<Fault>(1 + random_() % 4);
}

void FaultyApi::deliverLate() {
    for (const auto& request : std::exchange(late_, {}))
        request();
}

template<typename T>
void FaultyApi::ask(std::function<base::Result<T>()> atServer, Done<T> done) {
    ++asked;
    const auto fault = nextFault();
    base::Result<T> answer = base::fail(ports::net::noConnection, "fault");
    if (everything)
        answer = base::fail(*everything);
    else if (fault == Fault::ArrivesLater)
        late_.push_back([atServer] { static_cast<void>(atServer()); });
    else if (fault != Fault::LostBefore) {
        if (fault == Fault::Duplicated)
            static_cast<void>(atServer());
        auto real = atServer();
        if (fault != Fault::LostAfter)
            answer = std::move(real);
    }
    if (!late_.empty() && random_() % 3 == 0)
        deliverLate();
    QMetaObject::invokeMethod(
        this, [done = std::move(done), answer = std::move(answer)]() mutable { done(std::move(answer)); },
        Qt::QueuedConnection);
}

void FaultyApi::end(Slow& way, bool arrives) {
    const auto next = std::move(way.held.front());
    way.held.pop_front();
    next(arrives);
}

template<typename T>
FaultyApi::Done<T> FaultyApi::slowed(Slow& way, Done<T> done) {
    return [&way, done = std::move(done)](base::Result<T> answer) {
        if (!way.on)
            return done(std::move(answer));
        way.held.push_back([done, answer = std::move(answer)](bool arrives) {
            done(arrives ? answer : base::fail(ports::net::noConnection, "broken"));
        });
    };
}

void FaultyApi::postCommands(const std::vector<domain::cases::Command>& commands,
                             Done<std::vector<contract::CommandResult>> done) {
    using Results = std::vector<contract::CommandResult>;
    ask<Results>([this, commands] { return base::Result<Results>(server_.take(commands)); },
                 slowed(slowAnswers, std::move(done)));
}

void FaultyApi::changes(const std::string&, const ports::FeedCursor& cursor, int waitSeconds,
                        Done<contract::ChangesPage> done) {
    waits.push_back(waitSeconds);
    ask<contract::ChangesPage>(
        [this, cursor] { return base::Result<contract::ChangesPage>(server_.changes(cursor)); },
        slowed(slowPages, std::move(done)));
}

void FaultyApi::announceBlob(const std::string& sha256, std::int64_t size, Done<contract::BlobState> done) {
    ask<contract::BlobState>(
        [this, sha256, size] { return base::Result<contract::BlobState>(server_.announce(sha256, size)); },
        std::move(done));
}

void FaultyApi::putBlobPiece(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest,
                             Done<contract::BlobState> done) {
    ask<contract::BlobState>(
        [this, sha256, piece, from, rest] {
            return base::Result<contract::BlobState>(server_.put(sha256, piece, from, rest));
        },
        std::move(done));
}

void FaultyApi::referenceManifest(Done<contract::ReferenceManifest> done) {
    using contract::ReferenceManifest;
    ask<ReferenceManifest>(
        [this] {
            return base::Result<ReferenceManifest>(
                ReferenceManifest{server_.referenceVersion, server_.referenceItems});
        },
        std::move(done));
}

void FaultyApi::referenceItem(const std::string& sha256, Done<std::string> done) {
    ask<std::string>([this, sha256] { return base::Result<std::string>(referenceTexts.at(sha256)); },
                     std::move(done));
}

} // namespace vienlogs::test
