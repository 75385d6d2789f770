// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <unistd.h>

#include <QGuiApplication>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "sample_documents.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/devices/printer/cups_printer.h"

using namespace vienlogs;
using ports::PrintedDocument;

namespace {

std::string run(const std::string& command) {
    std::string text;
    std::array<char, 4096> bytes{};
    FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    while (pipe && std::fgets(bytes.data(), bytes.size(), pipe))
        text += bytes.data();
    return pipe && ::pclose(pipe) == 0 ? text : "failed: " + text;
}

/// A printed document as poppler and qpdf see it.
class Printed {
public:
    explicit Printed(const PrintedDocument& document, const std::string& name = "test") {
        devices::printer::CupsPrinter printer;
        const auto pdf = printer.toPdf(document);
        if (!pdf)
            throw std::runtime_error(std::string(pdf.error().code.text));
        // VIENLOGS_KEEP=folder leaves the documents for a person to look at.
        const char* const keep = std::getenv("VIENLOGS_KEEP");
        kept_ = keep != nullptr;
        path_ = kept_ ? std::filesystem::path(keep) / (name + ".pdf")
                      : std::filesystem::temp_directory_path() /
                            ("vienlogs-print-" + std::to_string(::getpid()) + ".pdf");
        std::ofstream(path_, std::ios::binary)
            .write(reinterpret_cast<const char*>(pdf->data()), static_cast<std::streamsize>(pdf->size()));
    }
    ~Printed() {
        if (!kept_)
            std::filesystem::remove(path_);
    }
    [[nodiscard]] std::string info() const { return run("pdfinfo " + path_.string()); }
    [[nodiscard]] std::string meta() const { return run("pdfinfo -meta " + path_.string()); }
    [[nodiscard]] std::string fonts() const { return run("pdffonts " + path_.string()); }
    [[nodiscard]] std::string check() const { return run("qpdf --check " + path_.string()); }
    /// The text in reading order, spaces and line ends alike.
    [[nodiscard]] std::string text(const std::string& options = "") const {
        auto words = run("pdftotext " + options + " " + path_.string() + " -");
        for (auto& letter : words)
            if (letter == '\n' || letter == '\f')
                letter = ' ';
        return words;
    }
    /// The rightmost and lowest word in points, to see that nothing leaves the paper.
    [[nodiscard]] std::pair<double, double> extent() const {
        const auto boxes = run("pdftotext -bbox " + path_.string() + " -");
        return {largest(boxes, "xMax=\""), largest(boxes, "yMax=\"")};
    }

private:
    static double largest(const std::string& boxes, const std::string& name) {
        double value = 0;
        for (auto at = boxes.find("<word "); at != std::string::npos; at = boxes.find("<word ", at + 1))
            value = std::max(value, std::strtod(boxes.c_str() + boxes.find(name, at) + name.size(), nullptr));
        return value;
    }
    std::filesystem::path path_;
    bool kept_ = false;
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(DocumentPdf, AnApplicationHasEverything) {
    const auto document = test::application();
    const Printed printed(document, "application");
    const auto text = printed.text();
    for (const auto& line : document.lines)
        EXPECT_TRUE(has(text, line.label)) << line.label << '\n' << text;
    for (const auto* part :
         {"IESNIEGUMS", "Anna Bērziņa", "010181-15098", "VPVKAC-2026-000142", "23.11.2026.", "Žanete Bērziņa",
          "Parakstot apliecinu, ka", "Paraksts", "Vārds, uzvārds", "1. lapa no 1"})
        EXPECT_TRUE(has(text, part)) << part << '\n' << text;
    const auto info = printed.info();
    for (const auto* part : {"Title:           Iesniegums dzīvesvietas deklarēšanai", "Pages:           1",
                             "(A4)", "PDF version:     1.4", "Encrypted:       no"})
        EXPECT_TRUE(has(info, part)) << part << '\n' << info;
    EXPECT_TRUE(has(printed.meta(), "pdfaid:part=\"1\" pdfaid:conformance=\"B\"")) << printed.meta();
    EXPECT_TRUE(has(printed.check(), "No syntax or stream encoding errors found")) << printed.check();
}

TEST(DocumentPdf, UsesInterAndEmbedsIt) {
    const auto fonts = Printed(test::application()).fonts();
    EXPECT_TRUE(has(fonts, "Inter")) << fonts;
    EXPECT_FALSE(has(fonts, " no  no ")) << fonts; // emb sub
}

TEST(DocumentPdf, AnInvoiceAndAReceipt) {
    const auto invoice = Printed(test::invoice(), "invoice").text();
    for (const auto* part :
         {"RĒĶINS", "01JDQ7V3R8ZP5M2K9X4T6W0YBN", "47,50 €", "Valsts kase", "RE-2026-0000815"})
        EXPECT_TRUE(has(invoice, part)) << part << '\n' << invoice;
    EXPECT_FALSE(has(invoice, "Paraksts"));
    const auto receipt = Printed(test::receipt(), "receipt").text("-layout");
    for (const auto* part :
         {"KVĪTS", "Maksājumu termināļa čeks", "534113******0042", "Saglabājiet čeku!", "SUMMA"})
        EXPECT_TRUE(has(receipt, part)) << part << '\n' << receipt;
}

TEST(DocumentPdf, HasEveryLatvianAndCyrillicLetter) {
    const std::string latvian = "AĀBCČDEĒFGĢHIĪJKĶLĻMNŅOPRSŠTUŪVZŽ aābcčdeēfgģhiījkķlļmnņoprsštuūvzž ŌŖōŗ";
    const std::string cyrillic = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    const std::string signs = "„pēdiņas” “quotes” «кавычки» – — … € § № × · ½";
    auto document = test::application();
    document.language = base::Language::Russian;
    document.lines = {{"Latviešu", latvian}, {"Кириллица", cyrillic}, {"Zīmes", signs}};
    const Printed printed(document, "letters");
    const auto text = printed.text();
    for (const auto& part : {latvian, cyrillic, signs}) {
        std::size_t at = 0; // word by word: the line may have been broken
        for (std::size_t end = 0; at < part.size(); at = end + 1) {
            end = std::min(part.find(' ', at), part.size());
            EXPECT_TRUE(has(text, part.substr(at, end - at))) << part.substr(at, end - at) << '\n' << text;
        }
    }
    EXPECT_TRUE(has(text, "Подпись"));
    EXPECT_TRUE(has(text, "ЗАЯВЛЕНИЕ"));
}

TEST(DocumentPdf, LongValuesWrapAndStayOnThePaper) {
    auto document = test::application();
    std::string sentence;
    for (int count = 0; count < 60; ++count)
        sentence += "Lūdzu izskatīt manu iesniegumu saīsinātā termiņā. ";
    document.lines.push_back({"Pamatojums", sentence + "BEIGAS"});
    document.lines.push_back(
        {"Ļoti garš nosaukums, kas pats vairs neietilpst vienā rindā un ir jāpārnes", "īss"});
    document.lines.push_back({"Saite", std::string(400, 'x') + "GALS"});
    const Printed printed(document, "long");
    const auto text = printed.text();
    EXPECT_TRUE(has(text, "BEIGAS"));
    EXPECT_TRUE(has(text, "GALS"));
    const auto [right, low] = printed.extent();
    EXPECT_LE(right, (210 - 20) / 25.4 * 72 + 1);
    EXPECT_LE(low, 297 / 25.4 * 72 - 30);
    EXPECT_GT(right, 400);
}

TEST(DocumentPdf, ThreePagesHaveTheirNumbers) {
    auto document = test::application();
    for (int count = 1; count <= 70; ++count)
        document.lines.push_back(
            {"Pielikums " + std::to_string(count), "Dokumenta kopija Nr. " + std::to_string(count)});
    const Printed printed(document, "three-pages");
    EXPECT_TRUE(has(printed.info(), "Pages:           3")) << printed.info();
    for (int page = 1; page <= 3; ++page) {
        const auto number = std::to_string(page);
        EXPECT_TRUE(has(printed.text("-f " + number + " -l " + number), number + ". lapa no 3"));
    }
    const auto text = printed.text();
    for (int count = 1; count <= 70; ++count)
        EXPECT_TRUE(has(text, "Dokumenta kopija Nr. " + std::to_string(count)));
    EXPECT_TRUE(has(printed.text("-f 3 -l 3"), "Paraksts")); // the signature goes with its text
}

TEST(DocumentPdf, IsMadeOnAnyThread) {
    std::string text;
    std::thread([&] { text = Printed(test::invoice()).text(); }).join();
    EXPECT_TRUE(has(text, "47,50 €")) << text;
}

TEST(DocumentPdf, RefusesWhatIsNoDocument) {
    devices::printer::CupsPrinter printer;
    EXPECT_EQ(printer.toPdf({}).error().code, base::codes::invalidArgument);
    auto endless = test::application();
    endless.lines.resize(10'000, {"a", "b"});
    EXPECT_EQ(printer.toPdf(endless).error().code, base::codes::invalidArgument);
}

int main(int count, char** arguments) {
    testing::InitGoogleTest(&count, arguments);
    const QGuiApplication application(count, arguments);
    return RUN_ALL_TESTS();
}
