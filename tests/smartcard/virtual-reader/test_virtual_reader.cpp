// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <condition_variable>
#include <thread>

#include "vienlogs/card/failures.h"
#include "vienlogs/pcsc/pcsc_readers.h"
#include "vienlogs/test/pcscd.h"

using namespace vienlogs;
using namespace std::chrono_literals;
using ports::PinInput;
using ports::PinKind;
using test::CardProcess;
using test::Pcscd;
namespace codes = card::codes;

namespace {

constexpr const char* janis = "010181-15098";
const base::Bytes data = base::bytesOf("what is signed");

/// One service for all tests of this program; the PC/SC library looks for it only once.
Pcscd& service() {
    static Pcscd pcscd(Pcscd::Driver::Vienlogs);
    return pcscd;
}

/// Stands before the reader and presses keys, one line for each question.
class Person {
public:
    explicit Person(std::vector<std::string> keys, std::function<void()> atFirstQuestion = {})
        : pad_(connect()), thread_([this, keys = std::move(keys), first = std::move(atFirstQuestion)] {
              press(keys, first);
          }) {}
    ~Person() {
        ::shutdown(pad_, SHUT_RDWR);
        if (thread_.joinable())
            thread_.join();
        ::close(pad_);
    }
    /// What the display showed, once it has said that it was all.
    std::vector<std::string> seen() {
        thread_.join();
        return seen_;
    }

private:
    void press(const std::vector<std::string>& keys, const std::function<void()>& first) {
        std::string shown;
        auto next = keys.begin();
        for (char c = 0; ::recv(pad_, &c, 1, 0) == 1;) {
            if (c != '\n') {
                shown.push_back(c);
                continue;
            }
            seen_.push_back(shown);
            if (shown == "done" || shown == "stopped")
                return;
            shown.clear();
            if (seen_.size() == 1 && first)
                first();
            const auto line = (next == keys.end() ? std::string("late") : *next++) + "\n";
            if (::send(pad_, line.data(), line.size(), MSG_NOSIGNAL) < 0)
                return;
        }
    }
    static int connect() {
        const int pad = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un to{};
        to.sun_family = AF_UNIX;
        const auto path = service().padSocket().string();
        path.copy(to.sun_path, sizeof to.sun_path - 1);
        if (::connect(pad, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
            throw std::runtime_error("nobody can stand before the reader");
        return pad;
    }
    int pad_;
    std::vector<std::string> seen_;
    std::thread thread_;
};

/// Tells when a reader's card came or went.
class Arrivals {
public:
    Arrivals(pcsc::PcscReaders& readers, std::string reader) : reader_(std::move(reader)), readers_(readers) {
        readers_.watch([this](const auto& now) {
            const std::lock_guard lock(mutex_);
            present_ = false;
            for (const auto& state : now ? *now : std::vector<ports::ReaderState>{})
                present_ = present_ || (state.name == reader_ && state.cardPresent);
            changed_.notify_all();
        });
    }
    ~Arrivals() { readers_.stop(); }
    bool waitFor(bool present) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 10s, [&] { return present_ == present; });
    }

private:
    std::string reader_;
    pcsc::PcscReaders& readers_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool present_ = false;
};

class PadTest : public testing::Test {
protected:
    PadTest()
        : card_(service(), Pcscd::secondPort, "seid-ec", janis),
          trust_(*card::TrustStore::fromDirectory(service().directory() / "ca")), readers_(trust_, clock_) {
        Arrivals arrivals(readers_, Pcscd::padReader);
        if (!arrivals.waitFor(true))
            throw std::runtime_error("the service does not see the card");
        session_ = std::move(*readers_.open(Pcscd::padReader));
    }
    ~PadTest() override {
        Arrivals arrivals(readers_, Pcscd::padReader);
        card_.remove();
        arrivals.waitFor(false);
    }
    CardProcess card_;
    card::TrustStore trust_;
    base::SystemClock clock_;
    pcsc::PcscReaders readers_;
    std::unique_ptr<ports::CardSession> session_;
    const base::Secret pin1_{"1234"}, pin2_{"123456"}, puk_{"12345678"};
};

} // namespace

TEST_F(PadTest, TheReaderSaysWhatItHas) {
    EXPECT_TRUE(session_->hasPinPad());
    CardProcess other(service(), Pcscd::firstPort, "teid2", "161175-19997");
    Arrivals arrivals(readers_, Pcscd::plainReader);
    ASSERT_TRUE(arrivals.waitFor(true));
    const auto plain = std::move(*readers_.open(Pcscd::plainReader));
    EXPECT_FALSE(plain->hasPinPad());
    EXPECT_EQ(plain->verifyPin(PinKind::Pin1, PinInput::atPad()).error().code, codes::noPinPad);
    EXPECT_TRUE(plain->verifyPin(PinKind::Pin1, pin1_)) << "typed it still works";
    other.remove();
    EXPECT_TRUE(arrivals.waitFor(false));
}

TEST_F(PadTest, ThePinIsEnteredAtThePad) {
    {
        Person person({"1234"});
        ASSERT_TRUE(session_->verifyPin(PinKind::Pin1, PinInput::atPad()));
        EXPECT_EQ(person.seen().front(), "enter current 4 12");
    }
    EXPECT_TRUE(session_->authenticate(data));
    Person person({"12", "123456"}); // too short: the pad does not take it
    const auto signature = session_->sign(data, PinInput::atPad());
    ASSERT_TRUE(signature) << signature.error().code.text;
    EXPECT_TRUE(
        card::verifySignature(*card::parseCertificate(signature->certificate), data, signature->value));
}

TEST_F(PadTest, WrongOnesCountAndNothingEnteredCountsNot) {
    {
        Person person({"4321"});
        const auto wrong = session_->verifyPin(PinKind::Pin1, PinInput::atPad());
        ASSERT_EQ(wrong.error().code, codes::wrongPin);
        EXPECT_EQ(wrong.error().argument, "2");
    }
    {
        Person person({"cancel"});
        EXPECT_EQ(session_->verifyPin(PinKind::Pin1, PinInput::atPad()).error().code, codes::padCancelled);
    }
    {
        Person person({"late"});
        EXPECT_EQ(session_->verifyPin(PinKind::Pin1, PinInput::atPad()).error().code, codes::padTooLate);
    }
    EXPECT_EQ(session_->pinCounter(PinKind::Pin1)->left, 2);
}

TEST_F(PadTest, ChangesAndUnblocksAtThePad) {
    {
        Person person({"1234", "5678", "8765"});
        EXPECT_EQ(session_->changePin(PinKind::Pin1, PinInput::atPad(), PinInput::atPad()).error().code,
                  codes::padNotTheSame);
    }
    EXPECT_TRUE(session_->verifyPin(PinKind::Pin1, pin1_)) << "nothing was changed";
    {
        Person person({"1234", "5678", "5678"});
        ASSERT_TRUE(session_->changePin(PinKind::Pin1, PinInput::atPad(), PinInput::atPad()));
        EXPECT_EQ(person.seen(), (std::vector<std::string>{"enter current 4 12", "enter new 4 12",
                                                           "enter again 4 12", "done"}));
    }
    EXPECT_TRUE(session_->verifyPin(PinKind::Pin1, base::Secret("5678")));
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(session_->verifyPin(PinKind::Pin1, base::Secret("0000")));
    // The PUK typed from the envelope, the new PIN at the pad.
    Person person({"2468", "2468"});
    ASSERT_TRUE(session_->unblockPin(PinKind::Pin1, puk_, PinInput::atPad()));
    EXPECT_TRUE(session_->verifyPin(PinKind::Pin1, base::Secret("2468")));
}

TEST_F(PadTest, PulledWhileSomebodyEntersItIsGone) {
    Person person({"1234"}, [&] { card_.remove(); });
    EXPECT_EQ(session_->verifyPin(PinKind::Pin1, PinInput::atPad()).error().code, codes::cardGone);
    card_.insert();
}
