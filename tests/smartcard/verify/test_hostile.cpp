// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vienlogs/verify/failures.h"
#include "vienlogs/verify/validator.h"
#include "zip_maker.h"

using namespace vienlogs;
using namespace vienlogs::verify;
using test::MadeEntry;
using test::ZipMaker;

namespace {

const MadeEntry type{"mimetype", base::bytesOf("application/vnd.etsi.asic-e+zip")};
const MadeEntry file{"a.txt", base::bytesOf("text")};
constexpr const char* signatures = "META-INF/signatures0.xml";
constexpr const char* root = "<asic:XAdESSignatures xmlns:asic='http://uri.etsi.org/02918/v1.2.1#' "
                             "xmlns:ds='http://www.w3.org/2000/09/xmldsig#'>";

base::Bytes withXml(const std::string& xml) {
    return ZipMaker::make({type, file, {signatures, base::bytesOf(xml)}});
}

/// Raw deflate of zeros.
base::Bytes packedZeros(std::size_t size) {
    base::Bytes zeros(1U << 20), packed(size / 500 + 1000);
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_out = packed.data();
    stream.avail_out = unsigned(packed.size());
    for (std::size_t done = 0; done < size; done += zeros.size()) {
        stream.next_in = zeros.data();
        stream.avail_in = unsigned(zeros.size());
        deflate(&stream, done + zeros.size() >= size ? Z_FINISH : Z_NO_FLUSH);
    }
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

struct Case {
    std::string what;
    base::Bytes container;
    std::string code; ///< Of the failure, or of the first reason of the first signature.
};

std::string repeat(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

std::vector<Case> structures() {
    auto zip64 = ZipMaker::make(
        {type, {.name = "a", .content = {1}, .saysSize = 0xFFFFFFFF, .saysPacked = 0xFFFFFFFF}});
    auto cut = ZipMaker::make({type, file});
    cut.resize(cut.size() - 30);
    auto behind = ZipMaker::make({type, file});
    behind.push_back(0);
    base::Bytes noise(100000);
    for (std::size_t i = 0; i < noise.size(); ++i)
        noise[i] = std::uint8_t(i * i >> 3);
    return {
        {"nothing", {}, "VL-VERIFY-0001"},
        {"garbage", noise, "VL-VERIFY-0001"},
        {"cut off", cut, "VL-VERIFY-0001"},
        {"bytes behind the end", behind, "VL-VERIFY-0001"},
        {"no media type", ZipMaker::make({file, type}), "VL-VERIFY-0001"},
        {"another media type", ZipMaker::make({{"mimetype", base::bytesOf("application/zip")}}),
         "VL-VERIFY-0001"},
        {"media type packed", ZipMaker::make({{.name = "mimetype", .content = type.content, .method = 8}}),
         "VL-VERIFY-0001"},
        {"way out", ZipMaker::make({type, {"../../etc/passwd", {1}}}), "VL-VERIFY-0002"},
        {"way out inside", ZipMaker::make({type, {"a/../../b", {1}}}), "VL-VERIFY-0002"},
        {"absolute", ZipMaker::make({type, {"/etc/passwd", {1}}}), "VL-VERIFY-0002"},
        {"drive", ZipMaker::make({type, {"C:\\a", {1}}}), "VL-VERIFY-0002"},
        {"not UTF-8", ZipMaker::make({type, {"a\xFF", {1}}}), "VL-VERIFY-0002"},
        {"right to left", ZipMaker::make({type, {"a\u202Efdp.exe", {1}}}), "VL-VERIFY-0002"},
        {"NUL", ZipMaker::make({type, {std::string("a\0b", 3), {1}}}), "VL-VERIFY-0002"},
        {"twice", ZipMaker::make({type, file, file}), "VL-VERIFY-0002"},
        {"twice by case", ZipMaker::make({type, {"Ā.txt", {1}}, {"ā.TXT", {2}}}), "VL-VERIFY-0002"},
        {"a second media type", ZipMaker::make({type, {"MimeType", {1}}}), "VL-VERIFY-0002"},
        {"dots at the end", ZipMaker::make({type, {"a.txt", {1}}, {"a.txt.", {1}}}), "VL-VERIFY-0002"},
        {"two names", ZipMaker::make({type, {"a.txt", {1}, "b.txt"}}), "VL-VERIFY-0002"},
        {"encrypted", ZipMaker::make({type, {.name = "a", .content = {1}, .flags = 1}}), "VL-VERIFY-0002"},
        {"link", ZipMaker::make({type, {.name = "a", .content = {1}, .attributes = 0120777U << 16}}),
         "VL-VERIFY-0002"},
        {"unknown packing", ZipMaker::make({type, {.name = "a", .content = {1}, .method = 99}}),
         "VL-VERIFY-0002"},
        {"overlapping", ZipMaker::make({type, file, {.name = "b", .content = {1}, .saysPlace = 0}}),
         "VL-VERIFY-0002"},
        {"hidden between", ZipMaker::make({type, {.name = "a", .content = {1}, .before = "hidden"}}),
         "VL-VERIFY-0002"},
        {"its own folder spelled otherwise", ZipMaker::make({type, {"meta-inf/b.txt", base::bytesOf("b")}}),
         "VL-VERIFY-0002"},
        {"before all", ZipMaker::make({{.name = "mimetype", .content = type.content, .before = "MZ"}, file}),
         "VL-VERIFY-0002"},
        {"counted wrong", ZipMaker::make({type, file}, 1), "VL-VERIFY-0002"},
        {"wrong checksum", ZipMaker::make({type, {.name = "a", .content = {1}, .crc = 7}}), "VL-VERIFY-0002"},
        {"says 4 GB", zip64, "VL-VERIFY-0003"},
        {"says 3 GB",
         ZipMaker::make({type, {.name = "a", .content = {3, 0}, .method = 8, .saysSize = 3U << 30}}),
         "VL-VERIFY-0002"},
        {"swells",
         ZipMaker::make(
             {type, {.name = "a", .content = packedZeros(200U << 20), .method = 8, .saysSize = 200U << 20}}),
         "VL-VERIFY-0002"},
        {"swells more than it says",
         ZipMaker::make(
             {type, {.name = "a", .content = packedZeros(200U << 20), .method = 8, .saysSize = 10}}),
         "VL-VERIFY-0002"},
        {"large XML", ZipMaker::make({type, {signatures, base::Bytes((16U << 20) + 1, ' ')}}),
         "VL-VERIFY-0003"},
    };
}

std::vector<Case> documents() {
    std::string bomb = "<!DOCTYPE a [<!ENTITY e0 'ha'>";
    for (int i = 1; i < 30; ++i)
        bomb +=
            "<!ENTITY e" + std::to_string(i) + " '" + repeat("&e" + std::to_string(i - 1) + ";", 10) + "'>";
    return {
        {"XML bomb", withXml(bomb + "]><a>&e29;</a>"), "VL-VERIFY-0005"},
        {"external entity", withXml("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
         "VL-VERIFY-0005"},
        {"external DTD", withXml("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>"), "VL-VERIFY-0005"},
        {"deep", withXml(repeat("<a>", 100000)), "VL-VERIFY-0005"},
        {"many elements", withXml(root + repeat("<a/>", 200000) + "</asic:XAdESSignatures>"),
         "VL-VERIFY-0005"},
        {"many attributes", withXml([] {
             std::string text = "<a ";
             for (int i = 0; i < 150000; ++i)
                 text += "a" + std::to_string(i) + "='' ";
             return text + "/>";
         }()),
         "VL-VERIFY-0005"},
        {"no XML", withXml("PK"), "VL-VERIFY-0005"},
        {"UTF-16", withXml(std::string("\xFF\xFE<\0a\0/\0>\0", 10)), "VL-VERIFY-0005"},
        {"XInclude",
         withXml("<a xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='/etc/passwd'/></a>"),
         "VL-VERIFY-0005"},
        {"another root", withXml("<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>"),
         "VL-VERIFY-0005"},
        {"an empty signature", withXml(std::string(root) + "<ds:Signature/></asic:XAdESSignatures>"),
         "VL-VERIFY-0005"},
        {"many signatures", withXml(root + repeat("<ds:Signature/>", 1000) + "</asic:XAdESSignatures>"),
         "VL-VERIFY-0005"},
    };
}

/// What validating gives, found in a process of its own with little memory and time.
std::string codeWithinLimits(const base::Bytes& container) {
    int ends[2];
    if (::pipe(ends) != 0)
        return "no pipe";
    const auto child = ::fork();
    if (child == 0) {
        const rlimit seconds{5, 5};
        ::setrlimit(RLIMIT_CPU, &seconds);
        const auto before = [] {
            rusage usage{};
            ::getrusage(RUSAGE_SELF, &usage);
            return usage.ru_maxrss;
        };
        const auto start = before();
        const auto report = Validator(Trust{}).validate(container, base::SystemClock().now());
        std::string code = !report                      ? std::string(report.error().code.text)
                           : report->signatures.empty() ? "no signature"
                           : report->signatures[0].reasons.empty()
                               ? "accepted"
                               : std::string(report->signatures[0].reasons[0].code.text);
        if (before() - start > 100 * 1024) // kilobytes
            code = "too much memory";
        const auto written = ::write(ends[1], code.data(), code.size());
        ::_exit(written > 0 ? 0 : 1);
    }
    ::close(ends[1]);
    char text[100];
    const auto size = ::read(ends[0], text, sizeof text);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return size > 0 && WIFEXITED(status) ? std::string(text, std::size_t(size)) : "ended by a limit";
}

} // namespace

TEST(HostileContainers, BuiltToMisleadAreRefusedInBoundedTimeAndMemory) {
    for (const auto& each : structures())
        EXPECT_EQ(codeWithinLimits(each.container), each.code) << each.what;
}

TEST(HostileContainers, SignaturesOfHostileXmlFailInBoundedTimeAndMemory) {
    for (const auto& each : documents())
        EXPECT_EQ(codeWithinLimits(each.container), each.code) << each.what;
}

TEST(HostileContainers, CutAnywhereNothingIsAccepted) {
    const auto whole = ZipMaker::make({type, file, {signatures, base::bytesOf(std::string(root))}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto report =
            Validator(Trust{}).validate(std::span(whole).first(size), base::SystemClock().now());
        EXPECT_FALSE(report) << size;
    }
}
