// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/card/certificate.h"
#include "xml.h"

namespace vienlogs::sign {

/// A file as a signature names it.
struct SignedFile {
    std::string name; ///< UTF-8; "/" between folders of a container made elsewhere.
    std::string mediaType;
    base::Bytes sha256;
};

/// The certificate of the key that signs.
struct SignerCertificate {
    base::Bytes der;
    card::KeyKind key = card::KeyKind::Rsa;
};

/// META-INF/signaturesN.xml while it is made: first all that is signed, then the signature over it.
class SignatureDocument {
public:
    /// `number` tells its identifiers from those of the container's other signatures: "S0-SignedInfo".
    [[nodiscard]] static base::Result<SignatureDocument> make(const std::vector<SignedFile>& files,
                                                              const SignerCertificate& certificate,
                                                              base::Timestamp signedAt, int number);
    /// The bytes that the key must sign: ds:SignedInfo in canonical form.
    [[nodiscard]] base::Result<base::Bytes> signedInfo() const;
    /// Puts the signature in; the file is then whole, at level B.
    [[nodiscard]] base::Result<base::Bytes> complete(const base::Bytes& signatureValue);

private:
    explicit SignatureDocument(xml::DocumentPtr document);
    xml::DocumentPtr document_;
    xmlNode* signature_ = nullptr;
};

} // namespace vienlogs::sign
