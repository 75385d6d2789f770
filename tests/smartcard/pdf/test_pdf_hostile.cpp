// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sys/resource.h>

#include <chrono>

#include "pdf_files.h"
#include "vienlogs/pdf/failures.h"
#include "vienlogs/pdf/validator.h"

using namespace vienlogs;
using namespace vienlogs::test;
namespace codes = pdf::codes;

namespace {

/// What validating it ends with, and that it did so in ten seconds and 400 MB.
std::string refusal(const std::string& pdf) {
    const auto start = std::chrono::steady_clock::now();
    const pdf::MemorySource source(pdf);
    const auto report = pdf::PdfValidator({}).validate(source, base::SystemClock().now());
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    EXPECT_LT(usage.ru_maxrss, 400'000) << "kB";
    return report ? "accepted" : std::string(report.error().code.text);
}

std::string withStart(const std::string& body, std::size_t position) {
    return body + "\nstartxref\n" + std::to_string(position) + "\n%%EOF\n";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

const std::string damaged(codes::damaged.text),
    complex(codes::tooComplex.text), unsignedFile = "VL-VERIFY-0004";

} // namespace

TEST(PdfHostile, LoopsOfCrossReferencesEnd) {
    const std::string body = "%PDF-1.7\n";
    EXPECT_EQ(refusal(withStart(body + "xref\n0 0\ntrailer << /Prev 9 >>", 9)), damaged);
    auto two = body + "xref\n0 0\ntrailer << /Prev 48 >>             ";
    two.resize(48, ' ');
    EXPECT_EQ(refusal(withStart(two + "xref\n0 0\ntrailer << /Prev 9 >>", 48)), damaged);
    EXPECT_EQ(refusal(withStart(body + "xref\n0 0\ntrailer << /XRefStm 9 >>", 9)), damaged);
    EXPECT_EQ(refusal(withStart(body + "xref\n0 0\ntrailer << /Prev 99999999 >>", 9)), damaged);
}

TEST(PdfHostile, CountsThatLieCostNothing) {
    const std::string body = "%PDF-1.7\n";
    EXPECT_EQ(refusal(withStart(body + "xref\n0 4294967295\n", 9)), damaged);
    EXPECT_EQ(refusal(withStart(body + "xref\n1999999 99999999999\n", 9)), damaged);
    EXPECT_EQ(refusal(withStart(
                  body + "1 0 obj << /Type /XRef /W [8 8 8] /Size 4294967295 /Length 24 >>\nstream\n" +
                      std::string(24, '\xFF') + "\nendstream",
                  9)),
              damaged);
    EXPECT_EQ(refusal(withStart(
                  body + "1 0 obj << /Type /XRef /W [0 0 0] /Index [0 4294967295] /Length 0 >>\nstream\n"
                         "\nendstream",
                  9)),
              damaged);
    EXPECT_EQ(refusal(pdfOf(applicationObjects("/AcroForm << /Fields 9999999 0 R >> "))), unsignedFile);
}

TEST(PdfHostile, DepthIsBounded) {
    const std::string deep(100'000, '[');
    auto objects = applicationObjects("/AcroForm 7 0 R ");
    objects[7] = deep;
    EXPECT_EQ(refusal(pdfOf(objects)), complex);
    objects[7] = "<< /Fields [8 0 R] >>";
    objects[8] = "<< /T (a) /Kids [8 0 R] >>";
    EXPECT_EQ(refusal(pdfOf(objects)), damaged);
    for (int i = 8; i < 200; ++i)
        objects[i] = "<< /T (a) /Kids [" + std::to_string(i + 1) + " 0 R] >>";
    EXPECT_EQ(refusal(pdfOf(objects)), complex);
    objects[7] = "8 0 R";
    objects[8] = "7 0 R";
    EXPECT_EQ(refusal(pdfOf(objects)), damaged);
}

TEST(PdfHostile, BombsAndBrokenObjectsAreRefused) {
    auto objects = applicationObjects("/AcroForm 7 0 R ");
    objects[7] = "<< /Fields [" + std::string(3U << 20, '1') + "] >>";
    EXPECT_EQ(refusal(pdfOf(objects)), damaged);
    std::string many = "<< /Fields [";
    for (int i = 0; i < 500'000; ++i)
        many += "0 ";
    objects[7] = many + "] >>";
    EXPECT_EQ(refusal(pdfOf(objects)), complex);
    objects[7] = "(" + std::string(20U << 20, 'x');
    EXPECT_EQ(refusal(pdfOf(objects)), damaged);
    objects[7] = "<< /Fields [] /Fields [] >>";
    EXPECT_EQ(refusal(pdfOf(objects)), damaged) << "two programs would read two things";
    EXPECT_EQ(refusal(replaced(pdfOf(applicationObjects()), "1 0 obj", "2 0 obj")), damaged);
    EXPECT_EQ(refusal(""), damaged);
    EXPECT_EQ(refusal("%PDF-1.7\nstartxref\n"), damaged);
}

TEST(PdfHostile, AnythingCutOffIsRefusedOrRead) {
    const auto pdf = pdfOf(applicationObjects("/AcroForm << /Fields [] >> "));
    for (std::size_t size = 0; size + 2 < pdf.size(); ++size)
        EXPECT_NE(refusal(pdf.substr(0, size)), "accepted") << size;
}
