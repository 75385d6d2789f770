// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include "vienlogs/ports/trust_services.h"
#include "vienlogs/test/shared_authority.h"
#include "vienlogs/test/work_folder.h"
#include "vienlogs/timestamp/failures.h"

namespace vienlogs::test {

/// One authority for all tests of a program, with a time stamp service
/// and a word on revocation by openssl's programs, whose configuration lies there, too.
inline WorkFolder& authority() {
    static struct Made {
        WorkFolder folder;
        Made() {
            placeAuthority(folder / "ca");
            folder.write("tsa.cnf", "[x]\nkeyUsage=critical,digitalSignature\n"
                                    "extendedKeyUsage=critical,timeStamping\n"
                                    "[tsa]\nserial=serial\ndigests=sha256\ndefault_policy=1.2.3.4\n"
                                    "signer_digest=sha256\naccuracy=secs:1\ness_cert_id_alg=sha256\n");
            EXPECT_TRUE(
                folder.succeeds("openssl x509 -in ca/ca.crt -out ca.pem -outform PEM && "
                                "openssl x509 -in ca.pem -out ca.der -outform DER && "
                                "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                                "-keyout tsa.key -out tsa.csr -subj '/CN=Test TSA/O=Test' && "
                                "openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca/ca.key -set_serial 77 "
                                "-days 30 -extfile tsa.cnf -extensions x -out tsa.crt && "
                                "echo 01 >serial && touch index.txt"))
                << folder.text("output");
        }
    } made;
    return made.folder;
}

/// RFC 3161 by `openssl ts`.
class OpensslTimeStamps final : public ports::TimeStamps {
public:
    base::Result<ports::TimeStampToken> stamp(const base::Bytes& data) override {
        if (away)
            return base::fail(timestamp::codes::away);
        auto& folder = authority();
        folder.write("stamped", std::string(data.begin(), data.end()));
        EXPECT_TRUE(folder.succeeds(
            "openssl ts -query -data stamped -sha256 -cert -out query.tsq && "
            "openssl ts -reply -config tsa.cnf -section tsa -queryfile query.tsq -signer tsa.crt "
            "-inkey tsa.key -out token.der -token_out"))
            << folder.text("output");
        return ports::TimeStampToken{folder.bytes("token.der"), base::SystemClock().now()};
    }
    bool away = false;
};

/// OCSP by `openssl ocsp`; what is not in the index is not known to be revoked.
class OpensslRevocation final : public ports::Revocation {
public:
    base::Result<ports::RevocationAnswer> ask(const base::Bytes& certificate, const base::Bytes&) override {
        auto& folder = authority();
        folder.write("asked.der", std::string(certificate.begin(), certificate.end()));
        EXPECT_TRUE(folder.succeeds(
            "openssl x509 -inform DER -in asked.der -out asked.pem && "
            "n=$(openssl x509 -in asked.pem -noout -serial | cut -d= -f2) && "
            "printf 'V\\t401231235959Z\\t\\t%s\\tunknown\\t/CN=asked\\n' $n >index.txt && "
            "openssl ocsp -issuer ca.pem -cert asked.pem -no_nonce -reqout asked.req && "
            "openssl ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca/ca.key -ndays 1 "
            "-reqin asked.req -respout answer.der"))
            << folder.text("output");
        ++asked;
        ports::RevocationAnswer answer;
        answer.state = state;
        answer.proof = folder.bytes("answer.der");
        answer.revokedAt = state == ports::RevocationState::Revoked
                               ? std::optional(base::SystemClock().now() - std::chrono::hours(24))
                               : std::nullopt;
        return answer;
    }
    base::Result<ports::RevocationAnswer> askAfter(const base::Bytes& certificate, const base::Bytes& issuer,
                                                   base::Timestamp) override {
        return ask(certificate, issuer);
    }
    ports::RevocationState state = ports::RevocationState::Good;
    int asked = 0;
};

} // namespace vienlogs::test
