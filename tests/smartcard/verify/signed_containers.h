// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include "../core/direct_channel.h"
#include "../sign/openssl_services.h"
#include "container.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/test/shared_authority.h"
#include "vienlogs/verify/validator.h"
#include "zip_maker.h"

namespace vienlogs::test {

/// Containers signed by a virtual card, with time stamps and OCSP by OpenSSL's programs; and what it takes to
/// change them afterwards.
class SignedContainers : public testing::Test {
protected:
    /// One authority for all tests of this program.
    static const WorkFolder& authority() {
        static const WorkFolder only;
        placeAuthority(only.path());
        return only;
    }
    SignedContainers() : services((authority(), authority().path())) { putIn("teid2", {}); }

    void putIn(const char* profile, virtualcard::CardOrder order) {
        order.authorityDirectory = authority().path();
        auto image = virtualcard::makeCard(
            *virtualcard::profileNamed(profile),
            {"Jānis", "Bērziņš", *base::Identifier::latvianPersonalCode("010181-15098")}, order);
        virtualCard = std::make_unique<virtualcard::VirtualCard>(std::move(*image),
                                                                 [](const virtualcard::CardImage&) {});
        slot.insert(virtualCard.get());
        trust = std::make_unique<card::TrustStore>(*card::TrustStore::fromDirectory(authority().path()));
        card = *card::EidCard::open(std::make_unique<DirectChannel>(slot), *trust, clock, cache);
    }
    base::Bytes sign(sign::Level level, base::Timestamp at = base::SystemClock().now()) {
        sign::CardSigningKey key(*card, pin2);
        const auto all = services.services();
        const auto made = sign::createContainer(files, key, {at, level, &all});
        EXPECT_TRUE(made) << made.error().code.text << made.error().detail;
        EXPECT_EQ(made->level, level) << (made->notHigher ? made->notHigher->detail : "");
        return made->bytes;
    }
    verify::Trust trusting(ports::Revocation* revocation, ports::TrustedList* list = nullptr) {
        return {{derOf(authority() / "ca.crt")}, {services.folder().bytes("ca.der")}, revocation, list};
    }
    verify::SignatureReport only(const base::Bytes& container, const verify::Trust& trust,
                                 base::Timestamp at = base::SystemClock().now()) {
        const auto report = verify::Validator(trust).validate(container, at);
        EXPECT_TRUE(report) << report.error().code.text << report.error().detail;
        return report && report->signatures.size() == 1 ? report->signatures[0] : verify::SignatureReport{};
    }
    base::Bytes derOf(const std::filesystem::path& pem) {
        EXPECT_TRUE(work.succeeds("openssl x509 -in '" + pem.string() + "' -outform DER -out der"));
        return work.bytes("der");
    }
    /// The container's entries, unpacked.
    std::vector<MadeEntry> entriesOf(const base::Bytes& container) {
        auto source = verify::viewBytes(container);
        auto entries = *verify::readDirectory(*source);
        auto opened = *verify::Container::open(verify::viewBytes(container));
        std::vector<MadeEntry> made;
        for (const auto& entry : entries)
            made.push_back({entry.name, *opened.readWhole(entry, 1U << 20)});
        return made;
    }
    MadeEntry& signatureOf(std::vector<MadeEntry>& entries) {
        return *std::find_if(entries.begin(), entries.end(), [](const MadeEntry& e) {
            return e.name.find("signatures") != std::string::npos;
        });
    }
    /// The container with a text of its signature's XML replaced.
    base::Bytes replaced(const base::Bytes& container, const std::string& from, const std::string& to) {
        auto entries = entriesOf(container);
        auto& xml = signatureOf(entries).content;
        std::string text(xml.begin(), xml.end());
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos)
            text.replace(at, from.size(), to);
        xml = base::bytesOf(text);
        return ZipMaker::make(entries);
    }

    base::SystemClock clock;
    card::LayoutCache cache;
    Slot slot;
    WorkFolder work;
    OpensslServices services;
    std::unique_ptr<virtualcard::VirtualCard> virtualCard;
    std::unique_ptr<card::TrustStore> trust;
    std::unique_ptr<ports::CardSession> card;
    const base::Secret pin2{"123456"};
    const std::vector<ports::ContainerFile> files{
        {"iesniegums.pdf", "application/pdf", base::bytesOf("%PDF-1.7 an application")},
        {"Pielikums nr. 1 (š&<>).txt", "text/plain", base::bytesOf("an annex")}};
};

} // namespace vienlogs::test
