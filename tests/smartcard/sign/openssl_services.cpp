// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "openssl_services.h"

#include <gtest/gtest.h>

#include "vienlogs/timestamp/failures.h"
#include "vienlogs/timestamp/question.h"

namespace vienlogs::test {

namespace {

constexpr const char* settings = R"([tsa]
dir = .
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
[stamps]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
)";

} // namespace

OpensslServices::OpensslServices(const std::filesystem::path& cards) : cards_(cards) {
    folder_.write("settings", settings);
    folder_.write("serial", "01\n");
    const std::string newKey = "openssl ecparam -name prime256v1 -genkey -noout -out ";
    EXPECT_TRUE(folder_.succeeds(
        newKey + "ca.key && " + newKey +
        "tsa.key && "
        "openssl req -x509 -new -key ca.key -subj '/C=LV/O=Invented/CN=Stamp Root' -days 30 -config settings "
        "-extensions root -out ca.crt && "
        "openssl req -new -key tsa.key -subj '/C=LV/O=Invented/CN=Stamps' -config settings -out tsa.csr && "
        "openssl x509 -req -in tsa.csr -CA ca.crt -CAkey ca.key -set_serial 4711 -days 20 -extfile settings "
        "-extensions stamps -out tsa.crt && openssl x509 -in ca.crt -outform DER -out ca.der"))
        << folder_.text("output");
    EXPECT_TRUE(authorities_.add(folder_ / "ca.crt"));
    EXPECT_TRUE(authorities_.add(cards_ / "ca.crt"));
    stampAuthority_ = *timestamp::Authority::fromPem(folder_.text("ca.crt"), "ca.crt");
}

base::Result<ports::TimeStampToken> OpensslServices::stamp(const base::Bytes& data) {
    ++stamps;
    if (stampsAway)
        return base::fail(timestamp::codes::away);
    const auto question =
        *timestamp::Question::make(std::string_view(reinterpret_cast<const char*>(data.data()), data.size()));
    folder_.write("question", question.der());
    EXPECT_TRUE(folder_.succeeds("openssl ts -reply -config settings -section tsa -queryfile question "
                                 "-inkey tsa.key -signer tsa.crt -out answer"))
        << folder_.text("output");
    return stampAuthority_->check(question, folder_.bytes("answer"), base::SystemClock().now())
        .map([](const timestamp::Stamp& stamp) {
            return ports::TimeStampToken{stamp.token, stamp.at};
        });
}

base::Result<ports::RevocationAnswer> OpensslServices::ask(const base::Bytes& certificate,
                                                           const base::Bytes& issuer) {
    ++questions;
    if (revocationAway)
        return base::fail(timestamp::codes::away);
    folder_.write("asked.der", certificate);
    const auto home = issuer == folder_.bytes("ca.der") ? std::string(".") : cards_.string();
    const std::string state =
        revokedAt.empty() ? "V\t370101000000Z\t\t" : "R\t370101000000Z\t" + revokedAt + "\t";
    EXPECT_TRUE(folder_.succeeds(
        "openssl x509 -inform DER -in asked.der -out asked.pem && serial=$(openssl x509 -in asked.pem -noout "
        "-serial | cut -d= -f2) && printf '" +
        state +
        "%s\tunknown\t/CN=x\n' $serial > index && "
        "openssl ocsp -issuer " +
        home +
        "/ca.crt -cert asked.pem -no_nonce -reqout request && "
        "openssl ocsp -index index -CA " +
        home + "/ca.crt -rsigner " + home + "/ca.crt -rkey " + home +
        "/ca.key -ndays 1 -reqin request -respout response"))
        << folder_.text("output");
    const auto now = base::SystemClock().now();
    return ports::RevocationAnswer{
        .state = revokedAt.empty() ? ports::RevocationState::Good : ports::RevocationState::Revoked,
        .producedAt = now,
        .thisUpdate = now,
        .revokedAt = revokedAt.empty() ? std::nullopt : std::optional(now - std::chrono::hours(1)),
        .proof = folder_.bytes("response")};
}

base::Result<ports::RevocationAnswer> OpensslServices::askAfter(const base::Bytes& certificate,
                                                                const base::Bytes& issuer,
                                                                base::Timestamp notBefore) {
    askedAfter = notBefore;
    return ask(certificate, issuer);
}

} // namespace vienlogs::test
