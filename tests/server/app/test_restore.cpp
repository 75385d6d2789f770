// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/server/app/data_folder.h"

using namespace vienlogs;
using namespace vienlogs::server;
namespace fs = std::filesystem;

namespace {

class RestoreTest : public testing::Test {
protected:
    void TearDown() override { fs::remove_all(data.root); }
    static fs::path newFolder() {
        auto pattern = (fs::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    /// One run of the server: the epoch it begins with, after `work` it ends.
    template<typename Work>
    std::string run(Work work) {
        const auto store = app::openStore(data);
        const auto epoch = app::beginEpoch(data, **store, clock);
        work(**store);
        return *epoch;
    }
    std::string run() {
        return run([](store::Store&) {});
    }

    app::DataFolder data{newFolder()};
    base::SystemClock clock;
};

} // namespace

TEST_F(RestoreTest, TheEpochStaysWhileTheStoreIsTheSame) {
    const auto first = run();
    EXPECT_EQ(run(), first);
}

TEST_F(RestoreTest, ABackupOfTheVeryRunThatIsReplacedBeginsANewEpoch) {
    const auto backup = data.root / "backup.db";
    const auto first = run([&](store::Store& store) { ASSERT_TRUE(app::backUp(data, store, backup)); });
    EXPECT_EQ(run(), first) << "making a backup is not being restored";
    fs::remove(data.storeFile() += "-wal");
    fs::copy_file(backup, data.storeFile(), fs::copy_options::overwrite_existing);
    const auto restored = run();
    EXPECT_NE(restored, first);
    EXPECT_EQ(run(), restored) << "restored once, not at every start";
}

TEST_F(RestoreTest, ABackupThatIsRestoredBeforeTheNextStartBeginsANewEpoch) {
    const auto backup = data.root / "backup.db";
    const auto first = run([&](store::Store& store) { ASSERT_TRUE(app::backUp(data, store, backup)); });
    fs::remove(data.storeFile() += "-wal");
    fs::copy_file(backup, data.storeFile(), fs::copy_options::overwrite_existing);
    EXPECT_NE(run(), first);
}

TEST_F(RestoreTest, AnOldCopyOfTheFileBeginsANewEpoch) {
    const auto first = run();
    const auto copy = data.root / "copy.db";
    fs::copy_file(data.storeFile(), copy);
    EXPECT_EQ(run(), first);
    fs::remove(data.storeFile() += "-wal");
    fs::copy_file(copy, data.storeFile(), fs::copy_options::overwrite_existing);
    EXPECT_NE(run(), first);
}
