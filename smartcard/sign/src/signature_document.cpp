// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signature_document.h"

#include "vienlogs/digest/sha256.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

using xml::element;

namespace {

constexpr const char* sha256Name = "http://www.w3.org/2001/04/xmlenc#sha256";

const char* signatureMethod(card::KeyKind key) {
    return key == card::KeyKind::Rsa    ? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
           : key == card::KeyKind::P256 ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
                                        : "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384";
}

base::Bytes sha256Of(const base::Bytes& bytes) {
    const auto hash = digest::sha256(std::span<const std::uint8_t>(bytes));
    return {hash.begin(), hash.end()};
}

/// A file's name as a relative reference (RFC 3986): letters, digits, "/" and "-._~" stay, all else is
/// escaped.
std::string toUri(const std::string& name) {
    constexpr std::string_view hexDigits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || (c && std::string_view("-._~/").find(c) != std::string_view::npos))
            uri.push_back(c);
        else
            uri += {'%', hexDigits[byte >> 4], hexDigits[byte & 15]};
    }
    return uri;
}

std::string digest(const base::Bytes& hash) {
    return "<ds:DigestMethod Algorithm=\"" + std::string(sha256Name) + "\"/>" +
           element("ds:DigestValue", "", base::toBase64(hash));
}

/// XAdES knows whole seconds.
std::string toSeconds(base::Timestamp time) {
    auto text = base::toRfc3339(std::chrono::floor<std::chrono::seconds>(time));
    return text.substr(0, 19) + "Z";
}

std::string signedInfoText(const std::vector<SignedFile>& files, card::KeyKind key, const std::string& id) {
    std::string content = "<ds:CanonicalizationMethod Algorithm=\"" + std::string(xml::canonicalization) +
                          "\"/><ds:SignatureMethod Algorithm=\"" + signatureMethod(key) + "\"/>";
    for (std::size_t i = 0; i < files.size(); ++i)
        content +=
            element("ds:Reference",
                    "Id=\"" + id + "-R" + std::to_string(i) + "\" URI=\"" + toUri(files[i].name) + "\"",
                    digest(files[i].sha256));
    const auto transforms = element(
        "ds:Transforms", "", "<ds:Transform Algorithm=\"" + std::string(xml::canonicalization) + "\"/>");
    content +=
        element("ds:Reference",
                "Type=\"http://uri.etsi.org/01903#SignedProperties\" URI=\"#" + id + "-SignedProperties\"",
                transforms + digest({}));
    return element("ds:SignedInfo", "Id=\"" + id + "-SignedInfo\"", content);
}

std::string propertiesText(const std::vector<SignedFile>& files, const base::Bytes& certificate,
                           base::Timestamp signedAt, const std::string& id) {
    const auto certificateText =
        element("xades:Cert", "", element("xades:CertDigest", "", digest(sha256Of(certificate))));
    const auto signatureProperties = element("xades:SignedSignatureProperties", "",
                                             element("xades:SigningTime", "", toSeconds(signedAt)) +
                                                 element("xades:SigningCertificateV2", "", certificateText));
    std::string formats;
    for (std::size_t i = 0; i < files.size(); ++i)
        formats +=
            element("xades:DataObjectFormat", "ObjectReference=\"#" + id + "-R" + std::to_string(i) + "\"",
                    element("xades:MimeType", "", xml::escape(files[i].mediaType)));
    const auto properties =
        element("xades:SignedProperties", "Id=\"" + id + "-SignedProperties\"",
                signatureProperties + element("xades:SignedDataObjectProperties", "", formats));
    return element("ds:Object", "",
                   element("xades:QualifyingProperties", "Target=\"#" + id + "\"", properties));
}

std::string documentText(const std::vector<SignedFile>& files, const SignerCertificate& certificate,
                         base::Timestamp signedAt, const std::string& id) {
    const auto keyInfo = element(
        "ds:KeyInfo", "",
        element("ds:X509Data", "", element("ds:X509Certificate", "", base::toBase64(certificate.der))));
    const auto signature = element("ds:Signature", "Id=\"" + id + "\"",
                                   signedInfoText(files, certificate.key, id) +
                                       element("ds:SignatureValue", "Id=\"" + id + "-SignatureValue\"", "") +
                                       keyInfo + propertiesText(files, certificate.der, signedAt, id));
    return element("asic:XAdESSignatures",
                   "xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\" xmlns:ds=\"" + std::string(xml::dsig) +
                       "\" xmlns:xades=\"" + xml::xades + "\"",
                   signature);
}

} // namespace

SignatureDocument::SignatureDocument(xml::DocumentPtr document)
    : document_(std::move(document)),
      signature_(xml::child(xmlDocGetRootElement(document_.get()), xml::dsig, "Signature")) {}

base::Result<SignatureDocument> SignatureDocument::make(const std::vector<SignedFile>& files,
                                                        const SignerCertificate& certificate,
                                                        base::Timestamp signedAt, int number) {
    auto parsed =
        xml::parse(base::bytesOf(documentText(files, certificate, signedAt, "S" + std::to_string(number))));
    if (!parsed)
        return base::fail(codes::notBuilt, "the signature's XML");
    SignatureDocument document(std::move(parsed));
    const auto properties = xml::canonical(xml::below(
        document.signature_,
        {{xml::dsig, "Object"}, {xml::xades, "QualifyingProperties"}, {xml::xades, "SignedProperties"}}));
    if (!properties)
        return base::fail(properties.error());
    // The last reference of SignedInfo is that of the properties, its last element the digest.
    auto* reference = xmlLastElementChild(xml::child(document.signature_, xml::dsig, "SignedInfo"));
    xmlNodeSetContent(xmlLastElementChild(reference), BAD_CAST base::toBase64(sha256Of(*properties)).c_str());
    return document;
}

base::Result<base::Bytes> SignatureDocument::signedInfo() const {
    return xml::canonical(xml::child(signature_, xml::dsig, "SignedInfo"));
}

base::Result<base::Bytes> SignatureDocument::complete(const base::Bytes& signatureValue) {
    xmlNodeSetContent(xml::child(signature_, xml::dsig, "SignatureValue"),
                      BAD_CAST base::toBase64(signatureValue).c_str());
    return xml::write(document_.get());
}

} // namespace vienlogs::sign
