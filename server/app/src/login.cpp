// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/login.h"

#include "random.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

using namespace std::chrono_literals;
constexpr auto challengeLife = 2min;
constexpr std::size_t challengeSize = 48;

/// A name that we gave, or nothing: what else a device writes there is not for the audit.
std::string idIn(const std::string& text) {
    return base::Ulid::parse(text) ? text : std::string();
}

base::Result<CardProof> proofOf(const contract::LoginRequest& request) {
    auto certificate = base::fromBase64(request.certificate);
    auto signature = base::fromBase64(request.signature);
    if (!certificate || !signature)
        return base::fail(base::codes::invalidArgument, "base 64 of a login");
    return CardProof{std::move(*certificate), request.algorithm, std::move(*signature)};
}

std::string reasonOf(const ports::RevocationAnswer& answer) {
    return answer.reason.empty() ? "unspecified" : answer.reason; // RFC 5280 section 5.3.1
}

/// What an accepted login's record says of the card.
std::string acceptedBy(CardStatus::State state) {
    return state == CardStatus::State::NotConfirmed ? "accepted, card status not confirmed" : "accepted";
}

} // namespace

base::Result<contract::LoginChallenge> Login::challenge(const store::Device& device) const {
    auto bytes = randomBytes(challengeSize);
    if (!bytes)
        return base::fail(bytes.error());
    const store::Challenge challenge{base::Ulid::make(clock_).toString(), device.name, *bytes,
                                     clock_.now() + challengeLife, false};
    const auto kept =
        store_.write([&](store::Transaction& t) { return t.sessions().addChallenge(challenge); });
    if (!kept)
        return base::fail(kept.error());
    return contract::LoginChallenge{challenge.id, base::toBase64(*bytes), challenge.expiresAt};
}

base::Result<void> Login::consume(store::Transaction& transaction, const store::Device& device,
                                  const std::string& id, base::Bytes& bytes) const {
    const auto found = transaction.sessions().challenge(id);
    if (!found)
        return base::fail(found.error());
    if (!*found || (*found)->device != device.name || (*found)->expiresAt < clock_.now())
        return base::fail(codes::challengeExpired);
    if ((*found)->used)
        return base::fail(codes::challengeUsed);
    bytes = (*found)->bytes;
    return transaction.sessions().markChallengeUsed(id);
}

base::Result<store::Clerk> Login::clerkOf(store::Transaction& transaction, const store::Device& device,
                                          const contract::LoginRequest& request) const {
    base::Bytes challenge;
    if (const auto used = consume(transaction, device, request.challengeId, challenge); !used)
        return base::fail(used.error());
    const auto proof = proofOf(request);
    if (!proof)
        return base::fail(proof.error());
    auto message = base::bytesOf("vienlogs-login\n" + request.place + "\n");
    message.insert(message.end(), challenge.begin(), challenge.end());
    const auto holder = trust_.holderOf(*proof, message);
    if (!holder)
        return base::fail(holder.error());
    const auto clerk = transaction.directory().clerkByIdentifier(*holder);
    if (!clerk)
        return base::fail(clerk.error());
    if (!*clerk)
        return base::fail(codes::clerkUnknown);
    if (request.place != device.place)
        return base::fail(codes::wrongPlace);
    return Sessions::checkAdmission(**clerk, device).map([&] { return **clerk; });
}

base::Result<contract::Session> Login::begin(const store::Device& device,
                                             const contract::LoginRequest& request) const {
    base::Result<contract::Session> outcome = base::fail(base::codes::internal);
    // Before the transaction, for this may wait. What fails here fails again inside, where it is audited.
    const auto card = base::fromBase64(request.certificate);
    const auto status = card ? status_.of(*card) : base::fail(base::codes::invalidArgument);
    // A refused login is committed too: its challenge is used up and the audit has it.
    const auto written = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        AuditEntry entry{.what = "login",
                         .place = device.place,
                         .device = device.name,
                         .object = idIn(request.challengeId)};
        auto clerk = clerkOf(t, device, request);
        if (clerk && !status)
            clerk = base::fail(status.error());
        if (clerk && status->state == CardStatus::State::Revoked)
            clerk = base::fail(codes::cardRevoked, "revoked", reasonOf(*status->answer));
        if (!clerk) {
            if (clerk.error().code.text.starts_with("VL-STORE"))
                return base::fail(clerk.error());
            outcome = base::fail(clerk.error());
            entry.result = std::string(clerk.error().code.text);
            return audit_.append(t, entry);
        }
        entry.clerk = clerk->id;
        entry.clerkName = clerk->name;
        entry.institution = clerk->institution;
        entry.subject = clerk->identifier.toString();
        entry.result = acceptedBy(status->state);
        outcome = sessions_.open(t, device, *clerk, "card");
        return outcome ? audit_.append(t, entry) : base::fail(outcome.error());
    });
    if (!written)
        return base::fail(written.error());
    return outcome;
}

} // namespace vienlogs::server::app
