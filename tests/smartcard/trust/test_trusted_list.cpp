// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "stand_in.h"
#include "vienlogs/trust/failures.h"
#include "vienlogs/trust/trusted_list_store.h"
#include "vienlogs/trust/xml.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::testhelp;
using Status = ports::TrustListing::Status;

struct TrustedList : testing::Test {
    Folder folder;
    OpensslCa ca{folder.path};
    TrustStandIn standIn{folder.path, TrustStandIn::answeringFor(ca)};
    base::Bytes leaf = ca.issue("1234");
    web::CurlClient web{hasty()};
    base::ManualClock clock{base::SystemClock().now()};

    trust::TrustedListSettings settings() const {
        trust::TrustedListSettings made;
        made.url = standIn.address + "/tsl.xml";
        made.file = folder.path / "list.xml";
        made.operators = {readCertificate(standIn.listOperator)};
        return made;
    }
    base::Bytes fetched() { return *web.get(standIn.address + "/tsl.xml", trust::mostListBytes); }
};

TEST_F(TrustedList, SaysWhatAServiceWasAtAMoment) {
    trust::TrustedListStore store(&web, clock, settings());
    const auto now = store.about(leaf, clock.now());
    ASSERT_TRUE(now) << now.error().detail;
    EXPECT_EQ(now->status, Status::Granted);
    EXPECT_TRUE(now->qualifiedForSignatures);
    EXPECT_FALSE(now->qualifiedForSeals);
    EXPECT_EQ(now->service, "eID ICA (pakalpojums)");
    EXPECT_EQ(now->serviceCertificate, ca.certificate());
    EXPECT_GT(now->sequenceNumber, 1);
    const auto before = store.about(leaf, *base::fromRfc3339("2012-01-01T00:00:00Z"));
    EXPECT_EQ(before->status, Status::Granted) << "under supervision, as it was called";
    EXPECT_EQ(store.about(leaf, *base::fromRfc3339("2009-01-01T00:00:00Z"))->status, Status::NotListed);
    EXPECT_TRUE(store.about(readCertificate(standIn.stampAuthority), clock.now())->qualifiedTimeStamps);
    const Folder elsewhere;
    const OpensslCa stranger(elsewhere.path); // of the same name, with another key
    EXPECT_EQ(store.about(stranger.issue("1234"), clock.now())->status, Status::NotListed);
}

TEST_F(TrustedList, AWithdrawnServiceStaysGrantedForThePast) {
    ASSERT_TRUE(standIn.state("tsl", "withdrawn"));
    trust::TrustedListStore store(&web, clock, settings());
    EXPECT_EQ(store.about(leaf, clock.now())->status, Status::Withdrawn);
    EXPECT_FALSE(store.about(leaf, clock.now())->qualifiedForSignatures);
    EXPECT_EQ(store.about(leaf, clock.now() - std::chrono::hours(2))->status, Status::Granted);
}

TEST_F(TrustedList, AnOutageLeavesTheLastGoodListAlsoAfterARestart) {
    ASSERT_TRUE(trust::TrustedListStore(&web, clock, settings()).refresh());
    for (const auto* state :
         {"down", "silent", "nonsense", "unsigned", "tampered", "wrongOperator", "rolledBack"}) {
        ASSERT_TRUE(standIn.state("tsl", state));
        trust::TrustedListStore restarted(&web, clock, settings());
        const auto listing = restarted.about(leaf, clock.now());
        ASSERT_TRUE(listing) << state;
        EXPECT_EQ(listing->status, Status::Granted) << state;
        const auto told = restarted.state();
        ASSERT_TRUE(told);
        EXPECT_TRUE(told->trouble) << state;
        EXPECT_FALSE(told->past) << state;
    }
    clock.advance(std::chrono::hours(24 * 181));
    trust::TrustedListStore old(nullptr, clock, settings());
    EXPECT_TRUE(old.about(leaf, clock.now())) << "past its nextUpdate it is still used";
    EXPECT_TRUE(old.state()->past);
}

TEST_F(TrustedList, RefusesForTheRightReason) {
    const std::vector<std::pair<const char*, base::FailureCode>> states{
        {"nonsense", trust::codes::listUnreadable},   {"unsigned", trust::codes::listUnsigned},
        {"tampered", trust::codes::listUnsigned},     {"wrongOperator", trust::codes::listUnsigned},
        {"rolledBack", trust::codes::listRolledBack},
    };
    trust::TrustedListStore store(&web, clock, settings());
    ASSERT_TRUE(store.refresh());
    for (const auto& [state, code] : states) {
        ASSERT_TRUE(standIn.state("tsl", state));
        const auto refreshed = store.refresh();
        ASSERT_FALSE(refreshed) << state;
        EXPECT_EQ(refreshed.error().code, code) << state;
    }
    std::filesystem::remove(folder.path / "list.xml");
    ASSERT_TRUE(standIn.state("tsl", "down"));
    trust::TrustedListStore empty(&web, clock, settings());
    EXPECT_EQ(empty.about(leaf, clock.now()).error().code, trust::codes::noList);
}

TEST_F(TrustedList, RefusesAListPastItsEndOnlyByTelling) {
    ASSERT_TRUE(standIn.state("tsl", "past"));
    trust::TrustedListStore store(&web, clock, settings());
    ASSERT_TRUE(store.about(leaf, clock.now()));
    EXPECT_TRUE(store.state()->past);
}

TEST_F(TrustedList, RefusesWrapping) {
    const auto good = fetched();
    const auto operators = settings().operators;
    const auto refused = [&](const std::string& xml) {
        const auto read = trust::readTrustedList(base::bytesOf(xml), operators);
        return !read && read.error().code == trust::codes::listUnsigned;
    };
    const std::string xml(good.begin(), good.end());
    ASSERT_TRUE(trust::readTrustedList(good, operators));
    const auto rootStart = xml.find("<TrustServiceStatusList");
    const auto declaration = xml.substr(0, rootStart), root = xml.substr(rootStart);
    const auto signature = root.substr(root.find("<ds:Signature "),
                                       root.rfind("</ds:Signature>") + 15 - root.find("<ds:Signature "));
    auto forged = root;
    forged.erase(forged.find("<ds:Signature "), signature.size());
    forged.replace(forged.find(">LV<"), 4, ">XX<");
    const std::string end = "</TrustServiceStatusList>";
    auto around = forged;
    around.insert(around.rfind(end), "<Extension>" + root + "</Extension>");
    EXPECT_TRUE(refused(declaration + around)) << "the signed list inside a forged one";
    auto beside = forged;
    beside.insert(beside.rfind(end), signature);
    EXPECT_TRUE(refused(declaration + beside)) << "the signature moved to a forged list";
    auto twice = root;
    twice.insert(twice.rfind(end), signature);
    EXPECT_TRUE(refused(declaration + twice)) << "two signatures";
    auto pointed = root;
    pointed.replace(pointed.find("URI=\"\""), 6, "URI=\"#list\"");
    EXPECT_TRUE(refused(declaration + pointed)) << "a changed reference";
    auto inside = root;
    inside.replace(inside.find("Id=\"list\""), 9, "Id=\"properties\"");
    EXPECT_TRUE(refused(declaration + inside)) << "one identifier twice";
    auto elsewhere = root;
    elsewhere.replace(elsewhere.find("URI=\"\""), 6, "URI=\"http://127.0.0.1:1/x\"");
    EXPECT_TRUE(refused(declaration + elsewhere)) << "a reference out into the network";
}

TEST(TrustXml, TakesNoDtdNoDepthAndNoSize) {
    using base::bytesOf;
    EXPECT_TRUE(trust::parseXml(bytesOf("<a><b/></a>"), 100));
    EXPECT_FALSE(trust::parseXml(bytesOf("<a><b/></a>"), 10));
    EXPECT_FALSE(trust::parseXml(bytesOf("<a><b></a>"), 100));
    EXPECT_FALSE(trust::parseXml(bytesOf("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"), 100));
    EXPECT_FALSE(trust::parseXml(bytesOf("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>"), 100));
    std::string deep;
    for (int i = 0; i < 300; ++i)
        deep = "<a>" + deep + "</a>";
    EXPECT_FALSE(trust::parseXml(bytesOf(deep), 10000));
}

/// xmlsec1's own program agrees, with the operator's certificate as the only key.
TEST_F(TrustedList, HoldsForXmlsec1Too) {
    const auto verify = [&] {
        const auto xml = fetched();
        std::ofstream(ca.file("tsl.xml"), std::ios::binary)
            .write(reinterpret_cast<const char*>(xml.data()), static_cast<std::streamsize>(xml.size()));
        return testkit::run({"/usr/bin/xmlsec1", "--verify", "--pubkey-cert-pem",
                             standIn.listOperator.string(), "--id-attr:Id", "SignedProperties",
                             ca.file("tsl.xml")},
                            "/dev/null");
    };
    EXPECT_EQ(verify(), 0);
    ASSERT_TRUE(standIn.state("tsl", "tampered"));
    EXPECT_NE(verify(), 0);
}

} // namespace
