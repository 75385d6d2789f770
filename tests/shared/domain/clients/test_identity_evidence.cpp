// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/domain/clients/identity_evidence.h"

using namespace vienlogs::domain::clients;
using vienlogs::base::Timestamp;

namespace {
const Timestamp at{std::chrono::milliseconds(1'763'900'000'000)};
const Timestamp later = at + std::chrono::minutes(5);
} // namespace

TEST(IdentityEvidence, NothingIsRoundedUp) {
    EXPECT_EQ(levelOf({}), IdentityLevel::None);
    EXPECT_EQ(levelOf({.documentSeen = at}), IdentityLevel::DocumentSeen);
    EXPECT_EQ(levelOf({.cardRead = at}), IdentityLevel::CardPresent);
    EXPECT_EQ(levelOf({.cardRead = at, .photoChecked = at}), IdentityLevel::CardPresent);
    EXPECT_EQ(levelOf({.cardRead = at, .pinProved = at}), IdentityLevel::CardPresent);
    EXPECT_EQ(levelOf({.cardRead = at, .notRevoked = at}), IdentityLevel::CertificateValid);
    EXPECT_EQ(levelOf({.cardRead = at, .notRevoked = at, .pinProved = at}), IdentityLevel::PinProved);
    EXPECT_EQ(levelOf({.notRevoked = at, .pinProved = at, .photoChecked = at}), IdentityLevel::None);
}

TEST(IdentityEvidence, ARevokedCardProvesNothing) {
    EXPECT_EQ(levelOf({.cardRead = at, .revoked = true, .pinProved = at, .photoChecked = at}),
              IdentityLevel::None);
    EXPECT_EQ(levelOf({.documentSeen = at, .cardRead = at, .notRevoked = at, .revoked = true}),
              IdentityLevel::DocumentSeen);
}

TEST(IdentityEvidence, WhatWasKnownKeepsItsTime) {
    const IdentityEvidence card{.cardRead = at};
    const auto both = joined(card, {.cardRead = later, .notRevoked = later, .saidBy = "ocsp"});
    EXPECT_EQ(both.cardRead, at);
    EXPECT_EQ(both.notRevoked, later);
    EXPECT_EQ(both.saidBy, "ocsp");
    EXPECT_EQ(joined(both, {.cardRead = later, .notRevoked = later, .saidBy = "crl"}), both);
    EXPECT_TRUE(joined({.revoked = true}, card).revoked);
}

TEST(IdentityEvidence, TheAuditSaysEachFact) {
    EXPECT_EQ(describe({.documentSeen = at}), "document");
    EXPECT_EQ(describe({.cardRead = at, .pinProved = at}), "card, not confirmed, pin");
    EXPECT_EQ(describe({.cardRead = at, .notRevoked = at, .saidBy = "ocsp", .photoChecked = at}),
              "card, ocsp " + vienlogs::base::toRfc3339(at) + ", photo");
    EXPECT_EQ(describe({.cardRead = at, .revoked = true}), "card, revoked");
}
