// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "../domain/acts/random_acts.h"
#include "vienlogs/acts/failures.h"
#include "vienlogs/acts_sync/wire.h"
#include "vienlogs/base/failures_base.h"

using namespace vienlogs;
using namespace vienlogs::acts_sync;

namespace {

/// A log that random changes made.
Log someLog() {
    acts::test::RandomActs random{5};
    Log log(random.id(), acts::ActKind::Law);
    while (log.entries().size() < 60)
        (void)log.append(
            {random.id(), base::Timestamp{}, "Ilze \"I\"", "kāpēc\n", random.operation(log.now())});
    return log;
}

} // namespace

TEST(Wire, WhatIsWrittenIsReadAgain) {
    const auto log = someLog();
    const auto page = pageFrom(encode(pageOf(log, 7)));
    ASSERT_TRUE(page) << page.error().detail;
    EXPECT_EQ(page->after, log.head(7));
    EXPECT_EQ(page->total, 60U);
    EXPECT_TRUE(std::equal(page->entries.begin(), page->entries.end(), log.entries().begin() + 7,
                           log.entries().end()));
    const auto push = pushFrom(encode(Push{log.head(0), log.entries()}));
    ASSERT_TRUE(push);
    EXPECT_EQ(push->after, Head());
    EXPECT_EQ(push->entries, log.entries());
    EXPECT_EQ(*headFrom(encode(log.head(60))), log.head(60));
}

TEST(Wire, TheHeadOfWhatWasReadIsTheSame) {
    const auto log = someLog();
    Log again(log.now().id(), log.now().kind());
    const auto page = pageFrom(encode(pageOf(log, 0)));
    ASSERT_TRUE(page);
    for (const auto& entry : page->entries)
        ASSERT_TRUE(again.append(entry));
    EXPECT_EQ(again.head(60), log.head(60));
    EXPECT_EQ(log.first(20).head(20), log.head(20));
    EXPECT_NE(log.head(59).chain, log.head(60).chain);
}

TEST(Wire, WhatIsNoneIsRefused) {
    const auto whole = encode(pageOf(someLog(), 0));
    for (std::size_t length = 0; length < whole.size(); length += 97)
        EXPECT_FALSE(pageFrom(std::string_view(whole).substr(0, length)));
    for (const auto* head : {"", "null", "{}", R"({"count":1,"chain":""})", R"({"count":0,"chain":"00"})",
                             R"({"count":1.5,"chain":""})", R"({"count":99999999999,"chain":""})"})
        EXPECT_EQ(headFrom(head).error().code, base::codes::invalidArgument) << head;
    EXPECT_FALSE(pushFrom(R"({"after":{"count":0,"chain":""},"entries":["{}"]})"));
    std::string many = R"({"after":{"count":0,"chain":""},"entries":[)";
    for (std::size_t i = 0; i < mostEntries; ++i)
        many += "\"\",";
    EXPECT_EQ(pushFrom(many + "\"\"]}").error().code, base::codes::invalidArgument);
}
