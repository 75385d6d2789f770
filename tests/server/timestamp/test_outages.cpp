// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "stand_in.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_export.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/testkit/postgres.h"

using namespace vienlogs;
using namespace vienlogs::server;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// An audit and its stamper, on a clock that stands still, beside a service that is a process.
class OutageTest : public testing::TestWithParam<bool> {
protected:
    ~OutageTest() override { fs::remove_all(data.root); }
    static fs::path newFolder() {
        auto pattern = (fs::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    void record() { ASSERT_TRUE(audit.record({.what = "something"})); }
    contract::AuditStampState state() { return *stamper.state(); }
    /// The service's clock goes with ours.
    void service(const std::string& name) {
        const auto ahead =
            std::chrono::duration_cast<std::chrono::seconds>(clock.now() - base::SystemClock().now());
        ASSERT_EQ(standIn.control("{\"state\":\"" + name +
                                  "\",\"aheadSeconds\":" + std::to_string(ahead.count()) + "}"),
                  204);
    }

    app::DataFolder data{newFolder(), GetParam() ? testkit::Postgres::shared().newDatabase() : ""};
    base::ManualClock clock{base::SystemClock().now()};
    testhelp::TimeStampStandIn standIn{data.root};
    std::unique_ptr<store::Store> store = std::move(*app::openStore(data));
    app::Audit audit{*store, std::move(*app::openAuditKey(data)), clock};
    app::AuditStamper stamper{*store, clock, standIn, {standIn.authority(), "", 60min}};
};

} // namespace

TEST_P(OutageTest, AnOutageOfHoursIsCoveredByOneStamp) {
    record();
    ASSERT_EQ(stamper.run().value_or(app::AuditStamper::Step::Nothing), app::AuditStamper::Step::Stamped);
    EXPECT_EQ(state().waiting, 0);
    service("down");
    const auto began = clock.now();
    int failures = 0;
    for (int i = 0; i < 36; ++i) { // ten minutes each
        clock.advance(10min);
        record();
        failures += stamper.run() ? 0 : 1;
    }
    EXPECT_EQ(state().waiting, 36) << "nothing was held up";
    EXPECT_EQ(state().waitingSince, std::chrono::floor<std::chrono::milliseconds>(began + 10min));
    EXPECT_EQ(state().failure, "VL-TSA-0001");
    EXPECT_EQ(state().newest->head.size, 1);
    EXPECT_GE(failures, 10);
    EXPECT_LE(standIn.asked, 37) << "it is asked no more often than the back-off lets";
    service("up");
    const auto asked = standIn.asked;
    clock.advance(15min);
    service("up");
    ASSERT_TRUE(stamper.run());
    EXPECT_EQ(standIn.asked, asked + 1);
    EXPECT_EQ(state().waiting, 0);
    EXPECT_EQ(state().newest->head.size, 37);
    EXPECT_EQ(state().failure, "");
    const auto all = store::inRead<std::vector<contract::AuditStamp>>(
        *store, [](store::Transaction& t) { return t.stamps().after(0, 100); });
    ASSERT_EQ(all->size(), 2U);
    const auto proved = app::proveTime(*all, standIn.authority());
    ASSERT_TRUE(proved);
    EXPECT_EQ((*proved)->records, 37);
    const auto growth = audit.consistency(all->front().head.size);
    ASSERT_TRUE(growth) << "from the stamped head to the newest";
    EXPECT_EQ(growth->head.root, all->back().head.root);
}

TEST_P(OutageTest, StampsKeepTheirDistanceAndIdleOnesAreNotRepeated) {
    EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Nothing) << "nothing is there to be stamped";
    record();
    EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Stamped);
    record();
    EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Nothing) << "not yet";
    clock.advance(61min);
    service("up");
    EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Stamped);
    clock.advance(61min);
    EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Nothing) << "everything has one";
    EXPECT_EQ(standIn.asked, 2);
}

TEST_P(OutageTest, WrongAnswersLeaveNothingBehindAndAreForgottenWhenItRecovers) {
    record();
    for (const std::string wrong :
         {"nonsense", "wrongNonce", "wrongImprint", "expired", "untrusted", "refusing"}) {
        service(wrong);
        const auto step = stamper.run();
        ASSERT_FALSE(step) << wrong;
        EXPECT_EQ(step.error().code.text, "VL-TSA-0002") << wrong;
        EXPECT_EQ(state().waiting, 1) << wrong;
        EXPECT_FALSE(state().newest) << wrong;
        EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Nothing) << "a back-off comes first";
        clock.advance(15min);
    }
    service("up");
    EXPECT_EQ(*stamper.run(), app::AuditStamper::Step::Stamped);
    EXPECT_EQ(state().failure, "");
}

TEST_P(OutageTest, ANewServerSeesTheStampsOfTheOneBefore) {
    record();
    ASSERT_TRUE(stamper.run());
    app::AuditStamper other(*store, clock, standIn, {standIn.authority(), "", 60min});
    EXPECT_EQ(*other.run(), app::AuditStamper::Step::Nothing);
    EXPECT_EQ(other.state()->newest, state().newest);
}

INSTANTIATE_TEST_SUITE_P(Stores, OutageTest, testing::Values(false, true),
                         [](const auto& about) { return about.param ? "PostgreSQL" : "SQLCipher"; });
