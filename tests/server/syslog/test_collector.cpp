// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "vienlogs/server/syslog/sender.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;
using namespace vienlogs::server::syslog;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// A port that nobody has. Below those that the system gives away by itself (ip_local_port_range), because
/// the collector takes it only a moment later, and the server under test would else be given it meanwhile.
int freePort() {
    for (int port = 20'000 + ::getpid() % 10'000;; ++port) {
        const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool isFree = ::bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        ::close(handle);
        if (isFree)
            return port;
    }
}

template<typename Condition>
bool waitFor(const Condition& condition) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (!condition() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(20ms);
    return condition();
}

/// A real rsyslogd that writes down what it understood of each message.
class Collector {
public:
    explicit Collector(const fs::path& folder, int wantedPort = freePort())
        : port(wantedPort), folder_(folder) {}
    void start(const std::string& input) {
        std::ofstream(folder_ / "rsyslog.conf")
            << "global(workDirectory=\"" << folder_.string() << "\" maxMessageSize=\"16k\")\n"
            << "template(name=\"seen\" type=\"string\" string=\"%syslogfacility-text%.%syslogseverity-text% "
               "%app-name% %msgid% %structured-data% %msg%\\n\")\n"
            << input << "\naction(type=\"omfile\" file=\"" << (folder_ / "seen").string()
            << "\" template=\"seen\")\n";
        process_ = std::make_unique<Process>(std::vector<std::string>{"/usr/sbin/rsyslogd", "-n", "-f",
                                                                      folder_ / "rsyslog.conf", "-i",
                                                                      folder_ / "rsyslog.pid"},
                                             folder_ / "rsyslog.log");
    }
    void startUdp() {
        start("module(load=\"imudp\")\ninput(type=\"imudp\" address=\"127.0.0.1\" port=\"" +
              std::to_string(port) + "\")");
    }
    void startTcp() {
        start("module(load=\"imtcp\")\ninput(type=\"imtcp\" address=\"127.0.0.1\" port=\"" +
              std::to_string(port) + "\")");
    }
    void startTls(const fs::path& ca, const fs::path& certificate, const fs::path& key) {
        start("global(defaultNetstreamDriverCAFile=\"" + ca.string() +
              "\" defaultNetstreamDriverCertFile=\"" + certificate.string() +
              "\" defaultNetstreamDriverKeyFile=\"" + key.string() +
              "\")\nmodule(load=\"imtcp\" streamDriver.name=\"ossl\" streamDriver.mode=\"1\" "
              "streamDriver.authMode=\"anon\")\ninput(type=\"imtcp\" address=\"127.0.0.1\" port=\"" +
              std::to_string(port) + "\")");
    }
    void stop() {
        process_->signal(SIGTERM);
        process_->wait();
        process_.reset();
    }
    [[nodiscard]] std::string seen() const {
        std::ifstream stream(folder_ / "seen");
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    [[nodiscard]] bool saw(const std::string& text) const {
        return waitFor([&] { return seen().find(text) != std::string::npos; });
    }
    [[nodiscard]] std::string address(const std::string& scheme) const {
        return scheme + "://127.0.0.1:" + std::to_string(port);
    }

    const int port;

private:
    fs::path folder_;
    std::unique_ptr<Process> process_;
};

class CollectorTest : public testing::Test {
protected:
    ~CollectorTest() override { fs::remove_all(folder); }
    static fs::path newFolder() {
        auto pattern = (fs::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    [[nodiscard]] std::string message(const std::string& device) const {
        const Field fields[] = {{"device", device}, {"why", "a \"quoted\" ] word"}};
        return messageOf({"host-1", "vienlogs-server", 1}, Facility::Authorisation, Severity::Warning,
                         clock.now(), "security", fields);
    }
    static std::string expected(const std::string& device) {
        return "authpriv.warning vienlogs-server security [vienlogs@32473 device=\"" + device + "\" why=";
    }

    fs::path folder = newFolder();
    Collector collector{folder};
    base::SystemClock clock;
};

} // namespace

TEST_F(CollectorTest, RsyslogdUnderstandsDatagrams) {
    collector.startUdp();
    Sender sender(*targetOf(collector.address("udp")));
    // Nobody tells the sender of a datagram whether the collector listens yet.
    EXPECT_TRUE(waitFor([&] {
        sender.post(message("ces-01"));
        return collector.seen().find(expected("ces-01")) != std::string::npos;
    }));
}

TEST_F(CollectorTest, RsyslogdUnderstandsTheStreamAndWhatWaitedForIt) {
    Sender sender(*targetOf(collector.address("tcp")));
    sender.post(message("ces-01"));
    EXPECT_TRUE(waitFor([&] { return sender.figures().waiting == 1 && !sender.figures().isConnected; }));
    collector.startTcp();
    EXPECT_TRUE(collector.saw(expected("ces-01"))) << "said before anybody listened";
    for (int i = 0; i < 200; ++i)
        sender.post(message("ces-1" + std::to_string(i)));
    EXPECT_TRUE(collector.saw(expected("ces-1199")));
    EXPECT_EQ(sender.figures().sent, 201U);
    EXPECT_EQ(sender.figures().lost, 0U);
    collector.stop();
    std::this_thread::sleep_for(50ms);
    sender.post(message("ces-02"));
    collector.startTcp();
    EXPECT_TRUE(collector.saw(expected("ces-02"))) << "the broken connection is noticed before it is used";
}

TEST_F(CollectorTest, ACollectorThatIsAwayCostsNothingButItsMessages) {
    Sender sender(*targetOf(collector.address("tcp")), 64 * 1024);
    const auto text = message("ces-01");
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < 20'000; ++i)
        sender.post(text);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2s) << "nobody waited";
    const auto away = sender.figures();
    EXPECT_EQ(away.lost + away.waiting, 20'000U);
    EXPECT_LE(away.waiting * text.size(), 64U * 1024);
    EXPECT_GT(away.waiting, 100U);
    collector.startTcp();
    EXPECT_TRUE(waitFor([&] { return sender.figures().waiting == 0; }));
    EXPECT_EQ(sender.figures().sent, away.waiting);
}

TEST(CollectorOfAServer, HearsSecurityEventsOverTlsAndNoPerson) {
    ServerFixture server(ServerFixture::Authority::Own);
    Collector collector(server.folder);
    const auto ca = server.data / "ca" / "ca.pem";
    collector.startTls(ca, server.data / "ca" / "server.pem", server.data / "keyring" / "server.key");
    server.start({"--syslog", collector.address("tls"), "--syslog-ca", ca});
    EXPECT_TRUE(collector.saw("local0.info vienlogs-server listening"));
    auto client = server.connect();
    EXPECT_EQ(server.login(client, server.clerk).status, 201);
    auto malformed = server.connect();
    malformed.send("GET / HTTP/1.1\r\n\r\n");
    EXPECT_EQ(malformed.receive().status, 400);
    EXPECT_TRUE(
        collector.saw("authpriv.warning vienlogs-server security [vienlogs@32473 what=\"no host\" device="))
        << collector.seen();
    const auto figures = client.ask("GET", "/metrics").body;
    EXPECT_NE(figures.find("vienlogs_syslog_up 1\n"), std::string::npos) << figures;
    EXPECT_NE(figures.find("vienlogs_syslog_lost_total 0\n"), std::string::npos);
    EXPECT_EQ(collector.seen().find("PNOLV"), std::string::npos);
    EXPECT_EQ(collector.seen().find(" request "), std::string::npos) << "what went well stays here";
    EXPECT_EQ(server.stop(), 0);
    EXPECT_TRUE(collector.saw("local0.info vienlogs-server stopped")) << "also the last words\n"
                                                                      << collector.seen();
}

TEST(CollectorOfAServer, IsNotTalkedToWhenNobodyVouchesForIt) {
    ServerFixture server(ServerFixture::Authority::Own);
    ServerFixture other(ServerFixture::Authority::Own);
    Collector collector(server.folder);
    collector.startTls(other.data / "ca" / "ca.pem", other.data / "ca" / "server.pem",
                       other.data / "keyring" / "server.key");
    server.start({"--syslog", collector.address("tls"), "--syslog-ca", server.data / "ca" / "ca.pem"});
    auto client = server.connect();
    EXPECT_EQ(client.ask("GET", "/readyz").status, 200) << "work goes on";
    EXPECT_NE(client.ask("GET", "/metrics").body.find("vienlogs_syslog_up 0\n"), std::string::npos);
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(collector.seen(), "");
}
