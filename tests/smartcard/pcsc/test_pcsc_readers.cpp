// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <thread>

#include "vienlogs/card/failures.h"
#include "vienlogs/pcsc/pcsc_readers.h"
#include "vienlogs/test/pcscd.h"

using namespace vienlogs;
using namespace std::chrono_literals;
using ports::PinKind;
using test::CardProcess;
using test::Pcscd;
namespace codes = card::codes;

namespace {

constexpr const char* janis = "010181-15098";
constexpr const char* anna = "161175-19997";
const base::Bytes challenge = base::bytesOf("nonce 42 of the server");
constexpr auto longest = 10s;

/// Checks a login's signature with nothing of ours in between.
bool opensslVerifies(const ports::CardSignature& signature, const base::Bytes& data) {
    const auto* at = signature.certificate.data();
    X509* certificate = d2i_X509(nullptr, &at, long(signature.certificate.size()));
    auto value = signature.value;
    if (signature.algorithm == "ES384") {
        ECDSA_SIG* pair = ECDSA_SIG_new();
        ECDSA_SIG_set0(pair, BN_bin2bn(value.data(), 48, nullptr), BN_bin2bn(value.data() + 48, 48, nullptr));
        unsigned char* der = nullptr;
        const int size = i2d_ECDSA_SIG(pair, &der);
        value.assign(der, der + size);
        OPENSSL_free(der);
        ECDSA_SIG_free(pair);
    }
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const auto* digest = signature.algorithm == "ES384" ? EVP_sha384() : EVP_sha256();
    const bool holds =
        EVP_DigestVerifyInit(context, nullptr, digest, nullptr, X509_get0_pubkey(certificate)) == 1 &&
        EVP_DigestVerify(context, value.data(), value.size(), data.data(), data.size()) == 1;
    EVP_MD_CTX_free(context);
    X509_free(certificate);
    return holds;
}

/// One service for all tests of this program; the PC/SC library looks for it only once.
Pcscd& service() {
    static Pcscd pcscd;
    return pcscd;
}

class PcscTest : public testing::Test {
protected:
    /// The cards of the test before are seen to be gone.
    void SetUp() override {
        const auto trust = card::TrustStore::fromDirectory(service().directory() / "ca");
        if (!trust)
            return; // there was no card yet
        pcsc::PcscReaders readers(*trust, clock);
        waitFor(readers, false, false);
    }

    /// The readers once their cards are as wanted: the service looks only every 400 ms.
    static void waitFor(pcsc::PcscReaders& readers, bool first, bool second) {
        const std::vector<ports::ReaderState> wanted{{Pcscd::firstReader, first},
                                                     {Pcscd::secondReader, second}};
        const auto deadline = std::chrono::steady_clock::now() + longest;
        while (std::chrono::steady_clock::now() < deadline) {
            if (const auto now = readers.readers(); now && *now == wanted)
                return;
            std::this_thread::sleep_for(5ms);
        }
        const auto now = readers.readers();
        const auto seen = [&](std::size_t i) {
            return now && i < now->size() ? int((*now)[i].cardPresent) : -1;
        };
        throw std::runtime_error("the service does not see the cards as they are: " +
                                 std::to_string(seen(0)) + std::to_string(seen(1)));
    }
    static card::TrustStore trustStore() {
        auto store = card::TrustStore::fromDirectory(service().directory() / "ca");
        if (!store)
            throw std::runtime_error("no authority");
        return std::move(*store);
    }
    base::SystemClock clock;
    const base::Secret pin1{"1234"}, pin2{"123456"};
};

class EveryProfile : public PcscTest, public testing::WithParamInterface<const char*> {};

} // namespace

TEST_P(EveryProfile, IsIdentifiedAndProvesIt) {
    CardProcess card(service(), Pcscd::firstPort, GetParam(), janis);
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    waitFor(readers, true, false);
    auto opened = readers.open(Pcscd::firstReader);
    ASSERT_TRUE(opened) << opened.error().detail;
    auto& session = **opened;
    EXPECT_EQ(session.reader(), Pcscd::firstReader);
    const auto identity = session.identity();
    ASSERT_TRUE(identity) << identity.error().detail;
    EXPECT_EQ(identity->person.value(), janis);
    EXPECT_EQ(identity->familyName, "LIEPIŅA");
    EXPECT_EQ(session.pinCounter(PinKind::Pin1)->left, 3);
    EXPECT_EQ(session.verifyPin(PinKind::Pin1, base::Secret("0000")).error().argument, "2");
    EXPECT_EQ(session.pinCounter(PinKind::Pin1)->left, 2);
    ASSERT_TRUE(session.verifyPin(PinKind::Pin1, pin1));
    auto proof = session.authenticate(challenge);
    ASSERT_TRUE(proof) << proof.error().detail;
    EXPECT_TRUE(opensslVerifies(*proof, challenge));
    EXPECT_FALSE(opensslVerifies(*proof, base::bytesOf("another challenge")));
    const auto signature = session.sign(challenge, pin2);
    ASSERT_TRUE(signature) << signature.error().detail;
    EXPECT_TRUE(opensslVerifies(*signature, challenge));
    const base::Secret wrong("000000");
    EXPECT_EQ(session.sign(challenge, wrong).error().argument, "2");
    EXPECT_EQ(session.sign(challenge, wrong).error().argument, "1");
    EXPECT_EQ(session.sign(challenge, wrong).error().code, codes::pinBlocked);
    EXPECT_EQ(session.sign(challenge, pin2).error().code, codes::pinBlocked);
}

INSTANTIATE_TEST_SUITE_P(Profiles, EveryProfile,
                         testing::Values("g1", "seid-rsa", "seid-ec", "seid-ec-long", "teid2"),
                         [](const auto& profile) {
                             std::string name(profile.param);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

/// Every third command; every single one with every kind of card: test_torn_out of the core.
TEST_F(PcscTest, PulledAtACommandItIsGoneAndTheNextInsertionWorks) {
    CardProcess card(service(), Pcscd::firstPort, "seid-ec", janis);
    const auto trust = trustStore();
    const auto everything = [&](pcsc::PcscReaders& readers) -> base::Result<void> {
        auto session = readers.open(Pcscd::firstReader);
        if (!session)
            return base::fail(session.error());
        const auto identity = (*session)->identity();
        const auto verified =
            identity ? (*session)->verifyPin(PinKind::Pin1, pin1) : base::fail(identity.error());
        const auto proof = verified ? (*session)->authenticate(challenge) : base::fail(verified.error());
        if (proof)
            return {};
        EXPECT_EQ((*session)->identity().error().code, codes::cardGone);
        return base::fail(proof.error());
    };
    int pulled = 0;
    for (int n = 1;; n += 3) {
        pcsc::PcscReaders readers(trust, clock); // knows no card yet
        waitFor(readers, true, false);
        card.fault("drop at APDU " + std::to_string(n));
        const auto result = everything(readers);
        if (result)
            break; // more commands than it takes
        ++pulled;
        ASSERT_EQ(result.error().code, codes::cardGone) << n << result.error().detail;
        card.expect("removed");
        waitFor(readers, false, false);
        EXPECT_EQ(readers.open(Pcscd::firstReader).error().code, codes::noCard);
        card.insert();
    }
    EXPECT_GE(pulled, 7);
}

TEST_F(PcscTest, PulledWhileACodeIsChangedNothingIsHalfDone) {
    CardProcess card(service(), Pcscd::firstPort, "g1", janis);
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    const base::Secret fresh("654321"), puk("12345678");
    const std::vector<std::function<base::Result<void>(ports::CardSession&)>> operations{
        [&](auto& session) { return session.changePin(PinKind::Pin2, pin2, fresh); },
        [&](auto& session) { return session.unblockPin(PinKind::Pin1, puk, fresh); }};
    waitFor(readers, true, false);
    ASSERT_TRUE((*readers.open(Pcscd::firstReader))->pinCounter(PinKind::Pin2)); // from now on a known card
    for (const auto& operation : operations)
        for (const int n : {1, 5}) { // before it is known, and in the middle of the change
            card.fault("drop at APDU " + std::to_string(n));
            card.remove();
            waitFor(readers, false, false);
            card.insert();
            waitFor(readers, true, false);
            auto session = readers.open(Pcscd::firstReader);
            const auto result = session ? operation(**session) : base::fail(session.error());
            ASSERT_FALSE(result) << n;
            EXPECT_EQ(result.error().code, codes::cardGone) << n << result.error().detail;
            card.expect("removed");
            waitFor(readers, false, false);
            card.insert();
            waitFor(readers, true, false);
            const auto again = readers.open(Pcscd::firstReader);
            ASSERT_TRUE(again) << n;
            EXPECT_TRUE((*again)->sign(challenge, pin2)) << n << " the code is the old one";
            EXPECT_EQ((*again)->pinCounter(PinKind::Puk)->left, 3) << n;
        }
}

TEST_F(PcscTest, OtherCardsBesideTheClientsAreLeftAlone) {
    CardProcess token(service(), Pcscd::firstPort, "token", anna);
    CardProcess card(service(), Pcscd::secondPort, "g1", janis);
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    waitFor(readers, true, true);
    static_cast<void>(token.countCommands());
    EXPECT_EQ(readers.open(Pcscd::firstReader).error().code, codes::notEid);
    EXPECT_EQ(token.countCommands(), 1) << "asked once what it is, and no more";
    auto session = readers.open(Pcscd::secondReader);
    ASSERT_TRUE(session);
    EXPECT_EQ((*session)->identity()->person.value(), janis);
    token.remove();
    waitFor(readers, false, true);
    EXPECT_TRUE((*session)->verifyPin(PinKind::Pin1, pin1)) << "the token's going is no matter of this card";
    EXPECT_EQ(token.countCommands(), 0);
    CardProcess german(service(), Pcscd::firstPort, "npa", anna);
    waitFor(readers, true, true);
    EXPECT_EQ(readers.open(Pcscd::firstReader).error().code, codes::notEid);
    EXPECT_TRUE((*session)->authenticate(challenge));
}

TEST_F(PcscTest, AWrongOrSlowSignatureIsNoticed) {
    CardProcess card(service(), Pcscd::firstPort, "teid2", janis, {"--fault", "slow 20 ms"});
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    waitFor(readers, true, false);
    auto session = readers.open(Pcscd::firstReader);
    ASSERT_TRUE(session);
    card.fault("wrong hash signed");
    EXPECT_EQ((*session)->sign(challenge, pin2).error().code, codes::signatureWrong);
    EXPECT_TRUE((*session)->sign(challenge, pin2));
}

TEST_F(PcscTest, TwoReadersAreNeverConfused) {
    CardProcess first(service(), Pcscd::firstPort, "seid-ec", janis);
    CardProcess second(service(), Pcscd::secondPort, "teid2", anna);
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    waitFor(readers, true, true);
    auto inFirst = *readers.open(Pcscd::firstReader), inSecond = *readers.open(Pcscd::secondReader);
    EXPECT_EQ(inFirst->identity()->person.value(), janis);
    EXPECT_EQ(inSecond->identity()->person.value(), anna);
    ASSERT_TRUE(inFirst->verifyPin(PinKind::Pin1, pin1));
    EXPECT_EQ(inSecond->authenticate(challenge).error().code, codes::pinNeeded)
        << "a PIN in the other reader";

    // In the middle of the first session its card is taken out and another put in.
    first.remove();
    waitFor(readers, false, true);
    CardProcess third(service(), Pcscd::firstPort, "seid-ec", anna);
    waitFor(readers, true, true);
    auto withThird = readers.open(Pcscd::firstReader);
    ASSERT_TRUE(withThird);
    withThird->reset(); // closing a session may reset the card: the old one must not take that for its own
    EXPECT_EQ(inFirst->identity().error().code, codes::cardGone);
    EXPECT_EQ(inFirst->authenticate(challenge).error().code, codes::cardGone);
    EXPECT_EQ(inSecond->identity()->person.value(), anna) << "the other reader is not touched";
}

TEST_F(PcscTest, BadCertificatesAreRefused) {
    const auto refusal = [&](const char* option) {
        CardProcess card(service(), Pcscd::firstPort, "seid-ec", janis, {option});
        const auto trust = trustStore();
        pcsc::PcscReaders readers(trust, clock);
        waitFor(readers, true, false);
        const auto code = (*readers.open(Pcscd::firstReader))->identity().error().code;
        card.remove();
        waitFor(readers, false, false);
        return code;
    };
    EXPECT_EQ(refusal("--expired"), codes::certificateExpired);
    EXPECT_EQ(refusal("--not-yet-valid"), codes::certificateNotYetValid);
    EXPECT_EQ(refusal("--unknown-issuer"), codes::unknownIssuer);
}

TEST_F(PcscTest, NonsenseIsCalledNonsense) {
    CardProcess card(service(), Pcscd::firstPort, "seid-ec", janis, {"--fault", "answer 6A82 at APDU 1"});
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    waitFor(readers, true, false);
    EXPECT_EQ(readers.open(Pcscd::firstReader).error().code, codes::notEid);
    card.fault("answer 6F00 at APDU 4");
    EXPECT_EQ(readers.open(Pcscd::firstReader).error().code, codes::nonsense);
    EXPECT_TRUE(readers.open(Pcscd::firstReader));
    EXPECT_EQ(readers.open("No such reader").error().code, codes::readerGone);
}

TEST_F(PcscTest, ACardChangedWhileNobodyLookedIsToldAsTakenOut) {
    CardProcess card(service(), Pcscd::firstPort, "seid-ec", janis);
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    waitFor(readers, true, false);
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<bool> told;
    bool busy = true;
    readers.watch([&](const auto& now) {
        std::unique_lock lock(mutex);
        told.push_back(now && now->front().cardPresent);
        changed.notify_all();
        changed.wait(lock, [&] { return !busy; }); // a desk that is slow to take the news
    });
    {
        std::unique_lock lock(mutex);
        ASSERT_TRUE(changed.wait_for(lock, longest, [&] { return told.size() == 1; }));
    }
    card.remove();
    waitFor(readers, false, false);
    card.insert();
    waitFor(readers, true, false);
    std::unique_lock lock(mutex);
    busy = false;
    changed.notify_all();
    EXPECT_TRUE(changed.wait_for(lock, longest, [&] { return told.size() >= 3; }));
    EXPECT_EQ(told, (std::vector<bool>{true, false, true}));
    lock.unlock();
    readers.stop();
}

TEST_F(PcscTest, EveryChangeIsToldAndTheServiceMayRestart) {
    auto card = std::make_unique<CardProcess>(service(), Pcscd::firstPort, "seid-ec", janis);
    const auto trust = trustStore();
    pcsc::PcscReaders readers(trust, clock);
    std::mutex mutex;
    std::condition_variable told;
    std::deque<base::Result<std::vector<ports::ReaderState>>> changes;
    readers.watch([&](const auto& now) {
        const std::lock_guard lock(mutex);
        changes.push_back(now);
        told.notify_all();
    });
    const auto expect = [&](const auto& fits, const char* what) {
        std::unique_lock lock(mutex);
        EXPECT_TRUE(told.wait_for(lock, longest, [&] {
            while (!changes.empty() && !fits(changes.front()))
                changes.pop_front();
            return !changes.empty();
        })) << what;
    };
    const auto cardIs = [](bool present) {
        return [present](const auto& now) {
            return now && now->size() == 2 && (*now)[0].cardPresent == present;
        };
    };
    expect(cardIs(true), "there at first");
    auto session = *readers.open(Pcscd::firstReader);
    card->remove();
    expect(cardIs(false), "removed");
    card->insert();
    expect(cardIs(true), "inserted");

    card.reset();
    service().stop();
    expect([](const auto& now) { return !now && now.error().code == codes::serviceAway; }, "service away");
    EXPECT_EQ(readers.readers().error().code, codes::serviceAway);
    EXPECT_EQ(readers.open(Pcscd::firstReader).error().code, codes::serviceAway);
    EXPECT_FALSE(session->identity());
    service().start();
    expect(cardIs(false), "service back");
    card = std::make_unique<CardProcess>(service(), Pcscd::firstPort, "seid-ec", janis);
    expect(cardIs(true), "a card in the new service");
    EXPECT_TRUE((*readers.open(Pcscd::firstReader))->identity());
    EXPECT_FALSE(session->identity()) << "a session does not outlive its service";
    readers.stop();
}
