// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "sign_test.h"

using namespace vienlogs;
using test::SignTest;
namespace codes = sign::codes;

TEST_P(SignTest, AnIndependentVerifierAgreesAndSeesTampering) {
    const auto container = signer.sign(*card, pin2, files, now);
    ASSERT_TRUE(container) << container.error().code.text << container.error().detail;
    unpack(*container);
    EXPECT_TRUE(xmlsecVerifies()) << folder.text("output");
    const auto signature = folder.text("unpacked/META-INF/signatures0.xml");
    EXPECT_NE(signature.find("<xades:SigningTime>2026-11-23T11:19:28Z</xades:SigningTime>"),
              std::string::npos);
    EXPECT_NE(signature.find("<xades:SigningCertificateV2>"), std::string::npos);

    for (const auto& file : files) {
        auto changed = file.content;
        changed[3] ^= 1;
        folder.write("unpacked/" + file.name, changed);
        EXPECT_FALSE(xmlsecVerifies()) << file.name;
        folder.write("unpacked/" + file.name, file.content);
    }
    EXPECT_TRUE(xmlsecVerifies());
    auto later = signature;
    later.replace(later.find("11:19:28Z"), 9, "11:19:29Z");
    folder.write("unpacked/META-INF/signatures0.xml", later);
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
        EXPECT_EQ(folder.text("unpacked/" + file.name),
                  std::string(file.content.begin(), file.content.end()));
    EXPECT_TRUE(folder.succeeds(
        "python3 -c \"import xml.dom.minidom as x; x.parse('unpacked/META-INF/manifest.xml')\""));
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
    EXPECT_EQ(janis->image().pin2.left, 3) << "and PIN2 is not tried for it";
    EXPECT_EQ(signer.sign(*card, base::Secret("654321"), files, now).error().code.text, "VL-CARD-0005");
    slot.insert(nullptr);
    EXPECT_EQ(signer.sign(*card, pin2, files, now).error().code.text, "VL-CARD-0003");
}

TEST_P(SignTest, ABatchTakesOnePin) {
    const auto batch = signer.signBatch(*card, pin2, {files, {files[0]}, {files[1]}}, now);
    EXPECT_FALSE(batch.stoppedBy);
    ASSERT_EQ(batch.containers.size(), 3U);
    for (const auto& container : batch.containers) {
        unpack(container);
        EXPECT_TRUE(xmlsecVerifies()) << folder.text("output");
    }
}

TEST_P(SignTest, AWrongPinCostsABatchOneTry) {
    const auto batch = signer.signBatch(*card, base::Secret("654321"), {files, files, files}, now);
    EXPECT_TRUE(batch.containers.empty());
    ASSERT_TRUE(batch.stoppedBy);
    EXPECT_EQ(batch.stoppedBy->code.text, "VL-CARD-0005");
    EXPECT_EQ(janis->image().pin2.left, 2);
}

INSTANTIATE_TEST_SUITE_P(Keys, SignTest, testing::Values("seid-rsa", "teid2"), test::keyName);
