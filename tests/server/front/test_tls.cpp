// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

#include <openssl/ssl.h>

#include "vienlogs/server/front/front.h"
#include "vienlogs/server/pki/authority.h"

using namespace vienlogs;
using namespace vienlogs::server;
using namespace vienlogs::server::front;

namespace {

/// Gives every request its body back; "/long" 500 000 bytes in pieces.
class Echo final : public Application {
public:
    std::optional<Answer> begin(Exchange&) override { return {}; }
    std::variant<std::size_t, Answer> admit(Exchange&) override { return std::size_t{2'000'000}; }
    void cutOff(const Exchange&) override {}
    void serve(const std::shared_ptr<Exchange>& exchange) override {
        Answer answer{.contentType = "text/plain", .body = exchange->body + exchange->peer->name};
        if (exchange->head.target == "/long") {
            answer.length = 500'000;
            answer.next = [n = 0]() mutable -> base::Result<std::string> {
                return ++n > 5 ? std::string() : std::string(100'000, static_cast<char>('0' + n));
            };
        }
        exchange->answer(std::move(answer));
    }
    Answer refusal(const Refusal& refusal, const Peer&) override { return {.status = refusal.status}; }
    void turnedAway(const Peer& peer, std::string_view, std::string_view detail) override {
        const std::scoped_lock lock(mutex);
        turned.push_back(peer);
        details.emplace_back(detail);
        told.notify_all();
    }
    std::mutex mutex;
    std::condition_variable told;
    std::vector<Peer> turned;
    std::vector<std::string> details;
};

using Session = std::unique_ptr<SSL, decltype(&SSL_free)>;

class TlsTest : public testing::Test {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        const base::SystemClock clock;
        auto root = pki::Authority::create("Test", clock);
        ASSERT_TRUE(root);
        write("ca.pem", root->certificate);
        const auto authority = pki::Authority::load(root->certificate, std::move(root->privateKey));
        keep("server", authority->issueServer({"127.0.0.1"}, clock));
        keep("device", authority->issueDevice("ces-01", clock));
        auto started = Front::start(
            {.tls = TlsFiles{folder / "server.key", folder / "server.pem", folder / "ca.pem"}}, echo);
        ASSERT_TRUE(started) << started.error().detail;
        front = std::move(*started);
        SSL_CTX_use_certificate_chain_file(context.get(), (folder / "device.pem").c_str());
        SSL_CTX_use_PrivateKey_file(context.get(), (folder / "device.key").c_str(), SSL_FILETYPE_PEM);
    }
    void TearDown() override {
        front.reset();
        std::filesystem::remove_all(folder);
    }
    void write(const std::string& name, std::string_view text) const {
        std::ofstream(folder / name) << text;
        std::filesystem::permissions(folder / name, std::filesystem::perms::owner_read);
    }
    void keep(const std::string& name, const base::Result<pki::Issued>& issued) const {
        ASSERT_TRUE(issued);
        write(name + ".pem", issued->certificate);
        write(name + ".key", issued->privateKey.view());
    }
    [[nodiscard]] Session connect() const {
        const auto address = front->address();
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval patience{20, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to), 0);
        Session session(SSL_new(context.get()), SSL_free);
        SSL_set0_rbio(session.get(), BIO_new_socket(socket, BIO_CLOSE));
        SSL_set0_wbio(session.get(), BIO_new_socket(socket, BIO_NOCLOSE));
        SSL_set_connect_state(session.get());
        return session;
    }
    static bool send(const Session& session, const std::string& bytes) {
        return SSL_write(session.get(), bytes.data(), static_cast<int>(bytes.size())) ==
               static_cast<int>(bytes.size());
    }
    /// The body of one answer; empty when the connection ended before it.
    static std::string receive(const Session& session) {
        std::string text;
        std::string piece(64 * 1024, '\0');
        for (;;) {
            const auto head = text.find("\r\n\r\n");
            const auto at = text.find("Content-Length: ");
            if (head != std::string::npos && at < head &&
                text.size() >= head + 4 + std::stoul(text.substr(at + 16)))
                return text.substr(head + 4);
            const int size = SSL_read(session.get(), piece.data(), static_cast<int>(piece.size()));
            if (size <= 0)
                return {};
            text.append(piece, 0, static_cast<std::size_t>(size));
        }
    }
    static std::string post(const std::string& body, const std::string& target = "/") {
        return "POST " + target +
               " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
               body;
    }
    static bool works(const Session& session, const std::string& body = "x") {
        return send(session, post(body)) && receive(session) == body + "ces-01";
    }
    /// The records that a request would go out in, not sent.
    static std::string recordsOf(const Session& session, const std::string& request) {
        auto* wire = SSL_get_wbio(session.get());
        BIO_up_ref(wire);
        auto* caught = BIO_new(BIO_s_mem());
        SSL_set0_wbio(session.get(), caught);
        EXPECT_TRUE(send(session, request));
        std::string records(static_cast<std::size_t>(BIO_pending(caught)), '\0');
        BIO_read(caught, records.data(), static_cast<int>(records.size()));
        SSL_set0_wbio(session.get(), wire);
        return records;
    }

    Echo echo;
    std::filesystem::path folder;
    std::unique_ptr<Front> front;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context{SSL_CTX_new(TLS_client_method()), SSL_CTX_free};
};

} // namespace

TEST_F(TlsTest, EverySuiteOfTls13) {
    for (const auto* suite :
         {"TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"}) {
        SSL_CTX_set_ciphersuites(context.get(), suite);
        const auto session = connect();
        for (int i = 0; i < 20; ++i)
            EXPECT_TRUE(works(session, std::string(static_cast<std::size_t>(i) * 5'000, 'a'))) << suite << i;
        EXPECT_STREQ(SSL_get_cipher(session.get()), suite);
    }
}

TEST_F(TlsTest, LongBodiesBothWays) {
    const auto session = connect();
    EXPECT_TRUE(works(session, std::string(1'500'000, 'b')));
    ASSERT_TRUE(send(session, post("", "/long")));
    const auto answer = receive(session);
    EXPECT_EQ(answer.size(), 500'000U);
    EXPECT_TRUE(answer.ends_with("555"));
    EXPECT_TRUE(works(session));
}

TEST_F(TlsTest, SmallAndPaddedRecords) {
    const auto session = connect();
    SSL_set_block_padding(session.get(), 512);
    EXPECT_TRUE(works(session, std::string(5'000, 'c')));
    SSL_set_max_send_fragment(session.get(), 512);
    SSL_set_block_padding(session.get(), 0);
    EXPECT_TRUE(works(session, std::string(50'000, 'd')));
}

TEST_F(TlsTest, ShortRecordsThatTheClientAskedFor) {
    SSL_CTX_set_tlsext_max_fragment_length(context.get(), TLSEXT_max_fragment_length_512);
    const auto session = connect();
    EXPECT_TRUE(works(session, std::string(50'000, 'e')));
}

TEST_F(TlsTest, KeysThatChangeOnEitherSide) {
    const auto session = connect();
    ASSERT_TRUE(works(session));
    for (int i = 0; i < 40; ++i) {
        ASSERT_EQ(SSL_key_update(session.get(),
                                 i % 2 == 0 ? SSL_KEY_UPDATE_REQUESTED : SSL_KEY_UPDATE_NOT_REQUESTED),
                  1);
        ASSERT_TRUE(works(session, std::string(1'000, 'f'))) << i;
    }
}

TEST_F(TlsTest, RecordsCutAnywhere) {
    const auto session = connect();
    ASSERT_TRUE(works(session));
    auto records = recordsOf(session, post("cut"));
    records += recordsOf(session, post("again"));
    for (const char byte : records)
        ASSERT_EQ(::send(SSL_get_fd(session.get()), &byte, 1, MSG_NOSIGNAL), 1);
    EXPECT_EQ(receive(session), "cutces-01");
    EXPECT_EQ(receive(session), "againces-01");
}

TEST_F(TlsTest, TheEndIsToldAndHeard) {
    const auto session = connect();
    ASSERT_TRUE(send(session, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    EXPECT_EQ(receive(session), "ces-01");
    char byte = 0;
    EXPECT_LE(SSL_read(session.get(), &byte, 1), 0);
    EXPECT_EQ(SSL_get_shutdown(session.get()), SSL_RECEIVED_SHUTDOWN);
    const auto leaving = connect();
    ASSERT_TRUE(works(leaving));
    SSL_shutdown(leaving.get());
    EXPECT_LE(SSL_read(leaving.get(), &byte, 1), 0);
}

TEST_F(TlsTest, WhoShowsNoCertificateIsTurnedAway) {
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> nobody(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    std::swap(context, nobody);
    EXPECT_FALSE(works(connect()));
    std::unique_lock lock(echo.mutex); // The client hears of it before the application does.
    ASSERT_TRUE(echo.told.wait_for(lock, std::chrono::seconds(20), [&] { return !echo.turned.empty(); }));
    EXPECT_EQ(echo.details[0], "peer did not return a certificate");
    EXPECT_TRUE(echo.turned[0].fingerprint.empty());
}
