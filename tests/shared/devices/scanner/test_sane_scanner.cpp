// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/devices/scanner/sane_scanner.h"

using namespace vienlogs;
using namespace vienlogs::devices::scanner;
using namespace std::chrono_literals;

namespace {

ports::ScanRequest request(bool feeder, bool colour = false, int dpi = 75) {
    return {"test:0", feeder, colour, dpi};
}

struct Scanned {
    std::vector<ports::ScannedPage> pages;
    std::vector<int> progress;
    std::set<std::thread::id> threads;
    base::Result<int> result;
};

Scanned scan(SaneScanner& scanner, const ports::ScanRequest& asked) {
    Scanned scanned;
    scanned.result = scanner.scan(
        asked,
        [&](ports::ScannedPage page) {
            scanned.pages.push_back(std::move(page));
            scanned.threads.insert(std::this_thread::get_id());
        },
        [&](int percent) { scanned.progress.push_back(percent); });
    return scanned;
}

} // namespace

TEST(SaneScanner, IsFound) {
    SaneScanner scanner;
    const auto found = scanner.scanners();
    ASSERT_TRUE(found) << found.error().detail;
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().id, "test:0");
    EXPECT_EQ(found->front().label, "Noname frontend-tester");
    EXPECT_TRUE(found->front().hasFeeder);
}

TEST(SaneScanner, ScansTheGlass) {
    SaneScanner scanner;
    const auto scanned = scan(scanner, request(false));
    ASSERT_TRUE(scanned.result) << scanned.result.error().detail;
    EXPECT_EQ(*scanned.result, 1);
    ASSERT_EQ(scanned.pages.size(), 1U);
    const auto& page = scanned.pages.front();
    EXPECT_EQ(page.channels, 1);
    EXPECT_EQ(page.dpi, 75);
    EXPECT_NEAR(page.width, 620, 2); // A4 at 75 dpi
    EXPECT_NEAR(page.height, 877, 2);
    EXPECT_EQ(page.pixels.size(),
              static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height));
    EXPECT_GE(std::set<std::uint8_t>(page.pixels.begin(), page.pixels.end()).size(),
              10U); // a picture, not a blank
    EXPECT_EQ(scanned.progress.back(), 100);
    EXPECT_TRUE(std::is_sorted(scanned.progress.begin(), scanned.progress.end()));
    EXPECT_EQ(scanned.threads, std::set{std::this_thread::get_id()});
}

TEST(SaneScanner, ScansInColour) {
    SaneScanner scanner;
    const auto scanned = scan(scanner, request(false, true, 50));
    ASSERT_TRUE(scanned.result);
    const auto& page = scanned.pages.front();
    EXPECT_EQ(page.channels, 3);
    EXPECT_EQ(page.pixels.size(),
              static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) * 3);
}

TEST(SaneScanner, EmptiesTheFeederAndScansAgain) {
    SaneScanner scanner;
    for (int round = 0; round < 2; ++round) {
        const auto scanned = scan(scanner, request(true, false, 30));
        ASSERT_TRUE(scanned.result) << scanned.result.error().detail;
        EXPECT_EQ(*scanned.result, 10); // what the tester's feeder holds
        EXPECT_EQ(scanned.pages.size(), 10U);
    }
}

TEST(SaneScanner, RefusesABigPageBeforeReadingIt) {
    SaneScanner scanner;
    const auto begin = std::chrono::steady_clock::now();
    const auto scanned = scan(scanner, request(false, true, 1200)); // more than 400 MB
    ASSERT_FALSE(scanned.result);
    EXPECT_EQ(scanned.result.error().code, ports::codes::scanPageTooBig);
    EXPECT_EQ(scanned.result.error().argument, "128");
    EXPECT_TRUE(scanned.pages.empty());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 3s);
    EXPECT_TRUE(scan(scanner, request(false)).result); // and works on
}

TEST(SaneScanner, EndsAFeederWithoutEnd) {
    SaneScanner scanner({1024 * 1024, 4});
    const auto scanned = scan(scanner, request(true, false, 30));
    ASSERT_FALSE(scanned.result);
    EXPECT_EQ(scanned.result.error().code, ports::codes::scanTooBig);
    EXPECT_EQ(scanned.pages.size(), 4U); // those given are good
}

TEST(SaneScanner, AWrongNameIsToldAsMissing) {
    SaneScanner scanner;
    auto asked = request(false);
    for (const auto* id : {"test:9", "nonsense:libusb:001:002"}) {
        asked.scannerId = id;
        const auto scanned = scan(scanner, asked);
        ASSERT_FALSE(scanned.result);
        EXPECT_EQ(scanned.result.error().code, ports::codes::scannerMissing) << id;
    }
}

TEST(SaneScanner, IsCalledOffBetweenPages) {
    SaneScanner scanner;
    int pages = 0;
    const auto result = scanner.scan(request(true, false, 30),
                                     [&](const ports::ScannedPage&) {
                                         if (++pages == 3)
                                             scanner.cancel();
                                     },
                                     {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::codes::cancelled);
    EXPECT_GE(pages, 3);
    EXPECT_LE(pages, 5);
    EXPECT_EQ(*scan(scanner, request(true, false, 30)).result, 10);
}

TEST(Scanner_none, IsAnEmptyListAndAMissingScanner) {
    SaneScanner scanner;
    const auto found = scanner.scanners();
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->empty());
    auto asked = request(false);
    asked.scannerId = "epson2:libusb:001:004"; // remembered from yesterday, unplugged today
    const auto scanned = scan(scanner, asked);
    ASSERT_FALSE(scanned.result);
    EXPECT_EQ(scanned.result.error().code, ports::codes::scannerMissing);
}

TEST(Scanner_jammed, TellsThatPaperIsStuck) {
    SaneScanner scanner;
    EXPECT_EQ(scan(scanner, request(true)).result.error().code, ports::codes::scannerJammed);
}

TEST(Scanner_slow, IsCalledOffInTheMiddleOfAPage) {
    SaneScanner scanner;
    const auto begin = std::chrono::steady_clock::now();
    std::thread other([&] {
        std::this_thread::sleep_for(400ms);
        scanner.cancel();
    });
    const auto scanned = scan(scanner, request(false, true, 600)); // would take minutes
    other.join();
    ASSERT_FALSE(scanned.result);
    EXPECT_EQ(scanned.result.error().code, base::codes::cancelled);
    EXPECT_TRUE(scanned.pages.empty());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 8s);
}
