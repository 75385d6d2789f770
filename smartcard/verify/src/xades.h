// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "algorithms.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/verify/judge.h"
#include "xml.h"

namespace vienlogs::verify {

/// A ds:Reference to a file of the container.
struct FileReference {
    std::string name; ///< The URI, percent-decoded.
    std::string id;   ///< Its Id, for the media type.
    std::string algorithm;
    base::Bytes digest;
};

/// A digest that stands in the signature, and what it must be of.
struct NamedDigest {
    std::string algorithm;
    base::Bytes value;
};

/// One ds:Signature taken apart by where its parts stand, never by looking an Id up: what is read here is
/// what is checked. All text is the signer's word until the checks are done.
struct XadesSignature {
    std::string id;
    xmlNode *signedInfo = nullptr, *value = nullptr, *properties = nullptr;
    xml::Canonicalization canonicalization; ///< Of SignedInfo.
    std::string canonicalizationName, method;
    base::Bytes signatureValue;
    std::vector<FileReference> files;
    NamedDigest propertiesDigest;
    xml::Canonicalization propertiesForm;
    std::vector<base::Bytes> keyInfo;            ///< Certificates of ds:KeyInfo.
    std::vector<NamedDigest> certificateDigests; ///< Of SigningCertificate(V2).
    std::optional<base::Timestamp> claimedAt;
    std::vector<std::string> roles;
    std::map<std::string, std::string> mediaTypes; ///< By the reference's Id.
    Evidence evidence;                             ///< All but the signer's certificate.
};

/// A META-INF/signatures*.xml.
struct XadesDocument {
    xml::DocumentPtr document;
    std::vector<base::Result<XadesSignature>> signatures; ///< At most 50; a failure is that signature's own.
};

/// VL-VERIFY-0005 when it is no asic:XAdESSignatures (ETSI EN 319 162-1, A.5) with signatures in it.
[[nodiscard]] base::Result<XadesDocument> readXades(const base::Bytes& text);

} // namespace vienlogs::verify
