// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "file_system.h"

#include "der_writer.h"

namespace vienlogs::virtualcard {

namespace {

constexpr std::uint16_t objectDirectory = 0x5031, tokenInfo = 0x5032;
constexpr std::size_t directorySize = 256; // files are larger than what they hold
constexpr std::uint16_t ckmRsa = 0x1, ckmSha256Rsa = 0x40, ckmEcdsa = 0x1041, ckmEcdsaSha384 = 0x1044;

/// What tells the directories of the two applications apart.
struct Place {
    std::uint16_t privateKeys, certificates, pins;
    std::uint8_t id;
    std::uint8_t pinReference;
    std::uint8_t shortestPin;
};
constexpr Place forAuthentication{0x7002, 0x7005, 0x7001, 0x01, 0x01, 4};
constexpr Place forSigning{0x7012, 0x7015, 0x7011, 0x02, 0x85, 6};

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

base::Bytes privateKeysOf(const Place& place, const ApplicationProfile& application, const Profile& profile) {
    using namespace der;
    const auto common = element(
        0x30, {text("Key"), element(0x03, {base::Bytes{0x07, 0x80}}), element(0x04, base::Bytes{place.id})});
    const auto attributes =
        element(0x30, {element(0x04, base::Bytes{place.id}), element(0x03, base::Bytes{0x06, 0x40}),
                       integer(application.keyReference), element(0xA1, integer(1))});
    const auto type = element(0xA1, element(0x30, {path(0x3F00), integer(profile.elliptic ? 384 : 2048)}));
    return padded(element(profile.elliptic ? 0xA0 : 0x30, {common, attributes, type}));
}

base::Bytes certificatesOf(const Place& place, const ApplicationProfile& application) {
    using namespace der;
    base::Bytes content;
    const auto add = [&](std::uint8_t id, std::uint16_t file) {
        const auto entry =
            element(0x30, {element(0x30, text("Certificate")), element(0x30, element(0x04, base::Bytes{id})),
                           element(0xA1, element(0x30, path(file)))});
        content.insert(content.end(), entry.begin(), entry.end());
    };
    for (const auto file : application.emptyFiles)
        add(std::uint8_t(place.id + 0x10), file);
    add(place.id, application.certificateFile);
    return padded(content);
}

base::Bytes pinsOf(const Place& place) {
    using namespace der;
    const auto common = element(0x30, {text("PIN"), element(0x03, base::Bytes{0x06, 0x40})});
    const auto pin =
        element(0x30, {element(0x03, base::Bytes{0x02, 0x0C}), element(0x0A, base::Bytes{0x01}),
                       integer(place.shortestPin), integer(12), integer(12),
                       element(0x80, base::Bytes{place.pinReference}), element(0x04, base::Bytes{0xFF})});
    return padded(
        element(0x30, {common, element(0x30, element(0x04, base::Bytes{place.id})), element(0xA1, pin)}));
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

Files filesOf(const CardImage& card, const Place& place, const ApplicationProfile& application,
              const KeyPair& pair) {
    Files files{{objectDirectory, directoryOf(place, card.profile.namesPins)},
                {tokenInfo, tokenInfoOf(card, application)},
                {place.privateKeys, privateKeysOf(place, application, card.profile)},
                {place.certificates, certificatesOf(place, application)},
                {application.certificateFile, pair.certificate}};
    if (card.profile.namesPins)
        files.emplace(place.pins, pinsOf(place));
    for (const auto file : application.emptyFiles)
        files.emplace(file, base::Bytes{0x00});
    return files;
}

} // namespace

Files authenticationFiles(const CardImage& card) {
    return filesOf(card, forAuthentication, card.profile.authentication, card.authentication);
}

Files signingFiles(const CardImage& card) {
    return filesOf(card, forSigning, card.profile.signing, card.signing);
}

} // namespace vienlogs::virtualcard
