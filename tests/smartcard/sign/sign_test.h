// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include "../core/direct_channel.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/sign/asice_signer.h"
#include "vienlogs/sign/failures.h"
#include "vienlogs/test/shared_authority.h"
#include "vienlogs/test/work_folder.h"

namespace vienlogs::test {

/// One authority of cards for all tests of this program.
inline const std::filesystem::path& cardAuthority() {
    static const WorkFolder only;
    placeAuthority(only.path());
    return only.path();
}

/// Two people with a card each in front of one reader; the first one's lies in it.
class SignTest : public testing::TestWithParam<const char*> {
protected:
    SignTest() {
        janis = person("Jānis", "Bērziņš", "010181-15098");
        ilze = person("Ilze", "Kalniņa", "161175-19997");
        trust = std::make_unique<card::TrustStore>(*card::TrustStore::fromDirectory(cardAuthority()));
        card = insert(*janis);
    }

    /// Keys are made once for all tests of this program; each test has the card with all its tries.
    std::unique_ptr<virtualcard::VirtualCard> person(const char* given, const char* family,
                                                     const char* code) {
        static const WorkFolder made;
        const auto profile = *virtualcard::profileNamed(GetParam());
        const virtualcard::Person holder{given, family, *base::Identifier::latvianPersonalCode(code)};
        const auto file = made / (std::string(GetParam()) + code);
        if (!std::filesystem::exists(file)) {
            const auto image =
                virtualcard::makeCard(profile, holder, {.authorityDirectory = cardAuthority()});
            EXPECT_TRUE(image && virtualcard::saveCard(*image, file));
        }
        return std::make_unique<virtualcard::VirtualCard>(*virtualcard::loadCard(file, profile, holder),
                                                          [](const virtualcard::CardImage&) {});
    }
    std::unique_ptr<ports::CardSession> insert(virtualcard::VirtualCard& next) {
        slot.insert(&next);
        return *card::EidCard::open(std::make_unique<DirectChannel>(slot), *trust, clock, cache);
    }
    /// Unpacks with a program that is not ours.
    void unpack(const base::Bytes& container, const std::string& to = "unpacked") {
        folder.write(to + ".asice", container);
        ASSERT_TRUE(folder.succeeds("unzip -tq " + to + ".asice && rm -rf " + to +
                                    " && python3 -m zipfile -e " + to + ".asice " + to))
            << folder.text("output");
    }
    /// What xmlsec says of signature and files; trust in the certificate is another question.
    bool xmlsecVerifies(int number = 0, const std::string& in = "unpacked") {
        return folder.succeeds(
            "cd " + in +
            " && xmlsec1 --verify --insecure --enabled-key-data x509,key-value --id-attr:Id "
            "SignedProperties META-INF/signatures" +
            std::to_string(number) + ".xml");
    }

    base::SystemClock clock;
    card::LayoutCache cache;
    Slot slot;
    WorkFolder folder;
    std::unique_ptr<virtualcard::VirtualCard> janis, ilze;
    std::unique_ptr<card::TrustStore> trust;
    std::unique_ptr<ports::CardSession> card;
    const base::Secret pin2{"123456"};
    const base::Timestamp now = *base::fromRfc3339("2026-11-23T11:19:28.500Z");
    const std::vector<ports::ContainerFile> files{
        {"iesniegums.pdf", "application/pdf", base::bytesOf("%PDF-1.7 an application")},
        {"Pielikums nr. 1 (š&<>).txt", "text/plain", base::bytesOf("an annex")}};
    sign::AsiceSigner signer;
};

inline std::string keyName(const testing::TestParamInfo<const char*>& profile) {
    return std::string(profile.param) == "teid2" ? "Ecdsa" : "Rsa";
}

} // namespace vienlogs::test
