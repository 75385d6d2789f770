// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "private_cups.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/devices/printer/cups_printer.h"

using namespace vienlogs;
using namespace std::chrono_literals;

namespace {

class CupsPrinterTest : public testing::Test {
protected:
    void SetUp() override {
        if (!cups.trouble().empty())
            GTEST_SKIP() << cups.trouble();
    }
    devices::printer::CupsPrinter printer() const {
        devices::printer::CupsSettings settings;
        settings.server = "127.0.0.1";
        settings.port = cups.port();
        settings.watch = 4s;
        settings.outdated = 1500ms;
        settings.pause = 50ms;
        return devices::printer::CupsPrinter(settings);
    }
    /// Jobs that still wait or print.
    std::string waiting() const { return cups.run("lpstat", "-o"); }

    test::PrivateCups cups;
    base::Bytes pdf = base::bytesOf("%PDF-1.4\n% as sent, byte for byte\n%%EOF\n");
};

} // namespace

TEST_F(CupsPrinterTest, IsListed) {
    const auto printers = printer().printers();
    ASSERT_TRUE(printers) << printers.error().detail;
    ASSERT_EQ(printers->size(), 1U);
    EXPECT_EQ(printers->front().id, "galds");
    EXPECT_EQ(printers->front().label, "Galda printeris");
    EXPECT_TRUE(printers->front().isDefault);
}

TEST_F(CupsPrinterTest, PrintsWhatItIsGiven) {
    const auto printed = printer().print("galds", "VPVKAC-2026-000142", pdf);
    ASSERT_TRUE(printed) << printed.error().code.text << ' ' << printed.error().detail;
    ASSERT_EQ(cups.printed().size(), 1U);
    std::ifstream file(cups.printed().front(), std::ios::binary);
    EXPECT_EQ(base::Bytes(std::istreambuf_iterator<char>(file), {}), pdf);
}

TEST_F(CupsPrinterTest, TellsThatPaperIsOutAndLeavesNothingWaiting) {
    cups.setMode("paper");
    const auto failed = printer().print("galds", "one", pdf);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ports::codes::printerOutOfPaper) << failed.error().detail;
    EXPECT_EQ(waiting(), "");
    cups.setMode("ok"); // the clerk puts paper in and prints again
    const auto again = printer().print("galds", "two", pdf);
    EXPECT_TRUE(again) << again.error().detail;
    EXPECT_EQ(cups.printed().size(), 1U);
}

TEST_F(CupsPrinterTest, AnOldReportDoesNotStopAPrinterThatPrints) {
    cups.setMode("paper");
    ASSERT_FALSE(printer().print("galds", "one", pdf));
    cups.setMode("left"); // prints after a second and says nothing of its paper
    const auto again = printer().print("galds", "two", pdf);
    EXPECT_TRUE(again) << again.error().detail;
}

TEST_F(CupsPrinterTest, TellsThatAHandIsNeeded) {
    cups.setMode("cover");
    EXPECT_EQ(printer().print("galds", "one", pdf).error().code, ports::codes::printerNeedsHand);
}

TEST_F(CupsPrinterTest, ALongJobCountsAsPrinting) {
    cups.setMode("slow");
    EXPECT_TRUE(printer().print("galds", "one", pdf));
    EXPECT_NE(waiting(), "");
}

TEST_F(CupsPrinterTest, TellsStoppedAndRefusing) {
    cups.setMode("fail"); // the backend stops the queue
    EXPECT_EQ(printer().print("galds", "one", pdf).error().code, ports::codes::printerStopped);
    EXPECT_EQ(printer().print("galds", "two", pdf).error().code, ports::codes::printerStopped);
    EXPECT_EQ(waiting(), "");
    static_cast<void>(cups.run("cupsenable", "galds"));
    static_cast<void>(cups.run("cupsreject", "galds"));
    cups.setMode("ok");
    EXPECT_EQ(printer().print("galds", "three", pdf).error().code, ports::codes::printerStopped);
}

TEST_F(CupsPrinterTest, AnUnknownPrinterAndAnEmptyDocument) {
    EXPECT_EQ(printer().print("nav-tada", "one", pdf).error().code, ports::codes::printerMissing);
    EXPECT_EQ(printer().print("", "one", pdf).error().code, base::codes::invalidArgument);
    EXPECT_EQ(printer().print("galds", "one", {}).error().code, base::codes::invalidArgument);
}

TEST_F(CupsPrinterTest, NoServiceIsToldSoon) {
    cups.stop();
    EXPECT_EQ(printer().printers().error().code, ports::codes::printServiceSilent);
    EXPECT_EQ(printer().print("galds", "one", pdf).error().code, ports::codes::printServiceSilent);
}
