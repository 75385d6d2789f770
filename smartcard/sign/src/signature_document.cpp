// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signature_document.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <openssl/evp.h>

#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr const char* canonicalization = "http://www.w3.org/2006/12/xml-c14n11";
constexpr const char* sha256Name = "http://www.w3.org/2001/04/xmlenc#sha256";

const char* signatureMethod(card::KeyKind key) {
    return key == card::KeyKind::Rsa    ? "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
           : key == card::KeyKind::P256 ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
                                        : "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384";
}

std::string digestOf(const base::Bytes& bytes) {
    base::Bytes hash(32);
    unsigned size = 0;
    EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, EVP_sha256(), nullptr);
    return base::toBase64(hash);
}

/// A file's name as a relative reference (RFC 3986): letters, digits and "-._~" stay, all else is escaped.
std::string toUri(const std::string& name) {
    constexpr std::string_view hexDigits = "0123456789ABCDEF";
    std::string uri;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || (c && std::string_view("-._~").find(c) != std::string_view::npos))
            uri.push_back(c);
        else
            uri += {'%', hexDigits[byte >> 4], hexDigits[byte & 15]};
    }
    return uri;
}

std::string element(const std::string& name, const std::string& attributes, const std::string& content) {
    return "<" + name + (attributes.empty() ? "" : " " + attributes) + ">" + content + "</" + name + ">";
}

std::string digest(const std::string& value) {
    return "<ds:DigestMethod Algorithm=\"" + std::string(sha256Name) + "\"/>" +
           element("ds:DigestValue", "", value);
}

/// XAdES knows whole seconds.
std::string toSeconds(base::Timestamp time) {
    auto text = base::toRfc3339(std::chrono::floor<std::chrono::seconds>(time));
    return text.substr(0, 19) + "Z";
}

std::string signedInfoText(const std::vector<ports::ContainerFile>& files, card::KeyKind key) {
    std::string content = "<ds:CanonicalizationMethod Algorithm=\"" + std::string(canonicalization) +
                          "\"/><ds:SignatureMethod Algorithm=\"" + signatureMethod(key) + "\"/>";
    for (std::size_t i = 0; i < files.size(); ++i)
        content += element("ds:Reference",
                           "Id=\"S0-R" + std::to_string(i) + "\" URI=\"" + toUri(files[i].name) + "\"",
                           digest(digestOf(files[i].content)));
    const auto transforms =
        element("ds:Transforms", "", "<ds:Transform Algorithm=\"" + std::string(canonicalization) + "\"/>");
    content += element("ds:Reference",
                       "Type=\"http://uri.etsi.org/01903#SignedProperties\" URI=\"#S0-SignedProperties\"",
                       transforms + digest(""));
    return element("ds:SignedInfo", "Id=\"S0-SignedInfo\"", content);
}

std::string propertiesText(const std::vector<ports::ContainerFile>& files,
                           const card::Certificate& certificate, base::Timestamp signedAt) {
    const auto certificateText =
        element("xades:Cert", "", element("xades:CertDigest", "", digest(digestOf(certificate.der))));
    const auto signatureProperties = element("xades:SignedSignatureProperties", "",
                                             element("xades:SigningTime", "", toSeconds(signedAt)) +
                                                 element("xades:SigningCertificateV2", "", certificateText));
    std::string formats;
    for (std::size_t i = 0; i < files.size(); ++i)
        formats += element("xades:DataObjectFormat", "ObjectReference=\"#S0-R" + std::to_string(i) + "\"",
                           element("xades:MimeType", "", escapeXml(files[i].mediaType)));
    const auto properties =
        element("xades:SignedProperties", "Id=\"S0-SignedProperties\"",
                signatureProperties + element("xades:SignedDataObjectProperties", "", formats));
    return element("ds:Object", "", element("xades:QualifyingProperties", "Target=\"#S0\"", properties));
}

std::string documentText(const std::vector<ports::ContainerFile>& files, const card::Certificate& certificate,
                         base::Timestamp signedAt) {
    const auto keyInfo = element(
        "ds:KeyInfo", "",
        element("ds:X509Data", "", element("ds:X509Certificate", "", base::toBase64(certificate.der))));
    const auto signature = element("ds:Signature", "Id=\"S0\"",
                                   signedInfoText(files, certificate.key) +
                                       element("ds:SignatureValue", "Id=\"S0-SignatureValue\"", "") +
                                       keyInfo + propertiesText(files, certificate, signedAt));
    return element(
        "asic:XAdESSignatures",
        "xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" "
        "xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\"",
        signature);
}

xmlNode* findIn(xmlNode* node, const char* identifier) {
    for (; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const auto* attribute = xmlHasNsProp(node, BAD_CAST "Id", nullptr);
        if (attribute && attribute->children &&
            xmlStrEqual(attribute->children->content, BAD_CAST identifier))
            return node;
        if (auto* found = findIn(node->children, identifier))
            return found;
    }
    return nullptr;
}

/// libxml2 asks of each node whether it belongs to the part that is wanted: all that lies within `root`.
int liesWithin(void* root, xmlNode* node, xmlNode* parent) {
    const auto* at = node->type == XML_NAMESPACE_DECL ? parent : node;
    while (at && at != root)
        at = at->parent;
    return at != nullptr;
}

} // namespace

std::string escapeXml(const std::string& text) {
    std::string escaped;
    for (const char c : text)
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        default:
            escaped.push_back(c);
        }
    return escaped;
}

base::Result<SignatureDocument> SignatureDocument::make(const std::vector<ports::ContainerFile>& files,
                                                        const card::Certificate& certificate,
                                                        base::Timestamp signedAt) {
    const auto text = documentText(files, certificate, signedAt);
    SignatureDocument document(DocumentPtr(
        xmlReadMemory(text.data(), int(text.size()), nullptr, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR)));
    if (!document.document_)
        return base::fail(codes::notBuilt, "the signature's XML");
    const auto properties = document.canonical("S0-SignedProperties");
    if (!properties)
        return base::fail(properties.error());
    // The last reference of SignedInfo is that of the properties, its last element the digest.
    auto* reference = xmlLastElementChild(document.find("S0-SignedInfo"));
    xmlNodeSetContent(xmlLastElementChild(reference), BAD_CAST digestOf(*properties).c_str());
    return document;
}

xmlNode* SignatureDocument::find(const char* identifier) const {
    return findIn(xmlDocGetRootElement(document_.get()), identifier);
}

base::Result<base::Bytes> SignatureDocument::canonical(const char* identifier) const {
    auto* root = find(identifier);
    std::unique_ptr<xmlOutputBuffer, decltype(&xmlOutputBufferClose)> buffer(xmlAllocOutputBuffer(nullptr),
                                                                             xmlOutputBufferClose);
    if (!root || !buffer ||
        xmlC14NExecute(document_.get(), liesWithin, root, XML_C14N_1_1, nullptr, 0, buffer.get()) < 0)
        return base::fail(codes::notBuilt, "canonical form");
    const auto* content = xmlOutputBufferGetContent(buffer.get());
    return base::Bytes(content, content + xmlOutputBufferGetSize(buffer.get()));
}

base::Result<base::Bytes> SignatureDocument::signedInfo() const {
    return canonical("S0-SignedInfo");
}

base::Result<base::Bytes> SignatureDocument::complete(const base::Bytes& signatureValue) {
    xmlNodeSetContent(find("S0-SignatureValue"), BAD_CAST base::toBase64(signatureValue).c_str());
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document_.get(), &text, &size, "UTF-8");
    if (!text)
        return base::fail(codes::notBuilt, "writing the signature's XML");
    base::Bytes bytes(text, text + size);
    xmlFree(text);
    return bytes;
}

} // namespace vienlogs::sign
