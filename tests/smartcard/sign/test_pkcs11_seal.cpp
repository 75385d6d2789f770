// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>

#include "vienlogs/sign/container.h"
#include "vienlogs/sign/failures.h"
#include "vienlogs/sign/pkcs11_seal.h"
#include "vienlogs/test/work_folder.h"

using namespace vienlogs;
namespace codes = sign::codes;

namespace {

/// A token of SoftHSM with an institution's RSA and EC seal, put there by other programs.
class SealTest : public testing::Test {
protected:
    SealTest() {
        folder.write("conf", "directories.tokendir = " + (folder / "tokens").string() +
                                 "\nobjectstore.backend = file\nlog.level = ERROR\n");
        std::filesystem::create_directory(folder / "tokens");
        ::setenv("SOFTHSM2_CONF", (folder / "conf").c_str(), 1);
        EXPECT_TRUE(
            folder.succeeds("softhsm2-util --init-token --free --label zimogs --so-pin 12345678 --pin 4711"))
            << folder.text("output");
        put("rsa", "A1", "-newkey rsa:2048");
        put("ec", "A2", "-newkey ec -pkeyopt ec_paramgen_curve:P-256");
    }
    void put(const std::string& label, const std::string& id, const std::string& kind) {
        EXPECT_TRUE(
            folder.succeeds("openssl req -x509 " + kind + " -nodes -keyout " + label + ".key -out " + label +
                            ".crt -days 10 -subj '/C=LV/O=Izdomata "
                            "iestade/organizationIdentifier=NTRLV-90000000000/CN=Zimogs' && "
                            "openssl pkcs8 -topk8 -nocrypt -in " +
                            label + ".key -out " + label + ".p8 && softhsm2-util --import " + label +
                            ".p8 --token zimogs --label " + label + " --id " + id +
                            " --pin 4711 && openssl x509 -in " + label + ".crt -outform DER -out " + label +
                            ".der && pkcs11-tool --module " VIENLOGS_SOFTHSM
                            " --token-label zimogs --login --pin 4711 --write-object " +
                            label + ".der --type cert --id " + id + " --label " + label))
            << folder.text("output");
    }
    [[nodiscard]] static sign::SealPlace place(const std::string& key) {
        return {VIENLOGS_SOFTHSM, "zimogs", key, {}};
    }

    test::WorkFolder folder;
    const base::Secret pin{"4711"};
};

} // namespace

TEST_F(SealTest, OthersAcceptWhatASealSigns) {
    const std::vector<ports::ContainerFile> files{{"izzina.txt", "text/plain", base::bytesOf("a statement")}};
    for (const std::string key : {"rsa", "ec"}) {
        auto seal = sign::Pkcs11Seal::open(place(key), pin);
        ASSERT_TRUE(seal) << seal.error().code.text << seal.error().detail;
        EXPECT_EQ((*seal)->certificate(), folder.bytes(key + ".der"));
        const auto made = sign::createContainer(files, **seal, {.signedAt = base::SystemClock().now()});
        ASSERT_TRUE(made) << made.error().code.text << made.error().detail;
        folder.write("made.asice", made->bytes);
        EXPECT_TRUE(folder.succeeds("rm -rf out && unzip -q made.asice -d out && cd out && xmlsec1 --verify "
                                    "--insecure --enabled-key-data "
                                    "x509,key-value --id-attr:Id SignedProperties META-INF/signatures0.xml"))
            << folder.text("output");
    }
}

TEST_F(SealTest, WhatIsMissingIsNamed) {
    const auto code = [&](const sign::SealPlace& where, const base::Secret& typed) {
        const auto seal = sign::Pkcs11Seal::open(where, typed);
        return seal ? base::FailureCode{} : seal.error().code;
    };
    EXPECT_EQ(code({folder / "none.so", "zimogs", "rsa", {}}, pin), codes::noToken);
    EXPECT_EQ(code({VIENLOGS_SOFTHSM, "other", "rsa", {}}, pin), codes::noToken);
    EXPECT_EQ(code(place("other"), pin), codes::noSealKey);
    EXPECT_EQ(code({VIENLOGS_SOFTHSM, "zimogs", "rsa", {0xA2}}, pin), codes::noSealKey);
    EXPECT_EQ(code(place("rsa"), base::Secret("0000")), codes::sealPinWrong);
    EXPECT_EQ(code({VIENLOGS_SOFTHSM, "zimogs", "rsa", {0xA1}}, pin), base::FailureCode{});
}
