// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/document.h"

#include <algorithm>

#include "vienlogs/office/docx.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/odt.h"
#include "vienlogs/office/package.h"

namespace vienlogs::office {

namespace {

bool endsIn(std::string_view name, std::string_view ending) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b; };
    return name.size() > ending.size() &&
           std::equal(ending.begin(), ending.end(), name.end() - std::ptrdiff_t(ending.size()),
                      [&](char b, char a) { return same(a, b); });
}

/// A compound file (MS-CFB 2.2): Word 97, or the wrapping of an OOXML package under a password, which then
/// has a stream named "EncryptedPackage" (MS-OFFCRYPTO 1.3.2).
constexpr std::string_view compoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

bool wrapsEncrypted(std::string_view bytes) {
    std::string wide;
    for (const char c : std::string_view("EncryptedPackage"))
        (wide += c) += '\0';
    return bytes.find(wide) != std::string_view::npos;
}

} // namespace

std::optional<Format> formatOf(std::string_view fileName) {
    if (endsIn(fileName, ".odt"))
        return Format::Odt;
    return endsIn(fileName, ".docx") ? std::optional(Format::Docx) : std::nullopt;
}

base::Result<std::string> writeDocument(Format format, const acts::Act& act, std::size_t version,
                                        const Since* since) {
    return format == Format::Odt ? writeOdt(act, version, since) : writeDocx(act, version, since);
}

base::Result<Returned> readDocument(std::string_view bytes) {
    if (bytes.starts_with(compoundFile))
        return wrapsEncrypted(bytes) ? base::fail(codes::encrypted)
                                     : base::fail(codes::notOffice, "a binary format of before 2007");
    const auto package = openPackage(bytes, {});
    if (!package)
        return base::fail(package.error());
    const auto has = [&](std::string_view name) {
        return std::find(package->names.begin(), package->names.end(), name) != package->names.end();
    };
    return has("[Content_Types].xml") && !has("content.xml") ? readDocx(bytes) : readOdt(bytes);
}

} // namespace vienlogs::office
