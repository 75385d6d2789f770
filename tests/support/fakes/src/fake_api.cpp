// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/fakes/fake_api.h"

#include <QTimer>

#include "vienlogs/workflows/login.h"

namespace vienlogs::fakes {

namespace {

constexpr base::FailureCode noConnection{"VL-NET-0001"};
constexpr base::FailureCode factorWrong{"VL-AUTH-0004"};
constexpr base::FailureCode refused{"VL-SRV-0001"};

} // namespace

FakeApi::FakeApi() = default;

template<typename T>
void FakeApi::answer(Done<T> done, base::Result<T> value) {
    if (!connected_)
        value = base::fail(noConnection);
    QTimer::singleShot(delay_, this, [done = std::move(done), value = std::move(value)] { done(value); });
}

void FakeApi::requestChallenge(Done<contract::LoginChallenge> done) {
    const auto id = std::to_string(challenges_.size() + 1);
    challenges_.insert(id);
    answer<contract::LoginChallenge>(
        std::move(done),
        contract::LoginChallenge{.id = id, .challenge = base::toBase64(base::bytesOf("random " + id))});
}

void FakeApi::login(const contract::LoginRequest& request, Done<contract::Session> done) {
    const auto certificate = base::fromBase64(request.certificate).value_or(base::Bytes());
    const auto clerk = clerks_.find(std::string(certificate.begin(), certificate.end()));
    const auto expected =
        workflows::loginBytes(request.place, base::toBase64(base::bytesOf("random " + request.challengeId)));
    if (clerk == clerks_.end() || base::fromBase64(request.signature) != *expected) {
        answer<contract::Session>(std::move(done), base::fail(refused));
        return;
    }
    answer<contract::Session>(std::move(done), contract::Session{.token = "token",
                                                                 .clerkId = clerk->second.id,
                                                                 .clerkName = clerk->second.name,
                                                                 .roles = {"clerk"},
                                                                 .place = request.place,
                                                                 .placeName = "Cēsu VPVKAC",
                                                                 .device = "CES01"});
}

void FakeApi::loginIssuers(Done<std::vector<contract::LoginIssuer>> done) {
    answer<std::vector<contract::LoginIssuer>>(std::move(done), issuers);
}

void FakeApi::requestFederated(const contract::FederatedBegin&, Done<contract::FederatedChallenge> done) {
    answer<contract::FederatedChallenge>(
        std::move(done), contract::FederatedChallenge{.id = "1", .authorizationUrl = issuerPage});
}

void FakeApi::loginFederated(const contract::FederatedLoginRequest& request, Done<contract::Session> done) {
    base::Result<contract::Session> session = contract::Session{.token = "token",
                                                                .clerkId = accountClerk,
                                                                .clerkName = "Ilze Liepa",
                                                                .roles = {"clerk"},
                                                                .place = request.place,
                                                                .placeName = "Cēsu VPVKAC",
                                                                .device = "CES01"};
    if (accountFailure)
        session = base::fail(*accountFailure);
    else if (request.secondFactor != "123456")
        session = base::fail(factorWrong);
    answer<contract::Session>(std::move(done), session);
}

void FakeApi::logout(Done<void> done) {
    answer<void>(std::move(done), {});
}

void FakeApi::postCommands(const std::vector<domain::cases::Command>&,
                           Done<std::vector<contract::CommandResult>> done) {
    answer<std::vector<contract::CommandResult>>(std::move(done), std::vector<contract::CommandResult>());
}

void FakeApi::changes(const std::string&, const ports::FeedCursor&, int, Done<contract::ChangesPage> done) {
    answer<contract::ChangesPage>(std::move(done), contract::ChangesPage{});
}

void FakeApi::announceBlob(const std::string&, std::int64_t, Done<contract::BlobState> done) {
    answer<contract::BlobState>(std::move(done), contract::BlobState{});
}

void FakeApi::putBlobPiece(const std::string&, int, std::int64_t, const base::Bytes&,
                           Done<contract::BlobState> done) {
    answer<contract::BlobState>(std::move(done), contract::BlobState{});
}

void FakeApi::getBlob(const std::string&, Done<base::Bytes> done) {
    answer<base::Bytes>(std::move(done), base::Bytes());
}

void FakeApi::referenceManifest(Done<contract::ReferenceManifest> done) {
    answer<contract::ReferenceManifest>(std::move(done), contract::ReferenceManifest{});
}

void FakeApi::referenceItem(const std::string&, Done<std::string> done) {
    answer<std::string>(std::move(done), std::string());
}

void FakeApi::queryRegister(const contract::RegisterRequest& request, Done<contract::RegisterAnswer> done) {
    queries_.push_back(request);
    auto known = registers_.find(request.registerId + "." + request.operation);
    if (known == registers_.end())
        known = registers_.find(request.registerId);
    contract::RegisterAnswer said{.registerId = request.registerId,
                                  .source = "Register " + request.registerId,
                                  .state = known == registers_.end() ? "down" : known->second.state,
                                  .asOf = base::SystemClock().now(),
                                  .dataJson = known == registers_.end() ? "null" : known->second.dataJson,
                                  .problem =
                                      known == registers_.end() ? std::nullopt : known->second.problem};
    answer<contract::RegisterAnswer>(std::move(done), std::move(said));
}

void FakeApi::registerHealth(Done<std::vector<contract::RegisterHealth>> done) {
    answer<std::vector<contract::RegisterHealth>>(std::move(done), std::vector<contract::RegisterHealth>());
}

void FakeApi::clientHistory(const base::Identifier&, const std::string&,
                            Done<std::vector<contract::HistoryEntry>> done) {
    answer<std::vector<contract::HistoryEntry>>(std::move(done), history_);
}

void FakeApi::accessLog(const base::Identifier&, Done<std::vector<contract::AccessRecord>> done) {
    answer<std::vector<contract::AccessRecord>>(std::move(done), std::vector<contract::AccessRecord>());
}

void FakeApi::addClerk(const base::Identifier& person, const std::string& id, const std::string& name) {
    clerks_[person.toString()] = {id, name};
}

void FakeApi::setRegister(const std::string& id, const std::string& state, const std::string& dataJson,
                          std::optional<contract::Problem> problem) {
    registers_[id] = {state, dataJson, std::move(problem)};
}

} // namespace vienlogs::fakes
