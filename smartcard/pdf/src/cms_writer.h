// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/pdf/source.h"
#include "vienlogs/ports/card_reader.h"

namespace vienlogs::pdf {

/// A CAdES signature in the making (RFC 5652; ETSI EN 319 122-1): content that lies elsewhere, the signing
/// certificate's hash among the signed attributes, no time.
class CmsWriter {
public:
    /// Certificates in DER, `others` those of the issuers. VL-PDF-0007 for a key of no use.
    [[nodiscard]] static base::Result<CmsWriter> make(const base::Bytes& certificate,
                                                      std::vector<base::Bytes> others);
    /// Takes the hash of the content: SHA-384 for P-384 keys, SHA-256 else.
    [[nodiscard]] base::Result<void> hash(const Source& source, const std::vector<std::string_view>& more);
    /// What the key must sign.
    [[nodiscard]] base::Bytes signedAttributes() const;
    /// Takes what the key made of it, r‖s or PKCS#1 v1.5. VL-PDF-0012 when another certificate's key signed.
    [[nodiscard]] base::Result<void> setSignature(const ports::CardSignature& signature);
    /// What a time stamp is over.
    [[nodiscard]] const base::Bytes& signatureValue() const { return value_; }
    void setTimeStamp(base::Bytes token) { token_ = std::move(token); }
    /// The whole in DER.
    [[nodiscard]] base::Bytes write() const;

private:
    enum class Key { Rsa, P256, P384 };
    CmsWriter() = default;
    [[nodiscard]] base::Bytes attributes() const;
    [[nodiscard]] base::Bytes signerInfo() const;

    base::Bytes certificate_, issuerAndSerial_, digest_, value_, token_;
    std::vector<base::Bytes> others_;
    Key key_ = Key::Rsa;
};

} // namespace vienlogs::pdf
