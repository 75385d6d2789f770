// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "discovery.h"

#include <algorithm>

#include "vienlogs/card/failures.h"

namespace vienlogs::card {

namespace {

const base::Bytes objectDirectory{0x50, 0x31};
const base::Bytes tokenInfo{0x50, 0x32};
constexpr std::uint32_t mechanismRsa = 0x1, mechanismEcdsa = 0x1041;

std::optional<pkcs15::PrivateKey> keyFor(const std::vector<pkcs15::PrivateKey>& keys, const base::Bytes& id,
                                         bool elliptic) {
    const auto fits = [&](const auto& key) { return key.elliptic == elliptic && key.id == id; };
    auto found = std::find_if(keys.begin(), keys.end(), fits);
    if (found ==
        keys.end()) // some cards give key and certificate different names; the kind still tells them apart
        found =
            std::find_if(keys.begin(), keys.end(), [&](const auto& key) { return key.elliptic == elliptic; });
    return found == keys.end() ? std::nullopt : std::optional(*found);
}

/// The rows that the key names, then those of its mechanism; each name for the wire once.
std::vector<base::Bytes> algorithmsFor(const pkcs15::PrivateKey& key,
                                       const std::vector<pkcs15::Algorithm>& table) {
    std::vector<base::Bytes> names;
    const auto add = [&](const auto& fits) {
        for (const auto& row : table)
            if (fits(row) && std::find(names.begin(), names.end(), row.wire) == names.end())
                names.push_back(row.wire);
    };
    const auto isNamed = [&](const pkcs15::Algorithm& row) {
        return std::find(key.algorithmRows.begin(), key.algorithmRows.end(), row.row) !=
               key.algorithmRows.end();
    };
    const auto mechanism = key.elliptic ? mechanismEcdsa : mechanismRsa;
    add([&](const auto& row) { return isNamed(row) && row.mechanism == mechanism; });
    add(isNamed);
    add([&](const auto& row) { return row.mechanism == mechanism; });
    return names;
}

base::Result<PinLayout> discoverPin(CardFiles& files, const base::Bytes& directory, const base::Bytes& id,
                                    const PinLayout& usual) {
    if (directory.empty())
        return usual;
    const auto file = files.readFile(directory);
    if (!file)
        return base::fail(file.error());
    const auto pins = pkcs15::readPins(*file);
    if (!pins)
        return base::fail(pins.error());
    for (const auto& pin : *pins)
        if (pin.id == id)
            return PinLayout{pin.reference, pin.storedLength, pin.filler};
    return usual;
}

bool isFor(Purpose purpose, const base::Bytes& der) {
    const auto certificate = parseCertificate(der);
    return certificate &&
           (purpose == Purpose::Signing ? certificate->nonRepudiation : certificate->clientAuthentication);
}

} // namespace

base::Result<ApplicationLayout> discoverCertificate(CardFiles& files, const base::Bytes& application,
                                                    Purpose purpose) {
    auto file = files.readFile(objectDirectory);
    if (!file)
        return base::fail(file.error());
    if (file->empty())
        return base::fail(codes::notEid, "no EF.OD");
    const auto directory = pkcs15::readObjectDirectory(*file);
    if (!directory)
        return base::fail(directory.error());
    file = files.readFile(directory->certificates);
    const auto certificates = file ? pkcs15::readCertificates(*file) : base::fail(file.error());
    if (!certificates)
        return base::fail(certificates.error());
    std::optional<ApplicationLayout> other;
    for (const auto& entry : *certificates) {
        auto start = files.readFirstBlock(entry.path);
        auto certificate = start ? files.readElement(std::move(*start)) : std::move(start);
        if (!certificate)
            return base::fail(certificate.error());
        if (certificate->empty())
            continue;
        const bool wanted = isFor(purpose, *certificate);
        ApplicationLayout found{application, *directory, entry.id, entry.path, std::move(*certificate), {}};
        if (wanted)
            return found;
        if (!other)
            other = std::move(found);
    }
    if (other)
        return std::move(*other); // whoever wants to use it finds that it is for something else
    return base::fail(codes::nonsense, "no certificate where EF.CDF says");
}

base::Result<KeyLayout> discoverKey(CardFiles& files, const ApplicationLayout& layout, KeyKind kind,
                                    const PinLayout& usualPin) {
    if (layout.directory.privateKeys.empty())
        return base::fail(codes::nonsense, "EF.OD names no private keys");
    const auto directory = files.readFile(layout.directory.privateKeys);
    const auto keys = directory ? pkcs15::readPrivateKeys(*directory) : base::fail(directory.error());
    if (!keys)
        return base::fail(keys.error());
    const auto key = keyFor(*keys, layout.certificateId, kind != KeyKind::Rsa);
    if (!key)
        return base::fail(codes::nonsense, "EF.PrKD names no key for the certificate");
    auto pin = discoverPin(files, layout.directory.pins, key->pinId, usualPin);
    if (!pin)
        return base::fail(std::move(pin.error()));
    const auto info = files.readFile(tokenInfo);
    const auto table = info ? pkcs15::readAlgorithms(*info) : base::fail(info.error());
    if (!table)
        return base::fail(table.error());
    auto algorithms = algorithmsFor(*key, *table);
    if (algorithms.empty())
        return base::fail(codes::nonsense, "EF.TokenInfo names no algorithm for the key");
    return KeyLayout{key->reference, std::move(algorithms), *pin};
}

} // namespace vienlogs::card
