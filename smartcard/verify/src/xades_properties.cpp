// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "xades_properties.h"

#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t mostCertificates = 64, mostProofs = 32, mostStamps = 8, mostRoles = 16,
                      longestText = 256;

tl::unexpected<base::Failure> malformed(const std::string& what) {
    return base::fail(codes::malformed, what, what);
}

/// Adds the base 64 of all these children; false on nonsense or too many.
bool collect(const xmlNode* parent, const char* name, std::size_t most, std::vector<base::Bytes>& into) {
    for (const auto* child : xml::children(parent, name, xadesSpace)) {
        auto bytes = xml::base64(child);
        if (!bytes || into.size() >= most)
            return false;
        into.push_back(std::move(*bytes));
    }
    return true;
}

base::Result<void> readSigningCertificate(const xmlNode* parent, XadesSignature& signature) {
    const auto* second = xml::only(parent, "SigningCertificateV2", xadesSpace);
    const auto* list = second ? second : xml::only(parent, "SigningCertificate", xadesSpace);
    for (const auto* certificate : xml::children(list, "Cert", xadesSpace)) {
        auto digest = readDigest(xml::only(certificate, "CertDigest", xadesSpace));
        if (!digest || signature.certificateDigests.size() >= mostCertificates)
            return malformed("SigningCertificate");
        signature.certificateDigests.push_back(std::move(*digest));
    }
    return {};
}

void readRoles(const xmlNode* parent, XadesSignature& signature) {
    for (const auto* name : {"SignerRole", "SignerRoleV2"}) {
        const auto* claimed = xml::only(xml::only(parent, name, xadesSpace), "ClaimedRoles", xadesSpace);
        for (const auto* role : xml::children(claimed, "ClaimedRole", xadesSpace))
            if (const auto text = xml::text(role);
                text && text->size() <= longestText && signature.roles.size() < mostRoles)
                signature.roles.push_back(*text);
    }
}

void readMediaTypes(const xmlNode* parent, XadesSignature& signature) {
    for (const auto* format : xml::children(parent, "DataObjectFormat", xadesSpace)) {
        const auto reference = xml::attribute(format, "ObjectReference").value_or("");
        const auto type = xml::text(xml::only(format, "MimeType", xadesSpace));
        if (reference.starts_with('#') && type && type->size() <= longestText)
            signature.mediaTypes[reference.substr(1)] = *type;
    }
}

base::Result<void> readSigned(const xmlNode* properties, XadesSignature& signature) {
    const auto* about = xml::only(properties, "SignedSignatureProperties", xadesSpace);
    if (!about)
        return malformed("SignedSignatureProperties");
    if (const auto* time = xml::only(about, "SigningTime", xadesSpace)) {
        signature.claimedAt = base::fromRfc3339(xml::text(time).value_or(""));
        if (!signature.claimedAt)
            return malformed("SigningTime");
    }
    readRoles(about, signature);
    readMediaTypes(xml::only(properties, "SignedDataObjectProperties", xadesSpace), signature);
    return readSigningCertificate(about, signature);
}

/// The tokens of one property, over ds:SignatureValue in the canonical form that it asks for.
base::Result<void> readStamp(xmlDoc* document, const xmlNode* stamp, XadesSignature& signature) {
    const auto* method = xml::only(stamp, "CanonicalizationMethod", dsSpace);
    const auto how = method ? xml::canonicalizationOf(method) : xml::Canonicalization{};
    std::vector<base::Bytes> tokens;
    if (!how || !collect(stamp, "EncapsulatedTimeStamp", mostStamps, tokens) || tokens.empty() ||
        signature.evidence.timeStamps.size() + tokens.size() > mostStamps)
        return malformed("SignatureTimeStamp");
    const auto covered = xml::canonical(document, signature.value, *how);
    if (!covered)
        return base::fail(covered.error());
    for (auto& token : tokens)
        signature.evidence.timeStamps.push_back({std::move(token), *covered});
    return {};
}

/// CertificateValues and RevocationValues, whichever element holds them.
bool readValues(const xmlNode* parent, Evidence& evidence) {
    for (const auto* values : xml::children(parent, "CertificateValues", xadesSpace))
        if (!collect(values, "EncapsulatedX509Certificate", mostCertificates, evidence.certificates))
            return false;
    for (const auto* values : xml::children(parent, "RevocationValues", xadesSpace)) {
        if (!collect(xml::only(values, "OCSPValues", xadesSpace), "EncapsulatedOCSPValue", mostProofs,
                     evidence.ocspResponses) ||
            !collect(xml::only(values, "CRLValues", xadesSpace), "EncapsulatedCRLValue", mostProofs,
                     evidence.crls))
            return false;
    }
    return true;
}

base::Result<void> readUnsigned(xmlDoc* document, const xmlNode* properties, XadesSignature& signature) {
    const auto* all = xml::only(properties, "UnsignedSignatureProperties", xadesSpace);
    for (const auto* stamp : xml::children(all, "SignatureTimeStamp", xadesSpace))
        if (auto good = readStamp(document, stamp, signature); !good)
            return good;
    if (!readValues(all, signature.evidence))
        return malformed("CertificateValues or RevocationValues");
    for (const auto* data : xml::children(all, "TimeStampValidationData", xades141Space))
        if (!readValues(data, signature.evidence))
            return malformed("TimeStampValidationData");
    return {};
}

} // namespace

base::Result<NamedDigest> readDigest(const xmlNode* element) {
    auto value = xml::base64(xml::only(element, "DigestValue", dsSpace));
    const auto* method = xml::only(element, "DigestMethod", dsSpace);
    if (!value || value->size() > 64 || !method)
        return malformed("a digest");
    return NamedDigest{xml::attribute(method, "Algorithm").value_or(""), std::move(*value)};
}

base::Result<void> readProperties(xmlDoc* document, const xmlNode* qualifying, XadesSignature& signature) {
    if (xml::attribute(qualifying, "Target") != "#" + signature.id || signature.id.empty())
        return malformed("QualifyingProperties of another signature");
    signature.properties = xml::only(qualifying, "SignedProperties", xadesSpace);
    if (!signature.properties)
        return malformed("SignedProperties");
    if (auto good = readSigned(signature.properties, signature); !good)
        return good;
    return readUnsigned(document, xml::only(qualifying, "UnsignedProperties", xadesSpace), signature);
}

} // namespace vienlogs::verify
