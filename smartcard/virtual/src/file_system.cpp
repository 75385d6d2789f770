// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "file_system.h"

#include "der_writer.h"

namespace vienlogs::virtualcard {

namespace {

constexpr std::uint16_t objectDirectory = 0x5031, tokenInfo = 0x5032, documentNumber = 0xD003;
constexpr std::size_t directorySize = 256; // files are larger than what they hold
constexpr std::uint16_t ckmRsa = 0x1, ckmSha256Rsa = 0x40, ckmEcdsa = 0x1041, ckmEcdsaSha384 = 0x1044;

/// What tells the directories of the two applications apart.
struct Place {
    std::uint16_t privateKeys, certificates, pins;
};
constexpr Place first{0x7002, 0x7005, 0x7001};
constexpr Place second{0x7012, 0x7015, 0x7011};

/// One key with what the directories say of it.
struct Entry {
    std::uint8_t id;
    const ApplicationProfile& application;
    const KeyPair& pair;
    std::uint8_t pinReference;
    std::uint8_t shortestPin;
};

base::Bytes fileIdentifier(std::uint16_t file) {
    return {std::uint8_t(file >> 8), std::uint8_t(file & 0xFF)};
}

base::Bytes path(std::uint16_t file) {
    return der::element(0x30, der::element(0x04, fileIdentifier(file)));
}

base::Bytes padded(base::Bytes content) {
    if (content.size() < directorySize)
        content.resize(directorySize, 0x00);
    return content;
}

base::Bytes directoryOf(const Place& place, bool namesPins) {
    base::Bytes content = der::element(0xA0, path(place.privateKeys));
    const auto add = [&](const base::Bytes& more) {
        content.insert(content.end(), more.begin(), more.end());
    };
    add(der::element(0xA4, path(place.certificates)));
    if (namesPins)
        add(der::element(0xA8, path(place.pins)));
    return padded(content);
}

/// The parts one after the other, in a file of its usual size.
template<typename Part>
base::Bytes directoryFile(const std::vector<Entry>& entries, Part part) {
    base::Bytes content;
    for (const auto& entry : entries) {
        const auto more = part(entry);
        content.insert(content.end(), more.begin(), more.end());
    }
    return padded(std::move(content));
}

base::Bytes privateKeyOf(const Entry& entry, bool elliptic) {
    using namespace der;
    const auto common = element(
        0x30, {text("Key"), element(0x03, {base::Bytes{0x07, 0x80}}), element(0x04, base::Bytes{entry.id})});
    const auto attributes =
        element(0x30, {element(0x04, base::Bytes{entry.id}), element(0x03, base::Bytes{0x06, 0x40}),
                       integer(entry.application.keyReference), element(0xA1, integer(1))});
    const auto type = element(0xA1, element(0x30, {path(0x3F00), integer(elliptic ? 384 : 2048)}));
    return element(elliptic ? 0xA0 : 0x30, {common, attributes, type});
}

base::Bytes certificateOf(const Entry& entry) {
    using namespace der;
    base::Bytes content;
    const auto add = [&](std::uint8_t id, std::uint16_t file) {
        const auto one =
            element(0x30, {element(0x30, text("Certificate")), element(0x30, element(0x04, base::Bytes{id})),
                           element(0xA1, element(0x30, path(file)))});
        content.insert(content.end(), one.begin(), one.end());
    };
    for (const auto file : entry.application.emptyFiles)
        add(std::uint8_t(entry.id + 0x10), file);
    add(entry.id, entry.application.certificateFile);
    return content;
}

base::Bytes pinOf(const Entry& entry, std::size_t storedLength) {
    using namespace der;
    constexpr std::uint16_t mostDigits = 12;
    const auto common = element(0x30, {text("PIN"), element(0x03, base::Bytes{0x06, 0x40})});
    const auto pin =
        element(0x30, {element(0x03, base::Bytes{0x02, 0x0C}), element(0x0A, base::Bytes{0x01}),
                       integer(entry.shortestPin), integer(std::uint16_t(storedLength)), integer(mostDigits),
                       element(0x80, base::Bytes{entry.pinReference}), element(0x04, base::Bytes{0xFF})});
    return element(0x30, {common, element(0x30, element(0x04, base::Bytes{entry.id})), element(0xA1, pin)});
}

base::Bytes tokenInfoOf(const CardImage& card, const ApplicationProfile& application) {
    using namespace der;
    const auto row = [&](std::uint16_t number, std::uint16_t mechanism) {
        return element(0x30, {integer(number), integer(mechanism), element(0x05, base::Bytes{}),
                              element(0x03, base::Bytes{0x06, 0x40}), integer(application.algorithm)});
    };
    const bool elliptic = card.profile.elliptic;
    // Two rows with the same name for the wire, as real cards have them.
    const auto table = element(
        0xA2, {row(1, elliptic ? ckmEcdsa : ckmRsa), row(2, elliptic ? ckmEcdsaSha384 : ckmSha256Rsa)});
    const auto serial = element(0x04, base::fromHex(card.serial).value_or(base::Bytes(8)));
    return padded(
        element(0x30, {integer(1), serial, text("Vienlogs"), element(0x80, base::bytesOf("Virtual eID")),
                       element(0x03, base::Bytes{0x04, 0x10}), table}));
}

Files filesOf(const CardImage& card, const Place& place, const std::vector<Entry>& entries) {
    const auto& profile = card.profile;
    Files files{
        {objectDirectory, directoryOf(place, profile.namesPins)},
        {tokenInfo, tokenInfoOf(card, entries.front().application)},
        {place.privateKeys,
         directoryFile(entries, [&](const Entry& entry) { return privateKeyOf(entry, profile.elliptic); })},
        {place.certificates, directoryFile(entries, certificateOf)}};
    if (profile.namesPins)
        files.emplace(place.pins, directoryFile(entries, [&](const Entry& entry) {
                          return pinOf(entry, profile.pinLength);
                      }));
    for (const auto& entry : entries) {
        files.emplace(entry.application.certificateFile, entry.pair.certificate);
        for (const auto file : entry.application.emptyFiles)
            files.emplace(file, base::Bytes{0x00});
    }
    return files;
}

Entry authenticationOf(const CardImage& card) {
    return {0x01, card.profile.authentication, card.authentication, 0x01, 4};
}

Entry signingOf(const CardImage& card) {
    return {0x02, card.profile.signing, card.signing, card.profile.pin2Reference, 6};
}

} // namespace

Files mainFiles(const CardImage& card) {
    if (card.profile.applications == Applications::None)
        return {};
    constexpr std::size_t longestNumber = 9;
    return {{documentNumber, der::element(0x04, base::bytesOf(card.serial.substr(0, longestNumber)))}};
}

Files authenticationFiles(const CardImage& card) {
    switch (card.profile.applications) {
    case Applications::Two:
        return filesOf(card, first, {authenticationOf(card)});
    case Applications::One: // the signing key first: who looks for the other one must look at what it is for
        return filesOf(card, first, {signingOf(card), authenticationOf(card)});
    default:
        return {};
    }
}

Files signingFiles(const CardImage& card) {
    return card.profile.applications == Applications::Two ? filesOf(card, second, {signingOf(card)})
                                                          : Files{};
}

} // namespace vienlogs::virtualcard
