// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// An independent judge: Wireshark's dissector reads what driver and stand-in really say on the wire.
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <set>
#include <sstream>
#include <thread>

#include "child_process.h"
#include "vienlogs/devices/pos/zvt_terminal.h"

using namespace vienlogs;
using namespace vienlogs::devices::pos;
using namespace std::chrono_literals;
using Kind = ports::PosOutcome::Kind;

namespace {

std::string outputOf(const std::string& command) {
    std::string text;
    std::array<char, 4096> bytes{};
    FILE* const pipe = ::popen(command.c_str(), "r");
    while (pipe && std::fgets(bytes.data(), bytes.size(), pipe))
        text += bytes.data();
    return pipe && ::pclose(pipe) == 0 ? text : "failed: " + text;
}

/// Captures the traffic of one port on the loopback while it lives.
class Capture {
public:
    Capture(std::uint16_t port, const std::filesystem::path& file)
        : port_(std::to_string(port)), file_(file),
          process_(
              {"sh", "-c", "exec dumpcap -i lo -f 'tcp port " + port_ + "' -w " + file.string() + " 2>&1"}),
          running_(!process_.awaitLine("File: ", 10s).empty()) {}
    [[nodiscard]] bool running() const { return running_; }
    void stop() {
        std::this_thread::sleep_for(300ms); // the last packets are still on their way to it
        process_.signal(SIGINT);
        ASSERT_NE(process_.wait(), -1);
    }
    /// What tshark says of the packets that a display filter takes.
    [[nodiscard]] std::string decoded(const std::string& options) const {
        return outputOf("tshark -r " + file_.string() + " -d tcp.port==" + port_ + ",zvt " + options +
                        " 2>/dev/null");
    }

private:
    std::string port_;
    std::filesystem::path file_;
    test::ChildProcess process_;
    bool running_;
};

ZvtSettings settings(std::uint16_t port) {
    ZvtSettings result;
    result.host = "127.0.0.1";
    result.port = port;
    result.acknowledgement = 1s;
    result.answer = 2s;
    result.pause = 30ms;
    return result;
}

/// Every message there is, in one day at the terminal.
void runTheDay(test::TerminalProcess& terminal) {
    const base::SystemClock clock;
    const auto fee = base::Money::cents(4750);
    ZvtTerminal driver(settings(terminal.port()), clock);
    const auto pay = [&] {
        EXPECT_TRUE(driver.registerTerminal());
        return driver.pay(fee, {});
    };
    const auto paid = pay();
    ASSERT_EQ(paid.kind, Kind::Captured);
    terminal.command("fault print-blocks");
    ASSERT_EQ(pay().kind, Kind::Captured);
    terminal.command("fault none");
    terminal.command("customer decline");
    ASSERT_EQ(pay().kind, Kind::Declined);
    terminal.command("customer slow");
    ASSERT_TRUE(driver.registerTerminal());
    // From inside the prompt, which is no other thread, but is surely in the middle.
    ASSERT_EQ(driver.pay(fee, [&](ports::PosPrompt) { driver.abort(); }).kind, Kind::Aborted);
    terminal.command("customer approve");
    terminal.command("fault drop-after-capture");
    ASSERT_EQ(pay().kind, Kind::Unknown);
    ASSERT_TRUE(driver.lastReceipt());
    ASSERT_TRUE(driver.reverse(paid.receipt->receiptNumber));
    ASSERT_FALSE(driver.reverse(paid.receipt->receiptNumber));
    ASSERT_TRUE(driver.endOfDay());
    driver.logOff();
}

std::set<std::string> words(const std::string& text) {
    std::string with = text;
    std::replace(with.begin(), with.end(), ',', '\n');
    std::istringstream stream(with);
    std::set<std::string> found;
    for (std::string word; stream >> word;)
        found.insert(word);
    return found;
}

} // namespace

TEST(ZvtTshark, DecodesEveryMessageWithoutAWarning) {
    const auto file =
        std::filesystem::temp_directory_path() / ("vienlogs-zvt-" + std::to_string(::getpid()) + ".pcap");
    test::TerminalProcess terminal;
    {
        Capture capture(terminal.port(), file);
        if (!capture.running())
            GTEST_SKIP() << "this user may not capture on the loopback (dumpcap)";
        runTheDay(terminal);
        capture.stop();

        // A busy machine acknowledges late and TCP sends twice: what its sequence numbers say is no
        // matter of this protocol.
        EXPECT_EQ(capture.decoded("-Y '_ws.malformed || (_ws.expert.severity >= 0x600000 && "
                                  "_ws.expert.group != \"Sequence\")'"),
                  "");
        const auto kinds = words(capture.decoded("-Y zvt -T fields -e zvt.control_field"));
        const std::set<std::string> expected{"0x0600", "0x0601", "0x0630", "0x0650", "0x040f",
                                             "0x04ff", "0x060f", "0x061e", "0x06d1", "0x06d3"};
        EXPECT_EQ(kinds, expected);
        // The values it reads are those that were asked and told.
        EXPECT_EQ(words(capture.decoded("-Y 'zvt.control_field == 0x0601' -T fields -e zvt.amount")),
                  std::set<std::string>{"4750"});
        EXPECT_EQ(words(capture.decoded("-Y 'zvt.control_field == 0x061e' -T fields -e zvt.result_code")),
                  (std::set<std::string>{"0x05", "0x6c", "0xb4", "0x83"}));
        const auto result =
            capture.decoded("-Y 'zvt.control_field == 0x040f && zvt.trace_number == \"000001\"' -V");
        for (const auto* part :
             {"Terminal ID: 52500001", "Card name: Mastercard", "Currency Code: EUR (0x0978)"})
            EXPECT_NE(result.find(part), std::string::npos) << part;
        // Nothing else travels but the four commands that the dissector of Wireshark 4.0 does not know:
        // repeat receipt, status enquiry, log off and abort by the desk, each with the bytes of the
        // specification.
        EXPECT_EQ(words(capture.decoded("-Y 'tcp.len > 0 && !zvt' -T fields -e tcp.payload")),
                  (std::set<std::string>{"062003000000", "050103000000", "060200", "06b000"}));
    }
    if (!testing::Test::HasFailure())
        std::filesystem::remove(file);
}
