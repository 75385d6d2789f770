// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "list_signature.h"

#include <memory>
#include <set>

#include <xmlsec/crypto.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

#include "vienlogs/trust/failures.h"
#include "vienlogs/trust/xml.h"
#include "xml_nodes.h"

namespace vienlogs::trust {

namespace {

constexpr std::string_view dsig = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view xades = "http://uri.etsi.org/01903/v1.3.2#";
constexpr std::string_view signedPropertiesType = "http://uri.etsi.org/01903#SignedProperties";
constexpr std::string_view enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

struct FreeSignature {
    void operator()(xmlSecDSigCtx* context) const { xmlSecDSigCtxDestroy(context); }
};

tl::unexpected<base::Failure> unsignedList(const std::string& why) {
    return base::fail(codes::listUnsigned, why, why);
}

int countSignatures(const xmlNode* node) {
    int count = 0;
    for (const auto* child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            count += (isElement(child, dsig, "Signature") ? 1 : 0) + countSignatures(child);
    return count;
}

bool isCanonicalisation(const std::string& algorithm) {
    static const std::set<std::string> known{
        "http://www.w3.org/2001/10/xml-exc-c14n#", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11"};
    return known.contains(algorithm);
}

/// Nothing but taking the signature out, where it must be, and writing canonically.
bool transformsAllowed(xmlNode* reference, bool mustTakeOut) {
    bool takenOut = false;
    auto* transform = childOf(childOf(reference, dsig, "Transforms"), dsig, "Transform");
    for (; transform; transform = nextOf(transform->next, dsig, "Transform")) {
        const auto algorithm = attributeOf(transform, "Algorithm");
        if (algorithm == enveloped && mustTakeOut && !takenOut)
            takenOut = true;
        else if (!isCanonicalisation(algorithm))
            return false;
    }
    return takenOut == mustTakeOut;
}

bool registerId(xmlDoc* document, xmlNode* node) {
    auto* attribute = xmlHasProp(node, reinterpret_cast<const xmlChar*>("Id"));
    const auto id = attributeOf(node, "Id");
    return attribute && !id.empty() &&
           (xmlGetID(document, reinterpret_cast<const xmlChar*>(id.c_str())) == attribute ||
            xmlAddID(nullptr, document, reinterpret_cast<const xmlChar*>(id.c_str()), attribute));
}

/// Where XAdES keeps its signed properties: inside the signature itself.
xmlNode* signedPropertiesOf(xmlNode* signature) {
    auto* properties = childOf(childOf(signature, dsig, "Object"), xades, "QualifyingProperties");
    return childOf(properties, xades, "SignedProperties");
}

/// Exactly one reference over the whole document, and at most one over the signature's own properties.
std::string whyNotReferences(xmlDoc* document, xmlNode* signature) {
    auto* root = xmlDocGetRootElement(document);
    auto* properties = signedPropertiesOf(signature);
    int whole = 0, own = 0;
    auto* reference = childOf(childOf(signature, dsig, "SignedInfo"), dsig, "Reference");
    for (; reference; reference = nextOf(reference->next, dsig, "Reference")) {
        if (!xmlHasProp(reference, reinterpret_cast<const xmlChar*>("URI")))
            return "a reference to nothing";
        const auto uri = attributeOf(reference, "URI");
        const bool toRoot = uri.empty() || uri == "#" + attributeOf(root, "Id");
        const bool toOwn = !toRoot && properties && uri == "#" + attributeOf(properties, "Id") &&
                           attributeOf(reference, "Type") == signedPropertiesType;
        if ((!toRoot && !toOwn) || !transformsAllowed(reference, toRoot))
            return "it is over something else than the whole list";
        if (!uri.empty() && uri.size() > 1 && !registerId(document, toRoot ? root : properties))
            return "an identifier that occurs twice";
        (toRoot ? whole : own) += 1;
    }
    return whole == 1 && own <= 1 ? "" : "not one reference over the whole list";
}

bool allow(xmlSecDSigCtx* context) {
    for (auto* id :
         {xmlSecTransformEnvelopedId, xmlSecTransformExclC14NId, xmlSecTransformExclC14NWithCommentsId,
          xmlSecTransformInclC14NId, xmlSecTransformInclC14N11Id, xmlSecTransformSha256Id,
          xmlSecTransformSha384Id, xmlSecTransformSha512Id})
        if (xmlSecDSigCtxEnableReferenceTransform(context, id) < 0)
            return false;
    for (auto* id : {xmlSecTransformExclC14NId, xmlSecTransformExclC14NWithCommentsId,
                     xmlSecTransformInclC14NId, xmlSecTransformInclC14N11Id, xmlSecTransformRsaSha256Id,
                     xmlSecTransformRsaSha384Id, xmlSecTransformRsaSha512Id, xmlSecTransformEcdsaSha256Id,
                     xmlSecTransformEcdsaSha384Id, xmlSecTransformEcdsaSha512Id})
        if (xmlSecDSigCtxEnableSignatureTransform(context, id) < 0)
            return false;
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    return true;
}

/// What the signature says of its key is not looked at: the key is the operator's, or nothing holds.
bool signedBy(xmlNode* signature, const base::Bytes& certificate) {
    const std::unique_ptr<xmlSecDSigCtx, FreeSignature> context(xmlSecDSigCtxCreate(nullptr));
    if (!context || !allow(context.get()))
        return false;
    context->signKey =
        xmlSecOpenSSLAppKeyLoadMemory(certificate.data(), static_cast<xmlSecSize>(certificate.size()),
                                      xmlSecKeyDataFormatCertDer, nullptr, nullptr, nullptr);
    return context->signKey && xmlSecDSigCtxVerify(context.get(), signature) == 0 &&
           context->status == xmlSecDSigStatusSucceeded;
}

} // namespace

base::Result<base::Bytes> signerOfList(_xmlDoc* document, const std::vector<base::Bytes>& operators) {
    auto* root = xmlDocGetRootElement(document);
    auto* signature = root ? childOf(root, dsig, "Signature") : nullptr;
    if (!signature)
        return unsignedList("no signature");
    if (countSignatures(root) != 1)
        return unsignedList("several signatures");
    if (!startXmlSec())
        return unsignedList("xmlsec cannot be used");
    if (const auto why = whyNotReferences(document, signature); !why.empty())
        return unsignedList(why);
    for (const auto& certificate : operators)
        if (signedBy(signature, certificate))
            return certificate;
    return unsignedList("not made by a known operator");
}

} // namespace vienlogs::trust
