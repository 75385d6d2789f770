// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include "../core/direct_channel.h"
#include "openssl_answers.h"
#include "pdf_files.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/pdf/signer.h"

namespace vienlogs::test {

/// A virtual card of a person, spoken to without a reader, and what signing needs.
class SigningFixture {
public:
    /// The card's certificates name `trustUrl` for word on revocation.
    explicit SigningFixture(const char* profile = "teid2", const std::string& trustUrl = {}) {
        auto image = virtualcard::makeCard(
            *virtualcard::profileNamed(profile),
            {"Jānis", "Bērziņš-Šķēle", *base::Identifier::latvianPersonalCode("010181-15098")},
            {.authorityDirectory = authority() / "ca", .trustUrl = trustUrl});
        virtualCard = std::make_unique<virtualcard::VirtualCard>(std::move(*image),
                                                                 [](const virtualcard::CardImage&) {});
        slot.insert(virtualCard.get());
        trust = std::make_unique<card::TrustStore>(*card::TrustStore::fromDirectory(authority() / "ca"));
        card = *card::EidCard::open(std::make_unique<DirectChannel>(slot), *trust, clock, cache);
        key = std::make_unique<sign::CardSigningKey>(*card, pin2);
        options.signedAt = clock.now();
        options.utcOffset = std::chrono::hours(2);
        options.issuers = {authority().bytes("ca.der")};
    }
    /// The file with what signing appends to it; fails the test when it cannot be signed.
    std::string sign(const std::string& pdf) {
        const pdf::MemorySource source(pdf);
        const auto more = signer.sign(*key, source, options);
        EXPECT_TRUE(more) << more.error().code.text << " " << more.error().detail;
        if (more)
            outcome = *more;
        return more ? pdf + more->appended : pdf;
    }
    base::FailureCode refusal(const std::string& pdf) {
        const pdf::MemorySource source(pdf);
        const auto more = signer.sign(*key, source, options);
        return more ? base::FailureCode{} : more.error().code;
    }

    base::SystemClock clock;
    card::LayoutCache cache;
    Slot slot;
    std::unique_ptr<virtualcard::VirtualCard> virtualCard;
    std::unique_ptr<card::TrustStore> trust;
    std::unique_ptr<ports::CardSession> card;
    const base::Secret pin2{"123456"};
    std::unique_ptr<sign::CardSigningKey> key;
    OpensslTimeStamps timeStamps;
    OpensslRevocation revocation;
    pdf::PdfSigner signer{&timeStamps, &revocation};
    pdf::SignOptions options;
    pdf::Signed outcome; ///< Of the last sign().
    WorkFolder folder;
};

} // namespace vienlogs::test
