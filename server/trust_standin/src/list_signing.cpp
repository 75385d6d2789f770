// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <stdexcept>

#include <libxml/parser.h>
#include <openssl/pem.h>
#include <xmlsec/xmlsec.h> // before the others, which need it

#include <xmlsec/crypto.h>
#include <xmlsec/openssl/app.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmltree.h>

#include "list_xml.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::trust_standin {

namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeSignature {
    void operator()(xmlSecDSigCtx* context) const { xmlSecDSigCtxDestroy(context); }
};

void must(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(std::string("trusted list: ") + what);
}

std::string algorithm(const std::string& name, const std::string& uri) {
    return "<ds:" + name + " Algorithm=\"" + uri + "\"/>";
}

std::string reference(const std::string& attributes, bool enveloped) {
    const std::string canonical = algorithm("Transform", "http://www.w3.org/2001/10/xml-exc-c14n#");
    return "<ds:Reference " + attributes + "><ds:Transforms>" +
           (enveloped ? algorithm("Transform", "http://www.w3.org/2000/09/xmldsig#enveloped-signature")
                      : "") +
           canonical + "</ds:Transforms>" +
           algorithm("DigestMethod", "http://www.w3.org/2001/04/xmlenc#sha256") +
           "<ds:DigestValue/></ds:Reference>";
}

std::string signatureTemplate(bool elliptic) {
    return "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>" +
           algorithm("CanonicalizationMethod", "http://www.w3.org/2001/10/xml-exc-c14n#") +
           algorithm("SignatureMethod", std::string("http://www.w3.org/2001/04/xmldsig-more#") +
                                            (elliptic ? "ecdsa-sha256" : "rsa-sha256")) +
           reference("URI=\"\"", true) +
           reference("URI=\"#properties\" Type=\"http://uri.etsi.org/01903#SignedProperties\"", false) +
           "</ds:SignedInfo><ds:SignatureValue/><ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data>"
           "</ds:KeyInfo><ds:Object><xades:QualifyingProperties "
           "xmlns:xades=\"http://uri.etsi.org/01903/v1.3.2#\" Target=\"#signature\"><xades:SignedProperties "
           "Id=\"properties\"><xades:SignedSignatureProperties><xades:SigningTime>" +
           base::toRfc3339(base::SystemClock().now()) +
           "</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties>"
           "</xades:QualifyingProperties></ds:Object></ds:Signature>";
}

std::string keyPem(const Identity& signer) {
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new(BIO_s_mem()), BIO_free_all);
    must(PEM_write_bio_PrivateKey(bio.get(), signer.key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1,
         "key");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

void signIn(xmlDoc* document, const Identity& signer) {
    auto* root = xmlDocGetRootElement(document);
    const xmlChar* names[] = {reinterpret_cast<const xmlChar*>("Id"), nullptr};
    xmlSecAddIDs(document, root, names);
    auto* node = xmlSecFindNode(root, xmlSecNodeSignature, xmlSecDSigNs);
    const std::unique_ptr<xmlSecDSigCtx, FreeSignature> context(xmlSecDSigCtxCreate(nullptr));
    const auto key = keyPem(signer), certificate = pemOf(signer);
    must(node && context, "template");
    context->signKey = xmlSecOpenSSLAppKeyLoadMemory(reinterpret_cast<const xmlSecByte*>(key.data()),
                                                     static_cast<xmlSecSize>(key.size()),
                                                     xmlSecKeyDataFormatPem, nullptr, nullptr, nullptr);
    must(context->signKey &&
             xmlSecOpenSSLAppKeyCertLoadMemory(
                 context->signKey, reinterpret_cast<const xmlSecByte*>(certificate.data()),
                 static_cast<xmlSecSize>(certificate.size()), xmlSecKeyDataFormatPem) == 0 &&
             xmlSecDSigCtxSign(context.get(), node) == 0,
         "signature");
}

} // namespace

std::string signedList(const std::string& xml, const Identity& signer) {
    constexpr std::string_view end = "</TrustServiceStatusList>";
    auto whole = xml;
    whole.insert(whole.rfind(end), signatureTemplate(EVP_PKEY_is_a(signer.key.get(), "EC") == 1));
    const std::unique_ptr<xmlDoc, FreeDocument> document(
        xmlReadMemory(whole.data(), static_cast<int>(whole.size()), nullptr, nullptr, XML_PARSE_NONET));
    must(document != nullptr, "XML");
    signIn(document.get(), signer);
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemory(document.get(), &text, &size);
    std::string done(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
    xmlFree(text);
    return done;
}

} // namespace vienlogs::trust_standin
