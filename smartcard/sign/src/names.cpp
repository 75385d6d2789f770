// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "names.h"

#include <algorithm>

namespace vienlogs::sign {

namespace {

constexpr std::size_t longestName = 200, longestPath = 1000;

bool isPlain(const std::string& name) {
    return std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':';
    });
}

} // namespace

std::string inSmallLetters(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

bool isUsableName(const std::string& name) {
    const auto small = inSmallLetters(name);
    return isPlain(name) && name.find('/') == std::string::npos && !name.empty() &&
           name.size() < longestName && name[0] != '.' && small != "mimetype" && small != "meta-inf";
}

bool isHarmlessName(const std::string& name) {
    return isPlain(name) && !name.empty() && name.size() < longestPath && name[0] != '/' &&
           ("/" + name + "/").find("/../") == std::string::npos;
}

bool isSignatureName(const std::string& name) {
    const auto small = inSmallLetters(name);
    return small.starts_with("meta-inf/") && small.ends_with(".xml") &&
           small.find("signatures", 9) != std::string::npos;
}

std::string signatureName(int number) {
    return "META-INF/signatures" + std::to_string(number) + ".xml";
}

base::Bytes manifestOf(const std::vector<SignedFile>& files) {
    const auto entry = [](const std::string& path, const std::string& type) {
        return "<manifest:file-entry manifest:full-path=\"" + xml::escape(path) +
               "\" manifest:media-type=\"" + xml::escape(type) + "\"/>";
    };
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest "
        "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">" +
        entry("/", containerType);
    for (const auto& file : files)
        text += entry(file.name, file.mediaType);
    return base::bytesOf(text + "</manifest:manifest>\n");
}

} // namespace vienlogs::sign
