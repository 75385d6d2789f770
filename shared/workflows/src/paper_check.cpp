// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/paper_check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vienlogs::workflows {

namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t longestSide = 20'000;         // pixels
constexpr std::uint64_t largestPicture = 100'000'000; // pixels: A3 at 600 dots per inch is 70 million
constexpr std::size_t pdfHeadWithin = 1024, pdfEndWithin = 1024;

tl::unexpected<base::Failure> damaged(const char* why) {
    return base::fail(codes::paperDamaged, why);
}

std::uint32_t bigEndian(std::string_view data, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<unsigned char>(data[at + i]);
    return value;
}

bool isSane(std::uint32_t width, std::uint32_t height) {
    return width > 0 && height > 0 && width <= longestSide && height <= longestSide &&
           std::uint64_t(width) * height <= largestPicture;
}

/// Chunk by chunk to the end, which must be the end of the file too.
base::Result<PaperFacts> examinePng(std::string_view data) {
    std::size_t at = 8;
    bool first = true;
    while (data.size() - at >= 12) {
        const std::size_t length = bigEndian(data, at, 4);
        const auto name = data.substr(at + 4, 4);
        if (length > data.size() - at - 12)
            return damaged("png: cut off");
        if (first && (name != "IHDR"sv || length != 13 ||
                      !isSane(bigEndian(data, at + 8, 4), bigEndian(data, at + 12, 4))))
            return damaged("png: size");
        first = false;
        at += 12 + length;
        if (name == "IEND"sv)
            return at == data.size() ? base::Result<PaperFacts>({"image/png", 1})
                                     : damaged("png: more behind it");
    }
    return damaged("png: no end");
}

bool isFrameHeader(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Segment by segment to the picture's data; these end where the file ends.
base::Result<PaperFacts> examineJpeg(std::string_view data) {
    if (!data.ends_with("\xFF\xD9"sv))
        return damaged("jpeg: no end, or more behind it");
    std::size_t at = 2;
    bool sized = false;
    while (data.size() - at >= 4) {
        if (static_cast<unsigned char>(data[at]) != 0xFF)
            return damaged("jpeg: no marker");
        const unsigned marker = static_cast<unsigned char>(data[at + 1]);
        const std::size_t length = bigEndian(data, at + 2, 2);
        if (length < 2 || length > data.size() - at - 2)
            return damaged("jpeg: cut off");
        if (isFrameHeader(marker)) {
            if (length < 7 || !isSane(bigEndian(data, at + 7, 2), bigEndian(data, at + 5, 2)))
                return damaged("jpeg: size");
            sized = true;
        }
        at += 2 + length;
        if (marker == 0xDA)
            return sized ? base::Result<PaperFacts>({"image/jpeg", 1}) : damaged("jpeg: no size");
    }
    return damaged("jpeg: no picture");
}

int hexDigit(char c) {
    constexpr auto digits = "0123456789abcdef"sv;
    const auto at = digits.find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

/// The PDF without the data of its streams, names written plainly ("/#4AS" is "/JS").
std::string structureOf(std::string_view data) {
    std::string text;
    std::size_t at = 0;
    while (at < data.size()) {
        if (data[at] == '#' && at + 2 < data.size() && hexDigit(data[at + 1]) >= 0 &&
            hexDigit(data[at + 2]) >= 0) {
            text += static_cast<char>(hexDigit(data[at + 1]) * 16 + hexDigit(data[at + 2]));
            at += 3;
            continue;
        }
        const bool stream = data.substr(at).starts_with("stream"sv) && !text.ends_with("end") &&
                            data.size() - at > 6 && (data[at + 6] == '\r' || data[at + 6] == '\n');
        const auto end = stream ? data.find("endstream"sv, at) : std::string_view::npos;
        if (end != std::string_view::npos) {
            text += "stream ";
            at = end;
            continue;
        }
        text += data[at++];
    }
    return text;
}

bool isNameEnd(char c) {
    return std::strchr(" \t\r\n\f/<>[]()%{}", c) != nullptr; // the closing zero counts as well
}

/// How often a name stands in the structure, whole.
int occurrences(std::string_view structure, std::string_view name) {
    int count = 0;
    for (auto at = structure.find(name); at != std::string_view::npos; at = structure.find(name, at + 1))
        if (at + name.size() == structure.size() || isNameEnd(structure[at + name.size()]))
            ++count;
    return count;
}

int pagesIn(std::string_view structure) {
    int pages = 0;
    for (auto at = structure.find("/Type"sv); at != std::string_view::npos;
         at = structure.find("/Type"sv, at + 1)) {
        auto value = structure.substr(at + 5, 32);
        value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
        if (value.starts_with("/Page"sv) && value.size() > 5 && isNameEnd(value[5]))
            ++pages;
    }
    return pages;
}

base::Result<PaperFacts> examinePdf(std::string_view data) {
    const auto tail = data.substr(data.size() - std::min(data.size(), pdfEndWithin));
    if (tail.rfind("%%EOF"sv) == std::string_view::npos)
        return damaged("pdf: no end, or more behind it");
    constexpr std::array active{"/JavaScript"sv,    "/JS"sv,        "/Launch"sv, "/EmbeddedFile"sv,
                                "/EmbeddedFiles"sv, "/RichMedia"sv, "/XFA"sv,    "/Encrypt"sv};
    const auto structure = structureOf(data);
    for (const auto name : active)
        if (occurrences(structure, name) > 0)
            return base::fail(codes::paperActive, "pdf: " + std::string(name));
    return PaperFacts{"application/pdf", pagesIn(structure)};
}

} // namespace

base::Result<PaperFacts> examinePaper(const base::Bytes& bytes) {
    const std::string_view data(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (data.size() > largestPaper)
        return base::fail(codes::paperTooLarge, std::to_string(data.size()),
                          std::to_string(largestPaper >> 20));
    if (data.starts_with("\x89PNG\r\n\x1A\n"sv))
        return examinePng(data);
    if (data.starts_with("\xFF\xD8\xFF"sv))
        return examineJpeg(data);
    if (data.substr(0, pdfHeadWithin).starts_with("%PDF-"sv))
        return examinePdf(data);
    return base::fail(codes::paperKindUnknown);
}

} // namespace vienlogs::workflows
