// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <optional>
#include <thread>

#include "vienlogs/server/app/audit_queue.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/store/failures.h"

using namespace vienlogs;
using namespace vienlogs::server;

namespace {

class AuditQueueTest : public testing::Test {
protected:
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(data.root);
    }
    static std::filesystem::path newFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    std::int64_t size() {
        return store::inRead<std::int64_t>(*store, [](store::Transaction& t) { return t.audit().size(); })
            .value_or(-1);
    }

    app::DataFolder data{newFolder()};
    base::ManualClock clock{base::SystemClock().now()};
    std::unique_ptr<store::Store> store = std::move(*app::openStore(data));
    app::Audit audit{*store, std::move(*app::openAuditKey(data)), clock};
};

} // namespace

TEST_F(AuditQueueTest, EveryRecordIsDurableBeforeItIsTold) {
    constexpr int threads = 4;
    constexpr int each = 200;
    std::atomic<int> told{0};
    std::atomic<int> early{0};
    {
        app::AuditQueue queue(audit);
        std::vector<std::thread> callers;
        for (int i = 0; i < threads; ++i)
            callers.emplace_back([&] {
                for (int n = 0; n < each; ++n)
                    queue.record({app::AuditEntry{.what = "case.read"}}, [&](const base::Result<void>& done) {
                        early += done && size() > told ? 0 : 1;
                        ++told;
                    });
            });
        for (auto& caller : callers)
            caller.join();
    } // What is left is written before the queue ends.
    EXPECT_EQ(told, threads * each);
    EXPECT_EQ(early, 0);
    EXPECT_EQ(size(), threads * each);
    EXPECT_EQ(audit.head()->size, threads * each) << "signed";
}

TEST_F(AuditQueueTest, WhatCannotBeRecordedIsTold) {
    ASSERT_TRUE(store->write([](store::Transaction& t) { return t.raw().saveMovedTo("elsewhere"); }));
    std::optional<base::Result<void>> result;
    {
        app::AuditQueue queue(audit);
        queue.record({app::AuditEntry{.what = "case.read"}},
                     [&](const base::Result<void>& done) { result = done; });
    }
    ASSERT_TRUE(result && !*result);
    EXPECT_EQ(result->error().code, store::codes::moved);
    EXPECT_EQ(size(), 0);
}
