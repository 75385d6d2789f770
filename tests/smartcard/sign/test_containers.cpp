// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "openssl_services.h"
#include "sign_test.h"
#include "vienlogs/card/failures.h"

using namespace vienlogs;
using ports::SignatureLevel;
namespace codes = sign::codes;

namespace {

class ContainerTest : public test::SignTest {
protected:
    /// A container that Python makes of these entries, in this order.
    base::Bytes pack(const std::string& entries) {
        folder.write("pack.py", "import zipfile\nz = zipfile.ZipFile('made.asice', 'w')\n"
                                "def e(n, c=b'x'): z.writestr(zipfile.ZipInfo(n), c)\n"
                                "def m(): e('mimetype', b'application/vnd.etsi.asic-e+zip')\n" +
                                    entries + "\nz.close()\n");
        EXPECT_TRUE(folder.succeeds("python3 -W ignore pack.py")) << folder.text("output");
        return folder.bytes("made.asice");
    }
    base::FailureCode whenAdding(const base::Bytes& container) {
        sign::CardSigningKey key(*card, pin2);
        const auto made = sign::addSignature(container, key, {.signedAt = now});
        return made ? base::FailureCode{} : made.error().code;
    }
};

/// Between naming its certificate and signing, something happens.
class Interrupted final : public sign::SigningKey {
public:
    Interrupted(sign::SigningKey& key, std::function<void()> happens)
        : key_(key), happens_(std::move(happens)) {}
    base::Result<base::Bytes> certificate() override { return key_.certificate(); }
    base::Result<ports::CardSignature> sign(const base::Bytes& data) override {
        happens_();
        return key_.sign(data);
    }

private:
    sign::SigningKey& key_;
    std::function<void()> happens_;
};

/// Names one card's certificate and signs with another: what a session that is not bound to its card would
/// do.
class Mixed final : public sign::SigningKey {
public:
    Mixed(sign::SigningKey& named, sign::SigningKey& signs) : named_(named), signs_(signs) {}
    base::Result<base::Bytes> certificate() override { return named_.certificate(); }
    base::Result<ports::CardSignature> sign(const base::Bytes& data) override { return signs_.sign(data); }

private:
    sign::SigningKey &named_, &signs_;
};

} // namespace

TEST_P(ContainerTest, FilesFromDiskAreSignedInPiecesAndThousandsFit) {
    std::vector<sign::SourceFile> sources;
    for (int i = 0; i < 1000; ++i) {
        const auto name = "f" + std::to_string(i) + ".txt";
        folder.write(name, "content of " + name);
        sources.push_back(sign::fromDisk(folder / name, "text/plain"));
    }
    folder.write("large.bin", base::Bytes(3U << 20, 7));
    sources.push_back(sign::fromDisk(folder / "large.bin", "application/octet-stream"));
    sign::CardSigningKey key(*card, pin2);
    const auto made = sign::createContainer(folder / "unpacked.asice", sources, key, {.signedAt = now});
    ASSERT_TRUE(made) << made.error().code.text << made.error().detail;
    const auto container = folder.bytes("unpacked.asice");
    unpack(container);
    EXPECT_TRUE(xmlsecVerifies()) << folder.text("output");
    EXPECT_EQ(folder.text("unpacked/f999.txt"), "content of f999.txt");
    ilze->reset();
    const auto other = insert(*ilze);
    sign::CardSigningKey second(*other, pin2);
    ASSERT_TRUE(sign::addSignature(folder / "unpacked.asice", second, {.signedAt = now}));
    unpack(folder.bytes("unpacked.asice"));
    EXPECT_TRUE(xmlsecVerifies(0) && xmlsecVerifies(1)) << folder.text("output");
}

TEST_P(ContainerTest, NothingIsLeftOfAContainerThatFailed) {
    sign::CardSigningKey key(*card, pin2);
    const auto missing = sign::createContainer(
        folder / "out.asice", {sign::fromMemory(files[0]), sign::fromDisk(folder / "missing.pdf", "a")}, key,
        {.signedAt = now});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code.text, "VL-BASE-0005");
    EXPECT_EQ(missing.error().argument, "missing.pdf");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 0);
    const std::vector<sign::SourceFile> many(sign::mostFiles + 1, sign::fromMemory(files[0]));
    EXPECT_EQ(sign::createContainer(folder / "out.asice", many, key, {.signedAt = now}).error().code,
              codes::tooLarge);
    EXPECT_EQ(janis->image().pin2.left, 3);
}

TEST_P(ContainerTest, AnotherCardNeverSignsWhatWasPreparedForThisOne) {
    sign::CardSigningKey key(*card, pin2);
    Interrupted swapped(key, [&] { slot.insert(ilze.get()); });
    const auto first = sign::createContainer(files, swapped, {.signedAt = now});
    ASSERT_FALSE(first);
    EXPECT_EQ(first.error().code, card::codes::cardGone);
    EXPECT_EQ(ilze->image().pin2.left, 3) << "and the PIN never went to the other card";

    const auto again = insert(*janis);
    sign::CardSigningKey fresh(*again, pin2);
    Interrupted swappedAndReset(fresh, [&] {
        slot.card = ilze.get(); // swapped so fast that the reader only tells of a reset
        slot.card->reset();
        ++slot.resets;
    });
    const auto second = sign::createContainer(files, swappedAndReset, {.signedAt = now});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, card::codes::cardGone);
    EXPECT_EQ(ilze->image().pin2.left, 3);
}

TEST_P(ContainerTest, ASignatureOfAnotherKeyThanTheNamedOneIsRefused) {
    sign::CardSigningKey mine(*card, pin2);
    const auto certificate = mine.certificate(); // read while the card is there, as a cache would have it
    ASSERT_TRUE(certificate);
    const auto other = insert(*ilze);
    sign::CardSigningKey theirs(*other, pin2);
    struct Known final : sign::SigningKey {
        base::Bytes der;
        base::Result<base::Bytes> certificate() override { return der; }
        base::Result<ports::CardSignature> sign(const base::Bytes&) override {
            return base::fail(card::codes::cardGone);
        }
    } named;
    named.der = *certificate;
    Mixed mixed(named, theirs);
    const auto made = sign::createContainer(files, mixed, {.signedAt = now});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, codes::notBuilt);
}

TEST_P(ContainerTest, WhatIsNoContainerIsRefused) {
    EXPECT_EQ(whenAdding(base::bytesOf("not a ZIP")), codes::notContainer);
    EXPECT_EQ(whenAdding({}), codes::notContainer);
    EXPECT_EQ(whenAdding(pack("e('a.txt')")), codes::notContainer) << "no media type";
    EXPECT_EQ(whenAdding(pack("e('mimetype', b'application/zip'); e('a.txt')")), codes::notContainer);
    EXPECT_EQ(whenAdding(pack("e('a.txt'); m()")), codes::notContainer) << "not the first";
    EXPECT_EQ(whenAdding(pack("m()")), codes::notContainer) << "no file";
    EXPECT_EQ(whenAdding(pack("m(); e('a.txt'); e('A.TXT')")), codes::notContainer);
    EXPECT_EQ(whenAdding(pack("m(); e('a.txt'); e('a.txt')")), codes::notContainer);
    for (const auto* name : {"../a", "/a", "b/../../a", "c:a", "a\\\\b"})
        EXPECT_EQ(whenAdding(pack("m(); e('" + std::string(name) + "')")), codes::notContainer) << name;
    EXPECT_EQ(janis->image().pin2.left, 3);
    EXPECT_EQ(whenAdding(pack("m(); e('folder/a.txt')")), base::FailureCode{});
}

TEST_P(ContainerTest, SignaturesThatAreNoneAreNotLifted) {
    test::OpensslServices openssl(test::cardAuthority());
    const auto lifting = [&](const std::string& signatures) {
        const auto made = sign::liftContainer(
            pack("m(); e('a.txt'); e('META-INF/signatures0.xml', b'''" + signatures + "''')"),
            SignatureLevel::LT, openssl.services());
        return made ? base::FailureCode{} : made.error().code;
    };
    EXPECT_EQ(lifting(""), codes::notContainer);
    EXPECT_EQ(lifting("<a/>"), codes::notContainer);
    EXPECT_EQ(lifting("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"),
              codes::notContainer);
    EXPECT_EQ(lifting("<a xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Signature/></a>"),
              codes::notContainer);
    EXPECT_EQ(
        sign::liftContainer(pack("m(); e('a.txt')"), SignatureLevel::LT, openssl.services()).error().code,
        codes::notContainer);
    EXPECT_EQ(openssl.stamps, 0);
}

INSTANTIATE_TEST_SUITE_P(Keys, ContainerTest, testing::Values("teid2"), test::keyName);
