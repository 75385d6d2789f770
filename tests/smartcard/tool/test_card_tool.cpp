// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../pdf/pdf_files.h"
#include "vienlogs/test/pcscd.h"
#include "vienlogs/test/work_folder.h"

using namespace vienlogs;
using Json = nlohmann::json;

namespace {

/// The tool as a process, a card in a virtual reader, and the trust services' stand-in; all started once.
struct World {
    World()
        : card(service, test::Pcscd::firstPort, "teid2", "161175-19997"),
          stands({VIENLOGS_BIN_DIR "/vienlogs-trust", "--listen", "127.0.0.1:0", "--ca-out", work / "tsa.pem",
                  "--operator-out", work / "operator.pem", "--issuer-cert", service.directory() / "ca/ca.crt",
                  "--issuer-key", service.directory() / "ca/ca.key"}) {
        const auto line = stands.readLine(std::chrono::seconds(20)).value_or("");
        url = "http://" + line.substr(std::min(line.size(), std::string("listening ").size()));
        work.write("a.txt", "to be signed");
        work.write("b.pdf", "%PDF-1.7");
    }
    test::Pcscd service{test::Pcscd::Driver::Vienlogs};
    test::WorkFolder work;
    test::CardProcess card;
    test::ChildProcess stands;
    std::string url;
};

class CardToolTest : public testing::Test {
protected:
    static World& world() {
        static World only;
        return only;
    }
    /// Runs the tool with codes for --pin-fd; its exit code. Output and errors are kept apart.
    /// The service tells of a card a moment after the card says that it is in.
    void SetUp() override {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (run("list --json") != 0 || json()[0]["card"] != true)
            ASSERT_LT(std::chrono::steady_clock::now(), deadline) << output;
    }
    int run(const std::string& arguments, const std::string& codes = {}) {
        auto& work = world().work;
        work.write("codes", codes);
        EXPECT_TRUE(work.succeeds("'" VIENLOGS_BIN_DIR "/vienlogs-card-tool' " + arguments + " --ca-dir '" +
                                  (world().service.directory() / "ca").string() +
                                  "' 3<codes >stdout 2>stderr; echo $? >code"));
        output = work.text("stdout");
        return std::stoi(work.text("code"));
    }
    Json json() { return Json::parse(output, nullptr, false); }
    static std::string services() {
        return " --tsa " + world().url + "/tsa --tsa-ca tsa.pem --ocsp " + world().url + "/ocsp";
    }
    static std::string list() {
        return " --tsl " + world().url + "/tsl.xml --tsl-signer operator.pem --tsl-file kept.xml";
    }
    static bool control(const std::string& what, const std::string& text) {
        return world().work.succeeds("curl -sf --noproxy '*' -X PUT -d '" + text + "' " + world().url +
                                     "/control/" + what);
    }
    std::string output;
};

} // namespace

TEST_F(CardToolTest, ListsAndReads) {
    ASSERT_EQ(run("list --json"), 0) << world().work.text("stderr");
    EXPECT_EQ(json()[0]["reader"], test::Pcscd::plainReader);
    EXPECT_TRUE(json()[0]["card"]);
    ASSERT_EQ(run("read --json"), 0) << world().work.text("stderr");
    EXPECT_EQ(json()["identifier"], "PNOLV-161175-19997");
    EXPECT_EQ(json()["codes"]["PIN2"]["left"], 3);
    EXPECT_EQ(run("read --reader 'no such reader'"), 1);
    EXPECT_EQ(run("--check"), 0);
}

TEST_F(CardToolTest, CodesAreVerifiedChangedAndUnblocked) {
    EXPECT_EQ(run("pin verify 1 --pin-fd 3", "1234\n"), 0) << world().work.text("stderr");
    EXPECT_EQ(run("pin verify 1 --pin-fd 3 --json", "4321\n"), 1);
    EXPECT_EQ(json()["failure"]["code"], "VL-CARD-0005");
    EXPECT_EQ(run("pin change 1 --pin-fd 3", "1234\n2468\n"), 0);
    EXPECT_EQ(run("pin verify 1 --pin-fd 3", "2468\n"), 0);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(run("pin verify 1 --pin-fd 3", "9999\n"), 1);
    EXPECT_EQ(run("pin verify 1 --pin-fd 3 --json", "2468\n"), 1);
    EXPECT_EQ(json()["failure"]["code"], "VL-CARD-0006");
    EXPECT_EQ(run("pin unblock 1 --pin-fd 3", "12345678\n1234\n"), 0);
    EXPECT_EQ(run("pin verify 1 --pin-fd 3", "1234\n"), 0);
    EXPECT_EQ(run("pin verify 1 --pad --json"), 1) << "this reader has no keys";
    EXPECT_EQ(json()["failure"]["code"], "VL-CARD-0021");
    EXPECT_EQ(run("pin verify 1 --pin-fd 3", ""), 1) << "nothing entered";
    EXPECT_EQ(run("pin verify 3 --pin-fd 3", "1234\n"), 2) << "no such code";
}

TEST_F(CardToolTest, SignsAtEveryLevelAndVerifies) {
    for (const std::string level : {"B", "T", "LT"}) {
        const auto name = level + ".asice";
        ASSERT_EQ(
            run("sign --level " + level + " --out " + name + " a.txt b.pdf --pin-fd 3 --json" + services(),
                "123456\n"),
            0)
            << output << world().work.text("stderr");
        EXPECT_EQ(json()["level"], level);
        ASSERT_EQ(run("verify " + name + " --json" + services() + list()), 0) << output;
        EXPECT_TRUE(json()["valid"]);
        const auto signature = json()["signatures"][0];
        EXPECT_EQ(signature["signer"], "ANNA LIEPIŅA");
        EXPECT_EQ(signature["level"], level);
        EXPECT_TRUE(signature["valid"]);
        EXPECT_TRUE(signature["reasons"].empty());
        EXPECT_FALSE(signature["signedAt"].is_null());
        EXPECT_TRUE(signature["qualified"]["yes"]) << signature["qualified"].dump();
    }
    EXPECT_EQ(run("verify LT.asice --offline --tsa-ca tsa.pem --json"), 0) << "it brings all its proofs";
    EXPECT_FALSE(json()["signatures"][0]["qualified"]["yes"]) << "without a list";
    EXPECT_EQ(run("verify B.asice --offline --json"), 1);
    EXPECT_EQ(json()["signatures"][0]["subIndication"], "TRY_LATER");
    EXPECT_EQ(run("verify LT.asice --report diagnostic --language en" + services()), 0);
    EXPECT_NE(output.find("The signature is valid"), std::string::npos);
}

TEST_F(CardToolTest, SignsAPdfWithinItselfAndVerifiesIt) {
    world().work.write("application.pdf", test::pdfOf(test::applicationObjects()));
    ASSERT_EQ(run("sign --pdf --visible 1 --level LT --out signed.pdf application.pdf --pin-fd 3 --json" +
                      services(),
                  "123456\n"),
              0)
        << output << world().work.text("stderr");
    ASSERT_EQ(run("verify signed.pdf --json" + services() + list()), 0) << output;
    const auto signature = json()["signatures"][0];
    EXPECT_EQ(signature["signer"], "ANNA LIEPIŅA");
    EXPECT_EQ(signature["level"], "LT");
    EXPECT_TRUE(signature["qualified"]["yes"]) << signature["qualified"].dump();
    EXPECT_TRUE(world().work.succeeds("pdfsig signed.pdf | grep 'Signature is Valid'"));
    EXPECT_EQ(run("verify application.pdf"), 2) << "nobody signed it";
    EXPECT_EQ(run("sign --pdf --out x.pdf a.txt --pin-fd 3 --json", "123456\n"), 1);
    EXPECT_EQ(json()["failure"]["code"], "VL-PDF-0001");
}

TEST_F(CardToolTest, SaysWhatIsWrong) {
    ASSERT_EQ(run("sign --out good.asice a.txt --pin-fd 3", "123456\n"), 0) << world().work.text("stderr");
    ASSERT_TRUE(world().work.succeeds("python3 -c \""
                                      "import zipfile as z\n"
                                      "a, b = z.ZipFile('good.asice'), z.ZipFile('bad.asice', 'w')\n"
                                      "for n in a.namelist():\n"
                                      "  b.writestr(n, a.read(n) + (b'!' if n == 'a.txt' else b''))\n"
                                      "b.close()\""));
    EXPECT_EQ(run("verify bad.asice --json" + services()), 1);
    EXPECT_FALSE(json()["valid"]);
    EXPECT_EQ(json()["signatures"][0]["reasons"][0]["code"], "VL-VERIFY-0006");
    EXPECT_EQ(run("verify a.txt --json"), 2);
    EXPECT_FALSE(json()["valid"]);
    EXPECT_EQ(json()["failure"]["code"], "VL-VERIFY-0001");
    EXPECT_EQ(run("verify missing.asice"), 2);
    EXPECT_EQ(run("sign --out other.asice a.txt --pin-fd 3 --json", "654321\n"), 1);
    EXPECT_EQ(json()["failure"]["code"], "VL-CARD-0005");
    EXPECT_EQ(run("sign --level T --out only-b.asice a.txt --pin-fd 3 --json", "123456\n"), 1);
    EXPECT_EQ(json()["level"], "B") << "without a time stamp service it stays at B, and that is said";
    EXPECT_EQ(run("frobnicate"), 2);
    EXPECT_EQ(run("verify good.asice --pin 123456"), 2) << "no code is ever taken from the command line";
}

TEST_F(CardToolTest, ServicesThatAreAwayAreTold) {
    ASSERT_EQ(run("sign --out away.asice a.txt --pin-fd 3", "123456\n"), 0);
    ASSERT_TRUE(control("ocsp", R"({"state": "down"})"));
    ASSERT_TRUE(control("crl", R"({"state": "down"})"));
    EXPECT_EQ(run("verify away.asice --json" + services()), 1);
    EXPECT_EQ(json()["signatures"][0]["reasons"][0]["code"], "VL-VERIFY-0018");
    ASSERT_TRUE(control("ocsp", R"({"state": "up"})"));
    ASSERT_TRUE(control("crl", R"({"state": "up"})"));
    EXPECT_EQ(run("verify away.asice --json" + services()), 0);
}
