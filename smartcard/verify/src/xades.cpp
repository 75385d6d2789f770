// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "xades.h"

#include <algorithm>

#include "entry_name.h"
#include "vienlogs/verify/failures.h"
#include "xades_properties.h"

namespace vienlogs::verify {

namespace {

constexpr const char* asicSpace = "http://uri.etsi.org/02918/v1.2.1#";
constexpr const char* propertiesType = "http://uri.etsi.org/01903#SignedProperties";
constexpr std::size_t mostSignatures = 50, mostCertificates = 64;

tl::unexpected<base::Failure> malformed(const std::string& what) {
    return base::fail(codes::malformed, what, what);
}
tl::unexpected<base::Failure> foreign(const std::string& what) {
    return base::fail(codes::foreignPart, "a reference", shown(what));
}

std::optional<std::string> percentDecoded(const std::string& uri) {
    std::string text;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        if (uri[i] != '%') {
            text.push_back(uri[i]);
            continue;
        }
        const auto byte = i + 2 < uri.size() ? base::fromHex(uri.substr(i + 1, 2)) : std::nullopt;
        if (!byte)
            return std::nullopt;
        text.push_back(static_cast<char>(byte->front()));
        i += 2;
    }
    return text;
}

/// The one canonical form of ds:Transforms, or the default one of XML-DSig without any; nothing for all other
/// transforms, because with them somebody else decides what is signed.
std::optional<xml::Canonicalization> transformOf(const xmlNode* reference) {
    const auto* transforms = xml::only(reference, "Transforms", dsSpace);
    if (!transforms)
        return xml::children(reference, "Transforms", dsSpace).empty()
                   ? std::optional(xml::Canonicalization{})
                   : std::nullopt;
    const auto all = xml::children(transforms);
    if (all.size() != 1 || !xml::is(all[0], "Transform", dsSpace))
        return std::nullopt;
    return xml::canonicalizationOf(all[0]);
}

base::Result<void> readPropertiesReference(const xmlNode* reference, XadesSignature& signature) {
    const auto form = transformOf(reference);
    auto digest = readDigest(reference);
    if (!form || !digest || !signature.propertiesDigest.value.empty())
        return foreign("SignedProperties");
    signature.propertiesForm = *form;
    signature.propertiesDigest = std::move(*digest);
    return {};
}

/// `uri` of a file: relative, without query and fragment, the name as the archive has it.
base::Result<void> readFileReference(const xmlNode* reference, const std::string& uri,
                                     XadesSignature& signature) {
    const auto name = percentDecoded(uri);
    if (!name || uri.find_first_of("?#") != std::string::npos || wrongWith(*name) ||
        !xml::children(reference, "Transforms", dsSpace).empty())
        return foreign(uri);
    auto digest = readDigest(reference);
    if (!digest)
        return base::fail(digest.error());
    const bool again = std::any_of(signature.files.begin(), signature.files.end(),
                                   [&](const FileReference& file) { return file.name == *name; });
    if (again)
        return foreign(uri);
    signature.files.push_back({*name, xml::attribute(reference, "Id").value_or(""),
                               std::move(digest->algorithm), std::move(digest->value)});
    return {};
}

base::Result<void> readReference(const xmlNode* reference, const std::string& propertiesId,
                                 XadesSignature& signature) {
    if (!xml::is(reference, "Reference", dsSpace))
        return malformed("SignedInfo");
    const auto uri = xml::attribute(reference, "URI");
    if (!uri || uri->empty())
        return foreign("URI");
    if (xml::attribute(reference, "Type") == propertiesType) {
        if (propertiesId.empty() || *uri != "#" + propertiesId)
            return foreign(*uri);
        return readPropertiesReference(reference, signature);
    }
    return uri->front() == '#' ? base::Result<void>(foreign(*uri))
                               : readFileReference(reference, *uri, signature);
}

base::Result<void> readSignedInfo(XadesSignature& signature) {
    const auto parts = xml::children(signature.signedInfo);
    if (parts.size() < 3 || !xml::is(parts[0], "CanonicalizationMethod", dsSpace) ||
        !xml::is(parts[1], "SignatureMethod", dsSpace))
        return malformed("SignedInfo");
    const auto form = xml::canonicalizationOf(parts[0]);
    signature.canonicalizationName = xml::attribute(parts[0], "Algorithm").value_or("");
    signature.method = xml::attribute(parts[1], "Algorithm").value_or("");
    if (!form)
        return malformed("CanonicalizationMethod");
    signature.canonicalization = *form;
    const auto propertiesId = xml::attribute(signature.properties, "Id").value_or("");
    for (std::size_t i = 2; i < parts.size(); ++i)
        if (auto good = readReference(parts[i], propertiesId, signature); !good)
            return good;
    return {};
}

base::Result<void> readKeyInfo(const xmlNode* keyInfo, XadesSignature& signature) {
    for (const auto* data : xml::children(keyInfo, "X509Data", dsSpace))
        for (const auto* element : xml::children(data, "X509Certificate", dsSpace)) {
            auto certificate = xml::base64(element);
            if (!certificate || signature.keyInfo.size() >= mostCertificates)
                return malformed("KeyInfo");
            signature.keyInfo.push_back(std::move(*certificate));
        }
    return {};
}

/// SignedInfo, SignatureValue, KeyInfo, Object: in this order, each once, nothing else (XML-DSig 4.1). An
/// object that is not the properties could hold what a program shows and nobody signed.
base::Result<XadesSignature> readSignature(xmlDoc* document, const xmlNode* element) {
    const auto parts = xml::children(element);
    if (parts.size() != 4 || !xml::is(parts[0], "SignedInfo", dsSpace) ||
        !xml::is(parts[1], "SignatureValue", dsSpace) || !xml::is(parts[2], "KeyInfo", dsSpace) ||
        !xml::is(parts[3], "Object", dsSpace))
        return malformed("Signature");
    const auto objects = xml::children(parts[3]);
    if (objects.size() != 1 || !xml::is(objects[0], "QualifyingProperties", xadesSpace))
        return malformed("Object");
    XadesSignature signature;
    signature.id = xml::attribute(element, "Id").value_or("");
    signature.signedInfo = parts[0];
    signature.value = parts[1];
    auto value = xml::base64(parts[1]);
    if (!value || value->empty() || value->size() > 2048)
        return malformed("SignatureValue");
    signature.signatureValue = std::move(*value);
    const auto good = readProperties(document, objects[0], signature)
                          .and_then([&] { return readSignedInfo(signature); })
                          .and_then([&] { return readKeyInfo(parts[2], signature); });
    if (!good)
        return base::fail(good.error());
    for (const auto& certificate : signature.keyInfo)
        signature.evidence.certificates.push_back(certificate);
    return signature;
}

} // namespace

base::Result<XadesDocument> readXades(const base::Bytes& text) {
    auto document = xml::parse(text);
    if (!document)
        return base::fail(std::move(document.error()));
    if (const auto unique = xml::identifiers(document->get()); !unique)
        return base::fail(unique.error());
    const auto* root = xmlDocGetRootElement(document->get());
    const auto all = xml::children(root);
    if (!xml::is(root, "XAdESSignatures", asicSpace) || all.empty() || all.size() > mostSignatures)
        return malformed("XAdESSignatures");
    XadesDocument read;
    for (const auto* element : all) {
        if (!xml::is(element, "Signature", dsSpace))
            return malformed("XAdESSignatures");
        read.signatures.push_back(readSignature(document->get(), element));
    }
    read.document = std::move(*document);
    return read;
}

} // namespace vienlogs::verify
