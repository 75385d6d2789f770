// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sys/stat.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/server/store/keyring.h"

using namespace vienlogs;
using namespace vienlogs::server::store;

namespace {

class KeyringTest : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove_all(folder); }
    static std::filesystem::path newFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    static unsigned modeOf(const std::filesystem::path& path) {
        struct stat status {};
        ::stat(path.c_str(), &status);
        return status.st_mode & 0777U;
    }
    std::filesystem::path folder = newFolder();
    Keyring keyring{folder / "keyring"};
};

} // namespace

TEST_F(KeyringTest, AKeyIsMadeOnceForItsOwnerOnly) {
    const auto first = keyring.rawKey("store.key");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->view().size(), 32U);
    EXPECT_EQ(keyring.rawKey("store.key")->view(), first->view());
    EXPECT_NE(keyring.rawKey("other.key")->view(), first->view());
    EXPECT_EQ(modeOf(folder / "keyring"), 0700U);
    EXPECT_EQ(modeOf(folder / "keyring" / "store.key"), 0600U);
}

TEST_F(KeyringTest, AKeyThatOthersMayReadIsRefused) {
    ASSERT_TRUE(keyring.rawKey("store.key"));
    for (const unsigned mode : {0640U, 0604U, 0660U}) {
        ::chmod((folder / "keyring" / "store.key").c_str(), mode);
        const auto refused = keyring.rawKey("store.key");
        ASSERT_FALSE(refused) << mode;
        EXPECT_EQ(refused.error().code, codes::keyringOpen);
    }
}

TEST_F(KeyringTest, NothingIsReplacedUnlessAsked) {
    ASSERT_TRUE(keyring.save("a", base::Secret("one")));
    EXPECT_FALSE(keyring.save("a", base::Secret("two")));
    EXPECT_EQ(keyring.load("a")->view(), "one");
    ASSERT_TRUE(keyring.replace("a", base::Secret("two")));
    EXPECT_EQ(keyring.load("a")->view(), "two");
    EXPECT_EQ(keyring.load("b").error().code, base::codes::notFound);
}

TEST_F(KeyringTest, ACutKeyIsNotTakenForAKey) {
    ASSERT_TRUE(keyring.save("store.key", base::Secret("short")));
    EXPECT_FALSE(keyring.rawKey("store.key"));
}
