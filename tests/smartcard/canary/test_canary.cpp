// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// PINs that nobody else has are used, then looked for: in the memory of the program that used them, in its
// core dump, in the logs. The desk with its windows: tests/journeys/bad_inputs/scenarios/canary_pin.sh.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <unistd.h>

#include <fstream>
#include <random>
#include <thread>

#include "vienlogs/test/pcscd.h"

using namespace vienlogs;
using namespace std::chrono_literals;
using test::Pcscd;
namespace fs = std::filesystem;

namespace {

constexpr const char* janis = "010181-15098";
constexpr const char* kept = "kept-in-memory";

/// Twelve digits by chance: nothing else on the machine has them.
std::string canary() {
    std::random_device chance;
    std::string digits;
    while (digits.size() < 12)
        digits += char('0' + chance() % 10);
    return digits;
}

std::string asUtf16(const std::string& text) {
    std::string wide;
    for (const char c : text)
        wide += {c, '\0'};
    return wide;
}

/// The names of those that lie in the text, as they are or as a QString holds them.
std::vector<std::string> namesIn(std::string_view text, const std::map<std::string, std::string>& canaries) {
    std::vector<std::string> found;
    for (const auto& [name, value] : canaries)
        if (text.find(value) != std::string_view::npos || text.find(asUtf16(value)) != std::string_view::npos)
            found.push_back(name);
    return found;
}

/// All that a process has in its memory and may write; other pages are those of its files.
std::vector<std::string> memoryOf(pid_t process) {
    std::vector<std::string> regions;
    std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
    for (std::string line; std::getline(maps, line);) {
        unsigned long from = 0, to = 0;
        char mode[5] = {};
        if (std::sscanf(line.c_str(), "%lx-%lx %4s", &from, &to, mode) != 3 || mode[1] != 'w')
            continue;
        std::string region(to - from, '\0');
        const iovec here{region.data(), region.size()}, there{reinterpret_cast<void*>(from), region.size()};
        if (const auto size = ::process_vm_readv(process, &here, 1, &there, 1, 0); size > 0) {
            region.resize(std::size_t(size));
            regions.push_back(std::move(region));
        }
    }
    return regions;
}

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class CanaryTest : public testing::Test {
protected:
    CanaryTest() {
        std::ofstream(service_.directory() / "canary.json")
            << R"({"givenName":"Anna","familyName":"Liepiņa","personalCode":")" << janis << R"(","pin1":")"
            << canaries_.at("PIN1") << R"(","pin2":")" << canaries_.at("PIN2") << R"(","puk":")"
            << canaries_.at("PUK") << "\"}";
        card_ = std::make_unique<test::CardProcess>(
            service_, Pcscd::firstPort, "seid-ec", janis,
            std::vector<std::string>{"--person", service_.directory() / "canary.json"});
        fs::create_directory(service_.directory() / "core");
        holder_ = std::make_unique<test::ChildProcess>(
            std::vector<std::string>{"prlimit", "--core=unlimited", "env", "-C",
                                     service_.directory() / "core", VIENLOGS_BIN_DIR "/canary_holder",
                                     service_.directory() / "ca", Pcscd::plainReader},
            service_.directory() / "holder.log");
        for (const auto* name : {"PIN1", "PIN2", "PUK", "new PIN2"})
            holder_->writeLine(canaries_.at(name));
    }

    const std::map<std::string, std::string> canaries_{
        {"PIN1", canary()}, {"PIN2", canary()}, {"PUK", canary()}, {"new PIN2", canary()}};
    const Pcscd service_{Pcscd::Driver::Vienlogs};
    std::unique_ptr<test::CardProcess> card_;
    std::unique_ptr<test::ChildProcess> holder_;
};

} // namespace

TEST_F(CanaryTest, NothingOfAPinStaysBehind) {
    ASSERT_EQ(holder_->readLine(20s), "used") << contentOf(service_.directory() / "holder.log");
    const std::map<std::string, std::string> held{{"kept", kept}};
    bool searched = false;
    for (const auto& region : memoryOf(holder_->pid())) {
        EXPECT_EQ(namesIn(region, canaries_), std::vector<std::string>{}) << "in the program's memory";
        searched = searched || !namesIn(region, held).empty();
    }
    EXPECT_TRUE(searched) << "the search sees what the program holds";
    for (const auto* log : {"holder.log", "pcscd.log"})
        EXPECT_EQ(namesIn(contentOf(service_.directory() / log), canaries_), std::vector<std::string>{})
            << log;
    EXPECT_TRUE(fs::exists(service_.directory() / "pcscd.log"));
}

TEST_F(CanaryTest, ACoreDumpHasNoPin) {
    std::string pattern;
    std::getline(std::ifstream("/proc/sys/kernel/core_pattern"), pattern);
    if (pattern.find_first_of("|/") != std::string::npos)
        GTEST_SKIP() << "core dumps go elsewhere on this machine: " << pattern;
    ASSERT_EQ(holder_->readLine(20s), "used");
    ::kill(holder_->pid(), SIGQUIT);
    EXPECT_FALSE(holder_->readLine(20s)) << "it has ended";
    std::size_t dumps = 0;
    for (const auto& file : fs::directory_iterator(service_.directory() / "core")) {
        ++dumps;
        const auto dump = contentOf(file.path());
        EXPECT_GT(dump.size(), 100'000U);
        EXPECT_EQ(namesIn(dump, canaries_), std::vector<std::string>{});
    }
    EXPECT_EQ(dumps, 1U);
}
