// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sys/mount.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "vienlogs/testkit/postgres.h"
#include "vienlogs/testkit/sender.h"

using namespace vienlogs;
using namespace vienlogs::testkit;
using namespace std::chrono_literals;

namespace {

/// A few rounds here; more by hand: VIENLOGS_FAULT_ROUNDS=300.
int rounds() {
    const char* wanted = std::getenv("VIENLOGS_FAULT_ROUNDS");
    return wanted ? std::atoi(wanted) : 3;
}

/// A small disk of its own, mounted while this lives.
class SmallDisk {
public:
    explicit SmallDisk(std::filesystem::path at) : at_(std::move(at)) {
        std::filesystem::create_directories(at_);
        mounted_ = ::mount("tmpfs", at_.c_str(), "tmpfs", 0, "size=64m") == 0;
    }
    ~SmallDisk() {
        if (mounted_)
            ::umount2(at_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    [[nodiscard]] bool isMounted() const { return mounted_; }
    /// So many bytes more than are used now.
    bool leave(std::uintmax_t bytes) {
        const auto space = std::filesystem::space(at_);
        const auto size = "size=" + std::to_string(space.capacity - space.free + bytes);
        return ::mount("tmpfs", at_.c_str(), "tmpfs", MS_REMOUNT, size.c_str()) == 0;
    }

private:
    std::filesystem::path at_;
    bool mounted_ = false;
};

class KillTest : public testing::TestWithParam<bool> {};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, KillTest, testing::Values(false, true), [](const auto& info) {
    return std::string(info.param ? "PostgreSQL" : "SQLCipher");
});

/// Killed again and again at any moment under load from several desks.
TEST_P(KillTest, UnderLoadNothingIsLostOrDoubled) {
    ServerFixture server;
    for (const auto* device : {"ces-02", "ces-03"})
        server.addDevice(device, "CES");
    if (GetParam()) {
        ASSERT_EQ(server.admin({"move", "--to", Postgres::shared().newDatabase()}), 0);
    }
    server.start();
    const auto address = server.address;
    std::vector<std::unique_ptr<Sender>> desks;
    std::vector<std::thread> sending;
    for (const auto* device : {"ces-01", "ces-02", "ces-03"})
        desks.push_back(std::make_unique<Sender>(server, device, std::vector{address}));
    for (auto& desk : desks)
        sending.emplace_back([&] { EXPECT_NO_THROW(desk->sendCase(30 * rounds())); });
    std::mt19937 random(20261123);
    for (int round = 0; round < rounds(); ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50 + random() % 200));
        server.kill();
        server.start({"--listen", address});
    }
    for (auto& thread : sending)
        thread.join();
    for (auto& desk : desks)
        EXPECT_EQ(desk->fault(), "");
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(server.admin({"verify"}), 0);
}

TEST(Faults, AFullDiskIsToldAndLosesNothing) {
    ServerFixture server;
    const auto disk = server.folder / "disk";
    SmallDisk small(disk);
    if (!small.isMounted())
        GTEST_SKIP() << "mounting a small disk needs the right to mount";
    std::filesystem::copy(server.data, disk / "data", std::filesystem::copy_options::recursive);
    server.data = disk / "data";
    server.start();
    Sender desk(server, "ces-01", {server.address});
    desk.sendCase(2);
    ASSERT_TRUE(small.leave(300'000));
    desk.onProblem = [&](const std::string& code) {
        EXPECT_EQ(code, "VL-SRV-0026");
        auto line = server.connect();
        EXPECT_EQ(line.ask("GET", "/livez").status, 200) << "still alive";
        ASSERT_TRUE(small.leave(100'000'000));
    };
    EXPECT_NO_THROW(desk.sendCase(60, 20'000));
    EXPECT_FALSE(desk.problems().empty()) << "it never was full";
    EXPECT_EQ(desk.fault(), "");
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(server.admin({"verify"}), 0);
}

/// The disk refuses one write or flush in a hundred: whoever asks is told, nothing half done stays, and what
/// is sent again counts once.
TEST(Faults, FailingWritesAreToldAndLoseNothing) {
    ServerFixture server;
    server.launcher = {"/usr/bin/fiu-run", "-x", "-f", server.folder / "fiu"};
    for (const auto* call : {"rw/pwrite", "sync/fsync", "sync/fdatasync"})
        server.launcher.insert(server.launcher.end(), {"-c", std::string("enable_random name=posix/io/") +
                                                                 call + ",probability=0.01"});
    bool started = false;
    for (int attempt = 0; attempt < 50 && !started; ++attempt) // opening the store may meet a failure as well
        try {
            server.start();
            started = true;
        } catch (const std::runtime_error&) {
        }
    server.launcher.clear();
    ASSERT_TRUE(started);
    Sender desk(server, "ces-01", {server.address});
    const auto enough = static_cast<std::size_t>(rounds());
    while (desk.problems().size() < enough && desk.versions() < 300)
        ASSERT_NO_THROW(desk.sendCase(desk.versions() + 10));
    EXPECT_GE(desk.problems().size(), enough) << "too few writes failed";
    for (const auto& code : desk.problems())
        EXPECT_TRUE(code == "VL-BASE-0005" || code == "VL-SRV-0026") << code; // whatever errno came
    EXPECT_EQ(desk.fault(), "");
    server.kill();
    server.start();
    Sender again(server, "ces-01", {server.address});
    EXPECT_EQ(again.ask("GET", "/v1/cases/" + desk.caseId().toString()).status, 200);
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(server.admin({"verify"}), 0);
}
