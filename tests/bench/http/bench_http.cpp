// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// One run side by side, the same wrk settings for each: a catalogue entry of 300 bytes through the whole
// server (session, rights, routing, figures, log), from nginx as a static file, from a bare Poco HTTPServer;
// a row of the encrypted store through the whole server and from a bare Poco HTTPServer; a person's case with
// its durable audit record. Plain and over TLS 1.3 with client certificates. Then 10 000 idle and 1 000
// half-sent connections beside healthy requests. usage: bench_http [SECONDS a run, 0 for the idle alone]
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "idle_crowd.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

struct Figures {
    double requests = 0; ///< A second.
    std::string median;
    std::string p99;
    std::string errors;
    double perSecond =
        0; ///< Requests for a second of the server's processor time: says more on a busy machine.
};

std::string read(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The word after a mark, empty when the mark is not there.
std::string after(const std::string& text, const std::string& mark) {
    const auto at = text.find(mark);
    std::string word;
    if (at != std::string::npos)
        std::istringstream(text.substr(at + mark.size())) >> word;
    return word;
}

class Bench {
public:
    explicit Bench(int seconds) : seconds_(seconds) {
        const auto reference = server.folder / "reference";
        std::filesystem::create_directory(reference);
        entry_ = "{\"id\":\"pmlp-pase\",\"name\":\"" + std::string(300 - 32, 'x') + "\"}";
        std::ofstream(reference / "manifest.json") << "{\"version\":1}";
        std::ofstream(reference / "entry.json") << entry_;
        ::chmod(server.folder.c_str(), 0755); // nginx may serve as somebody else.
        path_ = "/v1/reference/items/" + digest::toHex(digest::sha256(entry_));
        start(false);
        auto client = server.connect();
        const auto session = server.session(client, server.clerk);
        session_ = session.at("Authorization");
        Desk desk("ces-01");
        const auto id = desk.newId();
        const std::vector batch{desk.openCase(id)};
        std::ignore = client.ask("POST", "/v1/commands:batch", session, contract::encode(batch));
        casePath_ = "/v1/cases/" + id.toString();
        server.stop();
    }

    void start(bool plain) {
        std::vector<std::string> words{
            "--reference", server.folder / "reference", "--connections", "15000", "--rate", "100000000"};
        if (plain)
            words.emplace_back("--plain-http");
        server.start(words);
    }

    [[nodiscard]] Figures wrk(const Process& process, const std::string& url, int connections = 64) const {
        const auto output = server.folder / "wrk.txt";
        const bool tls = url.starts_with("https");
        const auto device = server.deviceFolder("ces-01");
        const std::string command =
            (tls ? "LD_PRELOAD=" VIENLOGS_BIN_DIR "/libwrk_certificate.so WRK_CERTIFICATE=" +
                       (device / "device.pem").string() + " WRK_KEY=" + (device / "device.key").string() + " "
                 : std::string()) +
            "wrk -t2 -c" + std::to_string(connections) + " -d" + std::to_string(std::max(seconds_, 2)) +
            "s --latency -H 'X-Vienlogs-Device: ces-01' -H 'Authorization: " + session_ + "' " + url + " > " +
            output.string();
        const double before = process.processorSeconds();
        std::ignore = run({"/bin/sh", "-c", command}, server.folder / "wrk.log");
        const double used = process.processorSeconds() - before;
        const auto text = read(output);
        const auto served = text.find(" requests in ");
        const double count =
            served == std::string::npos ? 0 : std::stod(text.substr(text.rfind('\n', served) + 1));
        const auto requests = after(text, "Requests/sec:");
        return {requests.empty() ? 0 : std::stod(requests), after(text, "\n     50%"),
                after(text, "\n     99%"),
                after(text, "Non-2xx or 3xx responses:") + after(text, "Socket errors:"),
                used > 0 ? count / used : 0};
    }

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& casePath() const { return casePath_; }
    [[nodiscard]] std::filesystem::path entryFile() const {
        return server.folder / "reference" / "entry.json";
    }

    ServerFixture server;

private:
    int seconds_;
    std::string entry_;
    std::string path_;
    std::string casePath_;
    std::string session_;
};

void print(const char* what, const Figures& figures, const Figures& against) {
    const auto ratio = [](double ours, double theirs) { return theirs > 0 ? ours / theirs : 0; };
    std::printf("%-28s %8.0f requests/s (%.2f)  %8.0f a processor second (%.2f)  p50 %8s  p99 %8s %s\n", what,
                figures.requests, ratio(figures.requests, against.requests), figures.perSecond,
                ratio(figures.perSecond, against.perSecond), figures.median.c_str(), figures.p99.c_str(),
                figures.errors.empty() ? "" : ("ERRORS " + figures.errors).c_str());
    std::fflush(stdout);
}

/// nginx with two workers, its ports chosen by the caller; tuned: no log, and the file is opened once.
std::string nginxConfiguration(const Bench& bench, int plain, int tls, bool tuned) {
    std::ostringstream text;
    const auto& data = bench.server.data;
    text << "worker_processes 2;\nuser root;\ndaemon off;\npid nginx.pid;\nerror_log nginx-error.log;\n"
         << "events { worker_connections 4096; }\nhttp {\n"
         << (tuned ? "access_log off;\nopen_file_cache max=10;\n" : "access_log nginx-access.log;\n")
         << "keepalive_requests 1000000000;\n"
         << "default_type application/json;\nssl_protocols "
            "TLSv1.3;\nssl_session_tickets off;\n"
         << "server {\nlisten 127.0.0.1:" << plain << ";\nlisten 127.0.0.1:" << tls << " ssl;\n"
         << "ssl_certificate " << (data / "ca" / "server.pem").string() << ";\nssl_certificate_key "
         << (data / "keyring" / "server.key").string() << ";\nssl_client_certificate "
         << (data / "ca" / "ca.pem").string() << ";\nssl_verify_client on;\nroot "
         << bench.entryFile().parent_path().string() << ";\n}\n}\n";
    return text.str();
}

Figures nginx(Bench& bench, bool tls, bool tuned) {
    const int plainPort = freePort();
    const int tlsPort = freePort();
    std::ofstream(bench.server.folder / "nginx.conf") << nginxConfiguration(bench, plainPort, tlsPort, tuned);
    Process process({"/usr/sbin/nginx", "-p", bench.server.folder, "-c", "nginx.conf"},
                    bench.server.folder / "nginx.log");
    waitFor(plainPort);
    const auto figures = bench.wrk(process, (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") +
                                                std::to_string(tls ? tlsPort : plainPort) + "/entry.json");
    process.signal(SIGTERM); // To the master: its workers end with it.
    process.wait();
    return figures;
}

Figures poco(Bench& bench, const std::filesystem::path& source, bool tls) {
    std::vector<std::string> words{VIENLOGS_BIN_DIR "/bench_poco_server", source};
    const auto& data = bench.server.data;
    if (tls)
        words.insert(words.end(),
                     {data / "keyring" / "server.key", data / "ca" / "server.pem", data / "ca" / "ca.pem"});
    Process process(words, bench.server.folder / "poco.log");
    const auto port = process.readLine();
    return bench.wrk(process, (tls ? "https://127.0.0.1:" : "http://127.0.0.1:") + port + "/");
}

void compare(Bench& bench, bool tls) {
    const std::string scheme = tls ? "https://" : "http://";
    std::printf("%s\n", tls ? "TLS 1.3 with client certificates" : "plain");
    const auto asItComes = nginx(bench, tls, false);
    print("nginx static, with its log", asItComes, asItComes);
    print("nginx static, tuned", nginx(bench, tls, true), asItComes);
    const auto bare = poco(bench, bench.entryFile(), tls);
    print("bare Poco HTTPServer", bare, asItComes);
    bench.start(!tls);
    const auto ours = [&](const std::string& path) {
        return bench.wrk(bench.server.process(), scheme + bench.server.address + path);
    };
    print("vienlogs-server", ours(bench.path()), asItComes);
    print("vienlogs-server /livez", ours("/livez"), asItComes);
    bench.server.stop();
    std::printf("a row of the encrypted store\n");
    const auto bareRow = poco(bench, bench.server.data, tls);
    print("bare Poco with SQLCipher", bareRow, bareRow);
    bench.start(!tls);
    print("vienlogs-server", ours("/v1/audit/head"), bareRow);
    std::printf("a person's case with its durable audit record\n");
    print("vienlogs-server", ours(bench.casePath()), bareRow);
    bench.server.stop();
}

void crowd(Bench& bench, int idle, int half, bool tls) {
    bench.start(!tls);
    const auto before = bench.server.memory();
    IdleCrowd people(bench.server.address,
                     tls ? bench.server.deviceFolder("ces-01") : std::filesystem::path());
    const int came = people.connect(idle, "");
    const int halves = people.connect(half, "GET /livez HTTP/1.1\r\nHost: loc");
    const auto figures = bench.wrk(bench.server.process(),
                                   (tls ? "https://" : "http://") + bench.server.address + bench.path(), 8);
    std::printf("%s: %d idle and %d half-sent connections, memory %ld kB (before %ld kB)\n",
                tls ? "TLS" : "plain", came, halves, bench.server.memory(), before);
    print("healthy requests meanwhile", figures, {});
    std::printf("still connected: %d\n", people.stillConnected());
    bench.server.kill();
}

} // namespace

int main(int argc, char** argv) {
    const rlimit files{20'000, 20'000};
    ::setrlimit(RLIMIT_NOFILE, &files);
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 5;
    Bench bench(seconds);
    if (seconds > 0) {
        compare(bench, false);
        compare(bench, true);
    }
    crowd(bench, 10'000, 1'000, false);
    crowd(bench, 10'000, 1'000, true);
    return 0;
}
