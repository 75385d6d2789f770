// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sign/asice_signer.h"

#include <algorithm>
#include <set>

#include "signature_document.h"
#include "vienlogs/sign/failures.h"
#include "zip_writer.h"

namespace vienlogs::sign {

namespace {

constexpr std::size_t mostFiles = 100;
constexpr std::size_t mostBytes = 256U << 20;
constexpr std::size_t longestName = 200;
constexpr const char* mediaType = "application/vnd.etsi.asic-e+zip";

std::string inSmallLetters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

bool usable(const std::string& name) {
    const bool plain = std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '/' || c == '\\' || c == ':';
    });
    const auto small = inSmallLetters(name);
    return plain && !name.empty() && name.size() < longestName && name[0] != '.' && small != "mimetype" &&
           small != "meta-inf";
}

base::Result<void> check(const std::vector<ports::ContainerFile>& files) {
    if (files.empty())
        return base::fail(codes::nothingToSign);
    std::set<std::string> names;
    std::size_t bytes = 0;
    for (const auto& file : files) {
        // Names that differ only in letter case would be one file on some desks.
        if (!usable(file.name) || !names.insert(inSmallLetters(file.name)).second)
            return base::fail(codes::fileNameUnusable, {}, file.name);
        bytes += file.content.size();
    }
    if (files.size() > mostFiles || bytes > mostBytes)
        return base::fail(codes::tooLarge);
    return {};
}

/// META-INF/manifest.xml in the manner of OpenDocument, which readers of ASiC-E ask for.
base::Bytes manifestOf(const std::vector<ports::ContainerFile>& files) {
    const auto entry = [](const std::string& path, const std::string& type) {
        return "<manifest:file-entry manifest:full-path=\"" + escapeXml(path) + "\" manifest:media-type=\"" +
               escapeXml(type) + "\"/>";
    };
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
        "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">" +
        entry("/", mediaType);
    for (const auto& file : files)
        text += entry(file.name, file.mediaType);
    return base::bytesOf(text + "</manifest:manifest>\n");
}

base::Result<base::Bytes> signatureOf(ports::CardSession& card, ports::PinInput pin2,
                                      const std::vector<ports::ContainerFile>& files,
                                      base::Timestamp signedAt) {
    const auto der = card.signingCertificate();
    const auto certificate = der ? card::parseCertificate(*der) : base::fail(der.error());
    if (!certificate)
        return base::fail(certificate.error());
    auto document = SignatureDocument::make(files, *certificate, signedAt);
    const auto toSign = document ? document->signedInfo() : base::fail(document.error());
    if (!toSign)
        return base::fail(toSign.error());
    const auto signature = card.sign(*toSign, pin2);
    if (!signature)
        return base::fail(signature.error());
    if (signature->certificate != *der)
        return base::fail(codes::notBuilt, "another key signed than the one named");
    return document->complete(signature->value);
}

} // namespace

base::Result<base::Bytes> AsiceSigner::sign(ports::CardSession& card, ports::PinInput pin2,
                                            const std::vector<ports::ContainerFile>& files,
                                            base::Timestamp signedAt) {
    if (auto good = check(files); !good)
        return base::fail(std::move(good.error()));
    const auto signature = signatureOf(card, pin2, files, signedAt);
    if (!signature)
        return base::fail(signature.error());
    const auto type = base::bytesOf(mediaType), manifest = manifestOf(files);
    std::vector<ZipEntry> entries{{"mimetype", &type, true}};
    for (const auto& file : files)
        entries.push_back({file.name, &file.content});
    entries.push_back({"META-INF/manifest.xml", &manifest});
    entries.push_back({"META-INF/signatures0.xml", &*signature});
    return writeZip(entries, signedAt);
}

} // namespace vienlogs::sign
