// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/federated_login.h"

#include <algorithm>
#include <charconv>

#include "random.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/second_factor.h"

namespace vienlogs::server::app {

namespace {

using namespace std::chrono_literals;
constexpr auto loginLife = 5min;
constexpr std::size_t randomSize = 32;
constexpr std::size_t longestRedirect = 200;

/// RFC 8252 section 7.3: the desk's own machine, any port, a plain path.
bool leadsToTheDesk(const std::string& uri) {
    constexpr std::string_view home = "http://127.0.0.1:";
    if (!uri.starts_with(home) || uri.size() > longestRedirect)
        return false;
    std::uint16_t port = 0;
    const auto [path, error] = std::from_chars(uri.data() + home.size(), uri.data() + uri.size(), port);
    return error == std::errc() && port > 0 && path != uri.data() + uri.size() && *path == '/' &&
           std::all_of(path, uri.data() + uri.size(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '/' || c == '-' || c == '_';
           });
}

/// Base 64 for URLs without padding (RFC 4648 section 5).
std::string challengeOf(const std::string& verifier) {
    const auto digest = digest::sha256(verifier);
    auto text = base::toBase64({digest.begin(), digest.end()});
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text.substr(0, text.find('='));
}

base::Result<std::string> randomText() {
    return randomBytes(randomSize).map([](const auto& bytes) { return base::toHex(bytes); });
}

bool isOfTheStore(const base::Failure& failure) {
    return failure.code.text.starts_with("VL-STORE") || failure.code.text.starts_with("VL-BASE");
}

} // namespace

std::vector<contract::LoginIssuer> FederatedLogin::issuers() const {
    std::vector<contract::LoginIssuer> known;
    for (const auto& issuer : issuers_)
        known.push_back({issuer.id, issuer.name});
    return known;
}

IssuerPort* FederatedLogin::issuerOf(const std::string& id) const {
    for (const auto& issuer : issuers_)
        if (issuer.id == id || (id.empty() && issuers_.size() == 1))
            return issuer.port.get();
    return nullptr;
}

base::Result<contract::FederatedChallenge>
FederatedLogin::begin(const store::Device& device, const contract::FederatedBegin& request) const {
    auto* const issuer = issuerOf(request.issuer);
    if (!issuer)
        return base::fail(codes::issuerNone);
    if (!leadsToTheDesk(request.redirectUri))
        return base::fail(base::codes::invalidArgument, "redirectUri");
    const auto state = randomText();
    const auto nonce = randomText();
    const auto verifier = randomText();
    if (!state || !nonce || !verifier)
        return base::fail(base::codes::internal, "random bytes");
    const auto url = issuer->authorizationUrl({*state, *nonce, challengeOf(*verifier), request.redirectUri});
    if (!url)
        return base::fail(url.error());
    const store::FederatedLogin login{base::Ulid::make(clock_).toString(),
                                      device.name,
                                      *state,
                                      *nonce,
                                      *verifier,
                                      request.redirectUri,
                                      clock_.now() + loginLife,
                                      false,
                                      request.issuer,
                                      {}};
    const auto kept = store_.write([&](store::Transaction& t) { return t.factors().addFederated(login); });
    if (!kept)
        return base::fail(kept.error());
    return contract::FederatedChallenge{login.id, *url, login.expiresAt};
}

base::Result<store::FederatedLogin>
FederatedLogin::consume(const store::Device& device, const contract::FederatedLoginRequest& request) const {
    base::Result<store::FederatedLogin> outcome = base::fail(codes::challengeExpired);
    const auto written = store_.write([&](store::Transaction& t) -> base::Result<void> {
        const auto login = t.factors().federated(request.id);
        if (!login)
            return base::fail(login.error());
        if (!*login || (*login)->device != device.name || (*login)->expiresAt < clock_.now())
            outcome = base::fail(codes::challengeExpired);
        else if ((*login)->used && (*login)->subject.empty())
            outcome = base::fail(codes::challengeUsed);
        else if ((*login)->state != request.state)
            outcome = base::fail(codes::issuerWrong, "state"); // And used up: nobody may try states.
        else
            outcome = **login;
        if (!*login || (*login)->device != device.name)
            return {};
        return t.factors().markFederatedUsed(request.id).and_then([&] {
            return t.factors().keepFederatedSubject(request.id, {});
        });
    });
    if (!written)
        return base::fail(written.error());
    return outcome;
}

base::Result<IssuerClaims> FederatedLogin::claimsOf(const store::Device& device,
                                                    const contract::FederatedLoginRequest& request) const {
    if (issuers_.empty())
        return base::fail(codes::issuerNone);
    if (request.place != device.place)
        return base::fail(codes::wrongPlace);
    const auto login = consume(device, request);
    if (!login)
        return base::fail(login.error());
    if (!login->subject.empty()) // The issuer has said so before; its code is good only once.
        return IssuerClaims{login->subject, login->nonce};
    auto* const issuer = issuerOf(login->issuer);
    if (!issuer)
        return base::fail(codes::issuerNone);
    auto claims = issuer->redeem(request.code, login->verifier, login->redirect);
    if (claims && claims->nonce != login->nonce)
        return base::fail(codes::issuerWrong, "nonce");
    return claims;
}

base::Result<contract::Session> FederatedLogin::admit(store::Transaction& transaction,
                                                      const store::Device& device,
                                                      const contract::FederatedLoginRequest& request,
                                                      const IssuerClaims& claims, AuditEntry& entry) const {
    const auto clerk = transaction.directory().clerkBySubject(claims.subject);
    if (!clerk)
        return base::fail(clerk.error());
    if (!*clerk)
        return base::fail(codes::clerkUnknown);
    entry.clerk = (*clerk)->id;
    entry.clerkName = (*clerk)->name;
    entry.institution = (*clerk)->institution;
    entry.subject = (*clerk)->identifier.toString();
    return Sessions::checkAdmission(**clerk, device)
        .and_then([&] { return useCode(transaction, (*clerk)->id, request.secondFactor, clock_.now()); })
        .and_then([&] { return sessions_.open(transaction, device, **clerk, "federated"); });
}

base::Result<contract::Session> FederatedLogin::finish(const store::Device& device,
                                                       const contract::FederatedLoginRequest& request) const {
    // The issuer is asked outside any transaction: it may take seconds.
    const auto claims = claimsOf(device, request);
    if (!claims && isOfTheStore(claims.error()))
        return base::fail(claims.error());
    base::Result<contract::Session> outcome = base::fail(base::codes::internal);
    const auto written = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        AuditEntry entry{.what = "login.federated",
                         .place = device.place,
                         .device = device.name,
                         .object = base::Ulid::parse(request.id) ? request.id : std::string()};
        outcome = claims ? admit(t, device, request, *claims, entry)
                         : base::Result<contract::Session>(base::fail(claims.error()));
        if (!outcome && isOfTheStore(outcome.error()))
            return base::fail(outcome.error());
        if (claims && !outcome && outcome.error().code == codes::factorWrong)
            if (const auto kept = t.factors().keepFederatedSubject(request.id, claims->subject); !kept)
                return kept;
        entry.result = outcome ? "accepted" : std::string(outcome.error().code.text);
        return audit_.append(t, entry);
    });
    if (!written)
        return base::fail(written.error());
    return outcome;
}

} // namespace vienlogs::server::app
