// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>

#include "vienlogs/acts_store/act_store.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"

using namespace vienlogs;
using acts_store::ActStore;

namespace {

/// Runs the scribe for a time behind its first word and kills it; gives what it said.
std::string typeFor(std::chrono::microseconds time, const std::array<std::string, 4>& words) {
    int ends[2];
    if (::pipe(ends) != 0)
        return "failed pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl(VIENLOGS_BIN_DIR "/acts_scribe", "acts_scribe", words[0].c_str(), words[1].c_str(),
                words[2].c_str(), words[3].c_str(), nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    std::string said(1, '\0');
    said.resize(::read(ends[0], said.data(), 1) == 1);
    ::usleep(useconds_t(time.count()));
    ::kill(child, SIGKILL);
    std::array<char, 4096> part{};
    ssize_t size = 0;
    while ((size = ::read(ends[0], part.data(), part.size())) > 0)
        said.append(part.data(), std::size_t(size));
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return said.substr(0, said.rfind('\n') + 1); // a line cut off by the kill says nothing
}

TEST(ActStoreKill, NothingTypedIsLostWheneverTheProgramIsKilled) {
    const test::TemporaryFolder folder;
    const auto key = folder / "device.key";
    test::writeKey(key);
    const base::SystemClock clock;
    acts::History history(base::Ulid::make(clock), acts::ActKind::Law);
    const auto title = base::Ulid::make(clock);
    ASSERT_TRUE(history.append({base::Ulid::make(clock), clock.now(), "Anna", "",
                                acts::InsertElement{title, acts::ElementKind::Title, {history.now().id()}}}));
    const auto id = history.now().id();
    ASSERT_TRUE(ActStore::open(folder / "acts", key).value()->add(history, clock.now()));
    std::mt19937 random(2026);
    std::size_t before = 0;
    for (int round = 0; round < 25; ++round) {
        const auto said =
            typeFor(std::chrono::microseconds(random() % 15'000),
                    {(folder / "acts").string(), key.string(), id.toString(), title.toString()});
        ASSERT_EQ(said.find("failed"), std::string::npos) << said;
        ASSERT_FALSE(said.empty());
        const auto last = said.substr(said.rfind('\n', said.size() - 2) + 1);
        auto store = ActStore::open(folder / "acts", key);
        ASSERT_TRUE(store) << store.error().detail;
        const auto read = (*store)->load(id);
        ASSERT_TRUE(read) << read.error().detail;
        const auto length = acts::lengthOf(read->now().find(title)->text);
        EXPECT_GE(length, std::stoul(last));
        EXPECT_LE(length, std::stoul(last) + 1); // one key may be kept and not told yet
        EXPECT_GT(length, before);
        before = length;
    }
}

} // namespace
