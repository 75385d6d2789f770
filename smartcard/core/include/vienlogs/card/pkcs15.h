// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/card/tlv.h"

/// The directory files by which a card says what it holds (ISO 7816-15, which continues PKCS#15).
namespace vienlogs::card::pkcs15 {

/// EF.OD: where the other directories are. An empty path: the card names none.
struct ObjectDirectory {
    base::Bytes privateKeys;
    base::Bytes certificates;
    base::Bytes pins;
};

/// A private key of EF.PrKD.
struct PrivateKey {
    base::Bytes id;
    base::Bytes pinId; ///< Names the PIN in EF.AOD; empty if not given.
    bool elliptic = false;
    std::uint8_t reference = 0;               ///< What MANAGE SECURITY ENVIRONMENT calls it.
    std::vector<std::uint32_t> algorithmRows; ///< Rows of TokenInfo's table.
};

/// A certificate of EF.CDF.
struct CertificateFile {
    base::Bytes id; ///< The same as its key's.
    base::Bytes path;
};

/// A PIN of EF.AOD.
struct Pin {
    base::Bytes id;
    std::uint8_t reference = 0;
    std::size_t storedLength = 0;
    std::uint8_t filler = 0xFF;
};

/// A row of the table of algorithms in EF.TokenInfo.
struct Algorithm {
    std::uint32_t row = 0;
    std::uint32_t mechanism = 0; ///< As PKCS#11 counts them: 1 RSA PKCS#1, 0x1041 ECDSA.
    base::Bytes wire;            ///< What MANAGE SECURITY ENVIRONMENT calls it.
};

/// All read at most 32 entries and fail with VL-CARD-0013 on anything malformed.
[[nodiscard]] base::Result<ObjectDirectory> readObjectDirectory(ByteView file);
[[nodiscard]] base::Result<std::vector<PrivateKey>> readPrivateKeys(ByteView file);
[[nodiscard]] base::Result<std::vector<CertificateFile>> readCertificates(ByteView file);
[[nodiscard]] base::Result<std::vector<Pin>> readPins(ByteView file);
[[nodiscard]] base::Result<std::vector<Algorithm>> readAlgorithms(ByteView tokenInfo);

} // namespace vienlogs::card::pkcs15
