// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signature_file.h"

#include <algorithm>

#include "evidence.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr std::size_t mostSignatures = 100;

xmlNode* qualifying(xmlNode* signature) {
    for (auto* object : xml::children(signature, xml::dsig, "Object"))
        if (auto* found = xml::child(object, xml::xades, "QualifyingProperties"))
            return found;
    return nullptr;
}

xmlNode* unsignedProperties(xmlNode* signature) {
    return xml::below(qualifying(signature),
                      {{xml::xades, "UnsignedProperties"}, {xml::xades, "UnsignedSignatureProperties"}});
}

xmlNode* stampOf(xmlNode* signature) {
    return xml::below(unsignedProperties(signature),
                      {{xml::xades, "SignatureTimeStamp"}, {xml::xades, "EncapsulatedTimeStamp"}});
}

Level levelOf(xmlNode* signature) {
    auto* properties = unsignedProperties(signature);
    if (!stampOf(signature))
        return Level::B;
    return xml::child(properties, xml::xades, "CertificateValues") &&
                   xml::child(properties, xml::xades, "RevocationValues")
               ? Level::LT
               : Level::T;
}

/// Base 64 as XML has it, with blanks between.
base::Bytes decoded(xmlNode* node) {
    auto text = xml::textOf(node);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return base::fromBase64(text).value_or(base::Bytes{});
}

xmlNode* addElement(xmlNode* parent, xmlNs* space, const char* name) {
    return xmlNewChild(parent, space, BAD_CAST name, nullptr);
}

void addBase64(xmlNode* parent, xmlNs* space, const char* name, const base::Bytes& bytes) {
    xmlNewTextChild(parent, space, BAD_CAST name, BAD_CAST base::toBase64(bytes).c_str());
}

/// Where unsigned properties go, made if it is not there.
xmlNode* placeFor(xmlNode* signature) {
    auto* properties = qualifying(signature);
    auto* outer = xml::child(properties, xml::xades, "UnsignedProperties");
    if (!outer)
        outer = addElement(properties, properties->ns, "UnsignedProperties");
    auto* inner = xml::child(outer, xml::xades, "UnsignedSignatureProperties");
    return inner ? inner : addElement(outer, outer->ns, "UnsignedSignatureProperties");
}

base::Result<void> addStamp(xmlNode* signature, ports::TimeStamps& stamps) {
    const auto data = xml::canonical(xml::child(signature, xml::dsig, "SignatureValue"));
    const auto stamp = data ? stamps.stamp(*data) : base::fail(data.error());
    if (!stamp)
        return base::fail(stamp.error());
    auto* place = placeFor(signature);
    auto* element = addElement(place, place->ns, "SignatureTimeStamp");
    auto* method = addElement(element, signature->ns, "CanonicalizationMethod");
    xmlNewProp(method, BAD_CAST "Algorithm", BAD_CAST xml::canonicalization);
    addBase64(element, place->ns, "EncapsulatedTimeStamp", stamp->der);
    return {};
}

void add(xmlNode* place, const Evidence& evidence) {
    auto* certificates = addElement(place, place->ns, "CertificateValues");
    for (const auto& der : evidence.certificates)
        addBase64(certificates, place->ns, "EncapsulatedX509Certificate", der);
    auto* revocation = addElement(place, place->ns, "RevocationValues");
    if (!evidence.crls.empty()) {
        auto* values = addElement(revocation, place->ns, "CRLValues");
        for (const auto& der : evidence.crls)
            addBase64(values, place->ns, "EncapsulatedCRLValue", der);
    }
    if (!evidence.ocspResponses.empty()) {
        auto* values = addElement(revocation, place->ns, "OCSPValues");
        for (const auto& der : evidence.ocspResponses)
            addBase64(values, place->ns, "EncapsulatedOCSPValue", der);
    }
}

base::Result<void> addEvidence(xmlNode* signature, const TrustServices& services) {
    const auto stamp = readStampToken(decoded(stampOf(signature)));
    if (!stamp)
        return base::fail(stamp.error());
    std::vector<base::Bytes> carried;
    auto* data = xml::below(signature, {{xml::dsig, "KeyInfo"}, {xml::dsig, "X509Data"}});
    for (auto* node : xml::children(data, xml::dsig, "X509Certificate"))
        carried.push_back(decoded(node));
    if (carried.empty())
        return base::fail(codes::notContainer, "a signature without certificate");
    const auto evidence = gatherEvidence(carried.front(), *stamp, carried, services);
    if (!evidence)
        return base::fail(evidence.error());
    add(placeFor(signature), *evidence);
    return {};
}

} // namespace

base::Result<SignatureFile> SignatureFile::parse(const base::Bytes& bytes) {
    auto document = xml::parse(bytes);
    if (!document)
        return base::fail(codes::notContainer, "signatures that are no XML");
    auto signatures = xml::children(xmlDocGetRootElement(document.get()), xml::dsig, "Signature");
    const bool whole = std::all_of(signatures.begin(), signatures.end(), [](auto* signature) {
        return qualifying(signature) && xml::child(signature, xml::dsig, "SignatureValue");
    });
    if (signatures.empty() || signatures.size() > mostSignatures || !whole)
        return base::fail(codes::notContainer, "no XAdES signature");
    return SignatureFile(std::move(document), std::move(signatures));
}

Level SignatureFile::level() const {
    auto lowest = Level::LT;
    for (auto* signature : signatures_)
        lowest = std::min(lowest, levelOf(signature));
    return lowest;
}

base::Result<void> SignatureFile::lift(Level wanted, const TrustServices& services) {
    base::Result<void> all;
    for (auto* signature : signatures_) {
        base::Result<void> done;
        if (wanted >= Level::T && levelOf(signature) == Level::B) {
            done = addStamp(signature, services.timeStamps);
            changed_ = changed_ || done;
        }
        if (done && wanted == Level::LT && levelOf(signature) == Level::T) {
            done = addEvidence(signature, services);
            changed_ = changed_ || done;
        }
        if (!done && all)
            all = done;
    }
    return all;
}

} // namespace vienlogs::sign
