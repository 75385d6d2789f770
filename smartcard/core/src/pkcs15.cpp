// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/pkcs15.h"

#include "vienlogs/card/failures.h"

namespace vienlogs::card::pkcs15 {

namespace {

constexpr std::size_t mostEntries = 32;
constexpr std::size_t longestPath = 16;

enum Tag : std::uint32_t {
    integer = 0x02,
    octets = 0x04,
    sequence = 0x30,
    privateKeys = 0xA0,
    certificates = 0xA4,
    authenticationObjects = 0xA8,
    ellipticKey = 0xA0,
    typeAttributes = 0xA1,
    algorithmReferences = 0xA1,
    supportedAlgorithms = 0xA2,
    pinReference = 0x80,
};

base::Bytes copy(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

base::Bytes copyOr(const std::optional<ByteView>& bytes) {
    return bytes ? copy(*bytes) : base::Bytes{};
}

base::Bytes withoutLeadingZero(ByteView integerValue) {
    while (integerValue.size() > 1 && integerValue[0] == 0)
        integerValue = integerValue.subspan(1);
    return copy(integerValue);
}

bool isPath(ByteView path) {
    return path.size() >= 2 && path.size() <= longestPath && path.size() % 2 == 0;
}

/// The n-th element of a tag, counted from 0.
std::optional<ByteView> nth(ByteView bytes, std::uint32_t tag, int n) {
    TlvReader reader(bytes);
    while (const auto element = reader.next())
        if (element->tag == tag && n-- == 0)
            return element->value;
    return std::nullopt;
}

std::vector<ByteView> all(ByteView bytes, std::uint32_t tag) {
    std::vector<ByteView> found;
    TlvReader reader(bytes);
    while (const auto element = reader.next())
        if (element->tag == tag && found.size() < mostEntries)
            found.push_back(element->value);
    return found;
}

/// Calls `one` for every object of a directory; it returns nothing for a kind of object we have no use for.
template<typename T, typename ReadOne>
base::Result<std::vector<T>> readObjects(ByteView file, const char* name, ReadOne one) {
    std::vector<T> objects;
    TlvReader reader(file);
    while (const auto element = reader.next()) {
        if (objects.size() == mostEntries)
            return base::fail(codes::nonsense, std::string(name) + " without end");
        if (auto object = one(*element))
            objects.push_back(std::move(*object));
    }
    if (!reader.intact())
        return base::fail(codes::nonsense, std::string(name) + " is malformed");
    return objects;
}

std::optional<PrivateKey> readPrivateKey(const Tlv& element) {
    const auto common = nth(element.value, sequence, 0), attributes = nth(element.value, sequence, 1);
    const auto reference = attributes ? findTag(*attributes, integer) : std::nullopt;
    const auto number = reference ? unsignedOf(*reference) : std::nullopt;
    if ((element.tag != sequence && element.tag != ellipticKey) || !number || *number > 0xFF)
        return std::nullopt;
    PrivateKey key{copyOr(findTag(*attributes, octets)),
                   copyOr(findTag(*common, octets)),
                   element.tag == ellipticKey,
                   std::uint8_t(*number),
                   {}};
    if (const auto rows = findTag(*attributes, algorithmReferences))
        for (const auto row : all(*rows, integer))
            if (const auto value = unsignedOf(row))
                key.algorithmRows.push_back(*value);
    return key;
}

std::optional<CertificateFile> readCertificate(const Tlv& element) {
    const auto attributes = nth(element.value, sequence, 1);
    const auto path = findPath(element.value, {typeAttributes, sequence, sequence, octets});
    if (element.tag != sequence || !attributes || !path || !isPath(*path))
        return std::nullopt;
    return CertificateFile{copyOr(findTag(*attributes, octets)), copy(*path)};
}

std::optional<Pin> readPin(const Tlv& element) {
    const auto attributes = nth(element.value, sequence, 1);
    const auto pin = findPath(element.value, {typeAttributes, sequence});
    if (element.tag != sequence || !attributes || !pin)
        return std::nullopt;
    const auto stored = nth(*pin, integer, 1), reference = findTag(*pin, pinReference);
    const auto length = stored ? unsignedOf(*stored) : std::nullopt;
    if (!length || *length < 4 || *length > 64 || !reference || reference->size() != 1)
        return std::nullopt;
    const auto filler = findTag(*pin, octets);
    return Pin{copyOr(findTag(*attributes, octets)), (*reference)[0], *length,
               filler && filler->size() == 1 ? (*filler)[0] : std::uint8_t(0xFF)};
}

} // namespace

base::Result<ObjectDirectory> readObjectDirectory(ByteView file) {
    ObjectDirectory directory;
    TlvReader reader(file);
    while (const auto element = reader.next()) {
        const auto path = findPath(element->value, {sequence, octets});
        if (!path || !isPath(*path))
            continue;
        auto& place = element->tag == privateKeys    ? directory.privateKeys
                      : element->tag == certificates ? directory.certificates
                                                     : directory.pins;
        if (element->tag == privateKeys || element->tag == certificates ||
            element->tag == authenticationObjects)
            place = copy(*path);
    }
    if (!reader.intact() || directory.certificates.empty())
        return base::fail(codes::nonsense, "EF.OD is malformed or names no certificates");
    return directory;
}

base::Result<std::vector<PrivateKey>> readPrivateKeys(ByteView file) {
    return readObjects<PrivateKey>(file, "EF.PrKD", readPrivateKey);
}

base::Result<std::vector<CertificateFile>> readCertificates(ByteView file) {
    return readObjects<CertificateFile>(file, "EF.CDF", readCertificate);
}

base::Result<std::vector<Pin>> readPins(ByteView file) {
    return readObjects<Pin>(file, "EF.AOD", readPin);
}

base::Result<std::vector<Algorithm>> readAlgorithms(ByteView tokenInfo) {
    const auto table = findPath(tokenInfo, {sequence, supportedAlgorithms});
    std::vector<Algorithm> algorithms;
    if (!table)
        return algorithms;
    for (const auto row : all(*table, sequence)) {
        const auto numbers = all(row, integer);
        if (numbers.size() < 3)
            continue; // without a reference for the wire it is of no use to us
        const auto reference = unsignedOf(numbers[0]), mechanism = unsignedOf(numbers[1]);
        const auto wire = withoutLeadingZero(numbers.back());
        if (!reference || !mechanism || wire.empty() || wire.size() > 4)
            return base::fail(codes::nonsense, "a row of EF.TokenInfo is malformed");
        algorithms.push_back({*reference, *mechanism, wire});
    }
    return algorithms;
}

} // namespace vienlogs::card::pkcs15
