// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/devices/scanner/scan_document.h"

using namespace vienlogs;
using namespace vienlogs::devices::scanner;

namespace {

const auto madeAt = *base::fromRfc3339("2026-11-23T12:05:59.000Z");

/// White paper with a black corner at the upper left, so that turning it shows.
ports::ScannedPage paper(int width, int height, int channels = 1, std::uint8_t shade = 255) {
    ports::ScannedPage page{width, height, channels, 100, {}};
    page.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                           static_cast<std::size_t>(channels),
                       shade);
    for (int y = 0; y < height / 4; ++y)
        for (int x = 0; x < width / 4 * channels; ++x)
            page.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width * channels) +
                        static_cast<std::size_t>(x)] = 0;
    return page;
}

std::string run(const std::string& command) {
    std::string text;
    std::array<char, 4096> bytes{};
    FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    while (pipe && std::fgets(bytes.data(), bytes.size(), pipe))
        text += bytes.data();
    return pipe && ::pclose(pipe) == 0 ? text : "failed: " + text;
}

/// A file that goes away with the test.
class PdfOnDisk {
public:
    explicit PdfOnDisk(const base::Bytes& bytes)
        : path_(std::filesystem::temp_directory_path() /
                ("vienlogs-scan-" + std::to_string(::getpid()) + ".pdf")) {
        std::ofstream(path_, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    ~PdfOnDisk() { std::filesystem::remove(path_); }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

bool isDark(const QImage& image, double x, double y) {
    return qGray(image.pixel(static_cast<int>(x * image.width()), static_cast<int>(y * image.height()))) <
           128;
}

} // namespace

TEST(ScanDocument, TurnsMovesAndDeletesPages) {
    ScanDocument document;
    for (const int height : {100, 200, 300})
        ASSERT_TRUE(document.add(paper(80, height)));
    const auto heights = [&] {
        std::vector<int> found;
        for (std::size_t page = 0; page < document.pages(); ++page)
            found.push_back(document.preview(page, {1000, 1000})->height());
        return found;
    };
    ASSERT_TRUE(document.move(0, 2));
    EXPECT_EQ(heights(), (std::vector{200, 300, 100}));
    ASSERT_TRUE(document.move(2, 1));
    EXPECT_EQ(heights(), (std::vector{200, 100, 300}));
    ASSERT_TRUE(document.remove(1));
    EXPECT_EQ(heights(), (std::vector{200, 300}));
    ASSERT_TRUE(document.rotate(0));
    EXPECT_EQ(heights(), (std::vector{80, 300}));
    for (const auto& failed :
         {document.remove(2), document.rotate(2), document.move(0, 2), document.move(2, 0)})
        EXPECT_EQ(failed.error().code, base::codes::notFound);
    EXPECT_FALSE(document.preview(2, {10, 10}));
}

TEST(ScanDocument, APreviewIsSmallAndTurned) {
    ScanDocument document;
    ASSERT_TRUE(document.add(paper(800, 400, 3)));
    auto image = *document.preview(0, {200, 200});
    EXPECT_EQ(image.size(), QSize(200, 100));
    EXPECT_TRUE(isDark(image, 0.1, 0.1));
    ASSERT_TRUE(document.rotate(0)); // to the right: the corner goes to the upper right
    image = *document.preview(0, {200, 200});
    EXPECT_EQ(image.size(), QSize(100, 200));
    EXPECT_TRUE(isDark(image, 0.9, 0.1));
    EXPECT_FALSE(isDark(image, 0.1, 0.1));
    for (int turn = 0; turn < 3; ++turn)
        ASSERT_TRUE(document.rotate(0));
    EXPECT_EQ(document.preview(0, {200, 200})->size(), QSize(200, 100));
    EXPECT_EQ(document.preview(0, {5000, 5000})->size(), QSize(800, 400)); // never bigger than it is
}

TEST(ScanDocument, RefusesWhatIsTooBigAndKeepsTheRest) {
    ScanDocument document({1'000'000, 30'000, 3});
    ASSERT_TRUE(document.add(paper(100, 100)));
    auto refused = document.add(paper(2000, 1000));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ports::codes::scanPageTooBig);
    auto noise = paper(500, 500);
    std::uint32_t state = 1;
    for (auto& pixel : noise.pixels)
        pixel = static_cast<std::uint8_t>((state = state * 1664525 + 1013904223) >> 24);
    refused = document.add(noise);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ports::codes::scanTooBig);
    ASSERT_TRUE(document.add(paper(100, 100)));
    ASSERT_TRUE(document.add(paper(100, 100)));
    refused = document.add(paper(100, 100));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().argument, "3");
    EXPECT_EQ(document.pages(), 3U);
    EXPECT_LT(document.bytes(), 30'000U);
}

/// 200 MB from the scanner: each page is held compressed, so memory stays small.
TEST(ScanDocument, HoldsTwoHundredMegabytesOfScansInLittle) {
    ScanDocument document;
    const auto page = paper(2480, 3508, 3); // A4, 300 dpi, colour: 26 MB
    for (int count = 0; count < 8; ++count)
        ASSERT_TRUE(document.add(page));
    EXPECT_LT(document.bytes(), 4'000'000U);
    ASSERT_TRUE(document.toPdf("Skenējums", madeAt));
}

TEST(ScanDocument, RefusesPagesThatCannotBe) {
    ScanDocument document;
    auto page = paper(10, 10);
    page.pixels.pop_back();
    EXPECT_EQ(document.add(page).error().code, base::codes::invalidArgument);
    page = paper(10, 10);
    page.channels = 2;
    EXPECT_FALSE(document.add(page));
    page = paper(10, 10);
    page.dpi = 0;
    EXPECT_FALSE(document.add(page));
    EXPECT_FALSE(document.add({}));
    EXPECT_TRUE(document.empty());
    EXPECT_EQ(document.toPdf("", madeAt).error().code, base::codes::notFound);
}

TEST(ScanDocument, IsAPdfThatOthersRead) {
    ScanDocument document;
    ASSERT_TRUE(document.add(paper(827, 1169)));
    ASSERT_TRUE(document.add(paper(827, 1169, 3, 200)));
    ASSERT_TRUE(document.rotate(1));
    const auto pdf = document.toPdf("Iesniegums “Šķūņa <pārbūve> & žogs”", madeAt);
    ASSERT_TRUE(pdf);
    const PdfOnDisk file(*pdf);
    EXPECT_NE(run("qpdf --check " + file.path()).find("No syntax or stream encoding errors found"),
              std::string::npos)
        << run("qpdf --check " + file.path());
    const auto info = run("pdfinfo -l 2 " + file.path());
    for (const auto* part :
         {"Title:           Iesniegums “Šķūņa <pārbūve> & žogs”", "Pages:           2",
          "PDF version:     1.4", "Page    1 size:  595.44 x 841.68 pts (A4)", "Page    2 rot:   90"})
        EXPECT_NE(info.find(part), std::string::npos) << part << '\n' << info;
    EXPECT_EQ(info.find("Error"), std::string::npos) << info;
    const auto images = run("pdfimages -list " + file.path());
    EXPECT_NE(images.find("gray"), std::string::npos) << images;
    EXPECT_NE(images.find("rgb"), std::string::npos) << images;
    // The very bytes of the pictures: 100 dpi and JPEG, nothing was compressed a second time.
    EXPECT_NE(images.find("jpeg"), std::string::npos) << images;
    EXPECT_NE(run("pdfinfo -meta " + file.path()).find("pdfaid:part=\"1\" pdfaid:conformance=\"B\""),
              std::string::npos);
    const auto metadata = run("pdfinfo -meta " + file.path() + " | xmllint --noout -");
    EXPECT_EQ(metadata, "");
}
