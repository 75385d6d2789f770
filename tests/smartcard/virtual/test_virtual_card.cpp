// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "vienlogs/test/child_process.h"
#include "vienlogs/virtualcard/card_image.h"
#include "vienlogs/virtualcard/fault.h"
#include "vienlogs/virtualcard/virtual_card.h"

using namespace vienlogs;
using namespace vienlogs::virtualcard;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr const char* person =
    R"({"givenName":"Jānis","familyName":"Bērziņš","personalCode":"010181-15098"})";

class VirtualCardTest : public testing::Test {
protected:
    VirtualCardTest() {
        std::string name = "/tmp/vienlogs-card-XXXXXX";
        folder = ::mkdtemp(name.data());
    }
    ~VirtualCardTest() override { fs::remove_all(folder); }
    base::Result<Person> read(const std::string& json) {
        std::ofstream(folder / "person.json") << json;
        return readPerson(folder / "person.json");
    }
    /// One authority for most tests of this program, because making its key takes seconds.
    static const fs::path& authority() {
        static const struct Folder {
            std::string name = "/tmp/vienlogs-ca-XXXXXX";
            fs::path path = ::mkdtemp(name.data());
            ~Folder() { fs::remove_all(path); }
        } only;
        return only.path;
    }
    fs::path folder;
};

/// The reader's side of vpcd's protocol, written from its description.
class Reader {
public:
    Reader() : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        ::bind(listener_, reinterpret_cast<sockaddr*>(&at), size);
        ::listen(listener_, 1);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size);
        port = ntohs(at.sin_port);
    }
    ~Reader() {
        ::close(card_);
        ::close(listener_);
    }
    /// Whether a card came within ten seconds.
    bool accept() {
        pollfd handle{listener_, POLLIN, 0};
        return ::poll(&handle, 1, 10000) == 1 && (card_ = ::accept(listener_, nullptr, nullptr)) >= 0;
    }
    void eject() { ::close(card_); }
    void send(const base::Bytes& payload) {
        base::Bytes message{std::uint8_t(payload.size() >> 8), std::uint8_t(payload.size())};
        message.insert(message.end(), payload.begin(), payload.end());
        ASSERT_EQ(::send(card_, message.data(), message.size(), MSG_NOSIGNAL), ssize_t(message.size()));
    }
    /// Empty when the card is gone.
    base::Bytes receive() {
        std::uint8_t head[2];
        if (::recv(card_, head, 2, MSG_WAITALL) != 2)
            return {};
        base::Bytes payload(std::size_t(head[0]) << 8 | head[1]);
        return ::recv(card_, payload.data(), payload.size(), MSG_WAITALL) == ssize_t(payload.size())
                   ? payload
                   : base::Bytes{};
    }
    int port = 0;

private:
    int listener_, card_ = -1;
};

} // namespace

TEST_F(VirtualCardTest, ReadsAPerson) {
    const auto janis = read(person);
    ASSERT_TRUE(janis);
    EXPECT_EQ(janis->identifier.toString(), "PNOLV-010181-15098");
    EXPECT_EQ(janis->pin1, "1234");
    const auto other = read(R"({"givenName":"O","familyName":"K","identifier":"PASUA-AB12","pin1":"9876"})");
    ASSERT_TRUE(other);
    EXPECT_EQ(other->identifier.country(), "UA");
    EXPECT_EQ(other->pin1, "9876");
    EXPECT_FALSE(other->issuer);
    const auto estonian = read(R"({"givenName":"M","familyName":"T","identifier":"PNOEE-47101010033",
                                   "issuer":{"commonName":"ESTEID2018","country":"EE"}})");
    ASSERT_TRUE(estonian && estonian->issuer);
    EXPECT_EQ(estonian->issuer->country, "EE");
    for (const auto* wrong :
         {"", "[]", "{}", R"({"givenName":"O","familyName":"K"})",
          R"({"givenName":"O","familyName":"K","personalCode":"010181-15099"})",
          R"({"givenName":"O","familyName":"K","personalCode":"010181-15098","issuer":"EE"})",
          R"({"givenName":1,"familyName":"K","personalCode":"010181-15098"})",
          R"({"givenName":"O","familyName":"K","personalCode":"010181-15098","pin1":"12"})"})
        EXPECT_FALSE(read(wrong)) << wrong;
    EXPECT_FALSE(readPerson(folder / "nobody.json"));
}

TEST_F(VirtualCardTest, WritesNamesInCapitals) {
    EXPECT_EQ(inCapitals("Jānis Bērziņš-Ķēniņš"), "JĀNIS BĒRZIŅŠ-ĶĒNIŅŠ");
    EXPECT_EQ(inCapitals("āčēģīķļņōŗšūž"), "ĀČĒĢĪĶĻŅŌŖŠŪŽ");
    EXPECT_EQ(inCapitals("ĀČĒĢĪĶĻŅŌŖŠŪŽ"), "ĀČĒĢĪĶĻŅŌŖŠŪŽ");
    EXPECT_EQ(inCapitals("Ольга"), "Ольга") << "other scripts stay";
}

TEST_F(VirtualCardTest, UnderstandsFaults) {
    const auto answer = parseFault("answer 6F00 at APDU 5");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->answer, (base::Bytes{0x6F, 0x00}));
    EXPECT_EQ(answer->at, 5);
    EXPECT_EQ(parseFault("drop at APDU 1")->kind, Fault::Kind::Drop);
    EXPECT_EQ(parseFault("wrong hash signed")->kind, Fault::Kind::WrongHash);
    EXPECT_EQ(parseFault("slow 200 ms")->delay, 200ms);
    EXPECT_EQ(parseFault("slow 0 ms")->delay, 0ms);
    for (const auto* wrong :
         {"", "drop", "drop at APDU 0", "drop at APDU -1", "drop at APDU 1 2", "drop at apdu 1",
          "answer at APDU 5", "answer 6F at APDU 5", "answer XX00 at APDU 5", "sing at APDU 5", "wrong hash",
          "wrong hash signed twice", "slow", "slow 200", "slow -1 ms", "slow 10001 ms", "slow 1 s"})
        EXPECT_FALSE(parseFault(wrong)) << wrong;
}

TEST_F(VirtualCardTest, TheSameCardStaysTheSameCard) {
    const auto janis = *read(person);
    const auto profile = *profileNamed("seid-ec");
    auto made = makeCard(profile, janis, {.authorityDirectory = authority()});
    ASSERT_TRUE(made);
    const auto file = folder / "card.json";
    ASSERT_TRUE(saveCard(*made, file));
    const auto certificate = made->authentication.certificate;
    VirtualCard card(std::move(*made),
                     [&](const CardImage& changed) { ASSERT_TRUE(saveCard(changed, file)); });
    const auto wrongPin = *base::fromHex("002000010C393939393939393939393939");
    EXPECT_EQ(base::toHex(card.process(wrongPin)), "63c2");
    EXPECT_EQ(base::toHex(card.process(wrongPin)), "63c1");
    struct stat about {};
    ASSERT_EQ(::stat(file.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600U);

    auto loaded = loadCard(file, profile, janis);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->authentication.certificate, certificate);
    EXPECT_EQ(loaded->pin1.left, 1);
    VirtualCard again(std::move(*loaded), [](const CardImage&) {});
    EXPECT_EQ(base::toHex(again.process(wrongPin)), "6983");
    EXPECT_FALSE(loadCard(file, *profileNamed("teid2"), janis));
    EXPECT_FALSE(loadCard(file, profile,
                          *read(R"({"givenName":"A","familyName":"L","personalCode":"161175-19997"})")));
}

TEST_F(VirtualCardTest, TwoProgramsMakeOneAuthority) {
    std::ofstream(folder / "person.json") << person;
    const std::vector<std::string> command{VIENLOGS_BIN_DIR "/vienlogs-card",
                                           "--check",
                                           "--profile",
                                           "teid2",
                                           "--person",
                                           folder / "person.json",
                                           "--ca-dir",
                                           folder / "ca"};
    {
        test::ChildProcess first(command), second(command);
        EXPECT_FALSE(first.readLine(20s)) << "it ends without a word";
        EXPECT_FALSE(second.readLine(20s));
    }
    EXPECT_TRUE(Authority::ofDirectory(folder / "ca")) << "key and certificate fit";
}

TEST_F(VirtualCardTest, SpeaksTheReadersProtocol) {
    std::ofstream(folder / "person.json") << person;
    Reader reader;
    test::ChildProcess card({VIENLOGS_BIN_DIR "/vienlogs-card", "--profile", "seid-ec", "--person",
                             folder / "person.json", "--ca-dir", authority(), "--port",
                             std::to_string(reader.port), "--fault", "answer 6F00 at APDU 2", "--fault",
                             "drop at APDU 3"});
    const auto selectMain = *base::fromHex("00A4040C10A000000077010800070000FE00000100");
    ASSERT_TRUE(reader.accept());
    reader.send({1});
    reader.send({4});
    EXPECT_EQ(base::toHex(reader.receive()), "3bdb960080b1fe451f830012428f536549440f900020");
    reader.send(selectMain);
    EXPECT_EQ(base::toHex(reader.receive()), "9000");
    reader.send(selectMain);
    EXPECT_EQ(base::toHex(reader.receive()), "6f00");
    reader.send(selectMain);
    EXPECT_TRUE(reader.receive().empty()) << "pulled";
    reader.eject();
    card.writeLine("insert");
    ASSERT_TRUE(reader.accept());
    reader.send(selectMain);
    EXPECT_EQ(base::toHex(reader.receive()), "9000");
    card.writeLine("fault slow 60 ms");
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(card.readLine(10s), "ready");
    while (const auto told = card.readLine(10s))
        if (*told == "fault set")
            break;
    reader.send(selectMain);
    EXPECT_EQ(base::toHex(reader.receive()), "9000");
    EXPECT_GE(std::chrono::steady_clock::now() - start, 60ms);
    card.writeLine("fault slow 0 ms");
    reader.eject(); // the reader is restarted
    ASSERT_TRUE(reader.accept()) << "the card waits for it";
    reader.send({4});
    EXPECT_EQ(reader.receive().size(), 22U);
    card.writeLine("remove");
    EXPECT_TRUE(reader.receive().empty());
}

TEST_F(VirtualCardTest, RefusesCommandsOfTheWrongShape) {
    auto made = makeCard(*profileNamed("seid-rsa"), *read(person), {.authorityDirectory = authority()});
    VirtualCard card(std::move(*made), [](const CardImage&) {});
    for (const auto* command :
         {"", "00", "00A404", "00A404000A", "00A4040005A000", "00B00000C0", "0088000000", "002A9E9A2000",
          "00220000", "00FF0000", "00200001", "0020000102313200"})
        EXPECT_NE(base::toHex(card.process(*base::fromHex(command))), "9000") << command;
}
