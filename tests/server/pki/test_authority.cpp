// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "vienlogs/server/pki/authority.h"

using namespace vienlogs;
using namespace vienlogs::server::pki;

namespace {

struct AnAuthority : testing::Test {
    base::SystemClock clock;
    std::filesystem::path folder;
    base::Result<Issued> root = Authority::create("Test CA", clock);

    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "vienlogs-pki-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
        ASSERT_TRUE(root);
        write("ca.pem", root->certificate);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    void write(const std::string& name, std::string_view text) const { std::ofstream(folder / name) << text; }
    /// What OpenSSL's own command says of a certificate we issued: an independent judge.
    int opensslVerify(const std::string& purpose, const std::string& name,
                      const std::string& more = "") const {
        const auto command = "openssl verify -x509_strict -CAfile " + (folder / "ca.pem").string() +
                             " -purpose " + purpose + " " + more + " " + (folder / name).string() +
                             " >/dev/null 2>&1";
        return std::system(command.c_str());
    }
    base::Result<Authority> authority() const {
        return Authority::load(root->certificate, base::Secret(root->privateKey.view()));
    }
};

} // namespace

TEST_F(AnAuthority, VouchesForAServerByNameAndAddress) {
    const auto server = authority()->issueServer({"localhost", "127.0.0.1", "::1"}, clock);
    ASSERT_TRUE(server) << server.error().detail;
    write("server.pem", server->certificate);
    EXPECT_EQ(opensslVerify("sslserver", "server.pem", "-verify_hostname localhost"), 0);
    EXPECT_EQ(opensslVerify("sslserver", "server.pem", "-verify_ip 127.0.0.1"), 0);
    EXPECT_NE(opensslVerify("sslserver", "server.pem", "-verify_hostname example.lv"), 0);
    EXPECT_NE(opensslVerify("sslclient", "server.pem"), 0);
}

TEST_F(AnAuthority, VouchesForADeviceOnlyAsClient) {
    const auto device = authority()->issueDevice("desk-1", clock);
    ASSERT_TRUE(device);
    write("device.pem", device->certificate);
    EXPECT_EQ(opensslVerify("sslclient", "device.pem"), 0);
    EXPECT_NE(opensslVerify("sslserver", "device.pem"), 0);
    EXPECT_EQ(device->fingerprint.size(), 64U);
    EXPECT_NE(device->fingerprint, authority()->issueDevice("desk-1", clock)->fingerprint);
}

TEST_F(AnAuthority, DoesNotVouchForAnothersDevice) {
    const auto other = Authority::create("Other CA", clock);
    const auto stranger = Authority::load(other->certificate, base::Secret(other->privateKey.view()))
                              ->issueDevice("desk-1", clock);
    ASSERT_TRUE(stranger);
    write("stranger.pem", stranger->certificate);
    EXPECT_NE(opensslVerify("sslclient", "stranger.pem"), 0);
}

TEST_F(AnAuthority, RefusesNamesThatNoCertificateMayCarry) {
    for (const auto* name : {"", "Desk 1", "desk/1", "desk,CN=admin", "ā"})
        EXPECT_EQ(authority()->issueDevice(name, clock).error().code, codes::nameInvalid) << name;
    for (const auto* host : {"", "a b", "localhost,DNS:example.lv"})
        EXPECT_EQ(authority()->issueServer({host}, clock).error().code, codes::nameInvalid) << host;
    EXPECT_FALSE(authority()->issueServer({}, clock));
}

TEST_F(AnAuthority, IsNotLoadedFromPartsThatDoNotBelongTogether) {
    const auto other = Authority::create("Other CA", clock);
    EXPECT_EQ(Authority::load(root->certificate, base::Secret(other->privateKey.view())).error().code,
              codes::authorityDamaged);
    EXPECT_FALSE(Authority::load("", base::Secret(root->privateKey.view())));
    const auto device = authority()->issueDevice("desk-1", clock);
    EXPECT_FALSE(Authority::load(device->certificate, base::Secret(device->privateKey.view())));
}
