// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "../core/direct_channel.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/sign/asice_signer.h"
#include "vienlogs/sign/failures.h"
#include "vienlogs/test/child_process.h"

using namespace vienlogs;
using namespace vienlogs::virtualcard;
using namespace std::chrono_literals;
namespace codes = sign::codes;
namespace fs = std::filesystem;

namespace {

/// Runs a program to its end; its last line of output is "ok" or "failed", whatever else it wrote.
bool succeeds(const fs::path& folder, const std::string& command) {
    test::ChildProcess shell(
        {"sh", "-c",
         "cd '" + folder.string() + "' && { " + command + "; } >output 2>&1 && echo ok || echo failed"});
    return shell.readLine(30s) == "ok";
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, const base::Bytes& content) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(content.data()), long(content.size()));
}

class SignTest : public testing::TestWithParam<const char*> {
protected:
    SignTest() {
        std::string name = "/tmp/vienlogs-sign-XXXXXX";
        folder = ::mkdtemp(name.data());
        auto image = makeCard(*profileNamed(GetParam()),
                              {"Jānis", "Bērziņš", *base::Identifier::latvianPersonalCode("010181-15098")},
                              {.authorityDirectory = authority()});
        virtualCard = std::make_unique<VirtualCard>(std::move(*image), [](const CardImage&) {});
        slot.insert(virtualCard.get());
        trust = std::make_unique<card::TrustStore>(*card::TrustStore::fromDirectory(authority()));
        card = *card::EidCard::open(std::make_unique<test::DirectChannel>(slot), *trust, clock, cache);
    }
    ~SignTest() override { fs::remove_all(folder); }

    /// One authority for all tests of this program, because making its key takes seconds.
    static const fs::path& authority() {
        static const struct Folder {
            std::string path = "/tmp/vienlogs-ca-XXXXXX";
            fs::path made = ::mkdtemp(path.data());
            ~Folder() { fs::remove_all(made); }
        } only;
        return only.made;
    }
    /// Unpacks with a program that is not ours.
    void unpack(const base::Bytes& container) {
        write(folder / "signed.asice", container);
        ASSERT_TRUE(succeeds(folder, "python3 -m zipfile -e signed.asice unpacked"))
            << contentOf(folder / "output");
    }
    /// What xmlsec says of signature and files; trust in the certificate is another question.
    bool xmlsecVerifies() {
        return succeeds(folder / "unpacked", "xmlsec1 --verify --insecure --enabled-key-data x509,key-value "
                                             "--id-attr:Id SignedProperties META-INF/signatures0.xml");
    }

    base::SystemClock clock;
    card::LayoutCache cache;
    test::Slot slot;
    fs::path folder;
    std::unique_ptr<VirtualCard> virtualCard;
    std::unique_ptr<card::TrustStore> trust;
    std::unique_ptr<ports::CardSession> card;
    const base::Secret pin2{"123456"};
    const base::Timestamp now = *base::fromRfc3339("2026-11-23T11:19:28.500Z");
    const std::vector<ports::ContainerFile> files{
        {"iesniegums.pdf", "application/pdf", base::bytesOf("%PDF-1.7 an application")},
        {"Pielikums nr. 1 (š&<>).txt", "text/plain", base::bytesOf("an annex")}};
    sign::AsiceSigner signer;
};

} // namespace

TEST_P(SignTest, AnIndependentVerifierAgreesAndSeesTampering) {
    const auto container = signer.sign(*card, pin2, files, now);
    ASSERT_TRUE(container) << container.error().code.text << container.error().detail;
    unpack(*container);
    EXPECT_TRUE(xmlsecVerifies()) << contentOf(folder / "unpacked/output");
    const auto signature = contentOf(folder / "unpacked/META-INF/signatures0.xml");
    EXPECT_NE(signature.find("<xades:SigningTime>2026-11-23T11:19:28Z</xades:SigningTime>"),
              std::string::npos);
    EXPECT_NE(signature.find("<xades:SigningCertificateV2>"), std::string::npos);

    for (const auto& file : files) {
        auto changed = file.content;
        changed[3] ^= 1;
        write(folder / "unpacked" / file.name, changed);
        EXPECT_FALSE(xmlsecVerifies()) << file.name;
        write(folder / "unpacked" / file.name, file.content);
    }
    EXPECT_TRUE(xmlsecVerifies());
    auto later = signature;
    later.replace(later.find("11:19:28Z"), 9, "11:19:29Z");
    write(folder / "unpacked/META-INF/signatures0.xml", base::bytesOf(later));
    EXPECT_FALSE(xmlsecVerifies()) << "the time of signing is signed, too";
}

TEST_P(SignTest, TheContainerIsWhatAsicAsksFor) {
    const auto container = *signer.sign(*card, pin2, files, now);
    const std::string start(container.begin(), container.begin() + 38 + 31);
    EXPECT_EQ(start.substr(0, 4), "PK\x03\x04");
    EXPECT_EQ(start.substr(8, 2), std::string(2, '\0')) << "stored";
    EXPECT_EQ(start.substr(28, 2), std::string(2, '\0')) << "no extra field";
    EXPECT_EQ(start.substr(30), "mimetypeapplication/vnd.etsi.asic-e+zip");
    unpack(container);
    for (const auto& file : files)
        EXPECT_EQ(contentOf(folder / "unpacked" / file.name),
                  std::string(file.content.begin(), file.content.end()));
    EXPECT_TRUE(succeeds(
        folder, "python3 -c \"import xml.dom.minidom as x; x.parse('unpacked/META-INF/manifest.xml')\""));
}

TEST_P(SignTest, RefusesWhatCannotBeSigned) {
    const auto code = [&](const std::vector<ports::ContainerFile>& some) {
        return signer.sign(*card, pin2, some, now).error().code;
    };
    EXPECT_EQ(code({}), codes::nothingToSign);
    for (const auto* name : {"", "..", "a/b", "a\\b", "mimetype", "META-INF", ".hidden", "a\nb", "c:d"})
        EXPECT_EQ(code({{name, "text/plain", {1}}}), codes::fileNameUnusable) << name;
    EXPECT_EQ(code({{"a.pdf", "a", {1}}, {"A.PDF", "a", {2}}}), codes::fileNameUnusable);
    EXPECT_EQ(code(std::vector<ports::ContainerFile>(1, {std::string(200, 'a'), "a", {1}})),
              codes::fileNameUnusable);
    EXPECT_EQ(virtualCard->image().pin2.left, 3) << "and PIN2 is not tried for it";
    EXPECT_EQ(signer.sign(*card, base::Secret("654321"), files, now).error().code.text, "VL-CARD-0005");
    slot.insert(nullptr);
    EXPECT_EQ(signer.sign(*card, pin2, files, now).error().code.text, "VL-CARD-0003");
}

INSTANTIATE_TEST_SUITE_P(Keys, SignTest, testing::Values("seid-rsa", "teid2"), [](const auto& profile) {
    return std::string(profile.param) == "teid2" ? "Ecdsa" : "Rsa";
});
