// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "certificate_facts.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

#include "algorithms.h"

namespace vienlogs::verify {

namespace {

constexpr int longestName = 512, mostPolicies = 32;

std::string clean(std::string text) {
    std::erase_if(text, [](char c) { return (unsigned char)c < 0x20 || c == 0x7F; });
    return text;
}

std::string attributeOf(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    std::string value;
    if (size > 0 && size <= longestName)
        value.assign(reinterpret_cast<char*>(text), std::size_t(size));
    OPENSSL_free(text);
    return clean(value);
}

std::string wholeName(const X509_NAME* name) {
    const std::unique_ptr<BIO, Freed<BIO_free_all>> out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return clean({text, std::size_t(std::clamp<long>(size, 0, 2048))});
}

base::Timestamp timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    return ASN1_TIME_to_tm(time, &parts) ? base::Timestamp(std::chrono::seconds(timegm(&parts)))
                                         : base::Timestamp{};
}

std::string oidOf(const ASN1_OBJECT* object) {
    char text[100] = "";
    OBJ_obj2txt(text, sizeof text, object, 1);
    return text;
}

std::string serialOf(const X509* certificate) {
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(
        ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
    char* text = number ? BN_bn2hex(number.get()) : nullptr;
    std::string serial = text ? text : "";
    OPENSSL_free(text);
    std::transform(serial.begin(), serial.end(), serial.begin(),
                   [](char c) { return char(std::tolower(c)); });
    return serial;
}

std::string keyOf(X509* certificate) {
    const auto* key = X509_get0_pubkey(certificate);
    if (!key)
        return {};
    const auto bits = std::to_string(EVP_PKEY_get_bits(key));
    const int type = EVP_PKEY_get_base_id(key);
    return (type == EVP_PKEY_EC ? "EC " : type == EVP_PKEY_RSA ? "RSA " : "") + bits;
}

std::vector<std::string> policiesOf(X509* certificate) {
    std::vector<std::string> found;
    auto* policies = static_cast<CERTIFICATEPOLICIES*>(
        X509_get_ext_d2i(certificate, NID_certificate_policies, nullptr, nullptr));
    for (int i = 0; i < sk_POLICYINFO_num(policies) && i < mostPolicies; ++i)
        found.push_back(oidOf(sk_POLICYINFO_value(policies, i)->policyid));
    CERTIFICATEPOLICIES_free(policies);
    return found;
}

/// Walks a SEQUENCE OF; calls with each element's SEQUENCE or OBJECT IDENTIFIER.
template<typename Each>
void eachElement(const unsigned char* at, long size, Each each) {
    ASN1_SEQUENCE_ANY* sequence = d2i_ASN1_SEQUENCE_ANY(nullptr, &at, size);
    for (int i = 0; i < sk_ASN1_TYPE_num(sequence) && i < mostPolicies; ++i)
        each(*sk_ASN1_TYPE_value(sequence, i));
    sk_ASN1_TYPE_pop_free(sequence, ASN1_TYPE_free);
}

/// qcStatements (RFC 3739, section 3.2.6): each statement's identifier, and those of QcType's list.
std::vector<std::string> statementsOf(X509* certificate) {
    std::vector<std::string> found;
    const int at = X509_get_ext_by_NID(certificate, NID_qcStatements, -1);
    if (at < 0)
        return found;
    const auto* value = X509_EXTENSION_get_data(X509_get_ext(certificate, at));
    eachElement(ASN1_STRING_get0_data(value), ASN1_STRING_length(value), [&](const ASN1_TYPE& statement) {
        if (statement.type != V_ASN1_SEQUENCE)
            return;
        const auto take = [&](const ASN1_TYPE& part) {
            if (part.type == V_ASN1_OBJECT && found.size() < mostPolicies)
                found.push_back(oidOf(part.value.object));
        };
        const auto* inner = statement.value.sequence;
        eachElement(inner->data, inner->length, [&](const ASN1_TYPE& part) {
            take(part);
            if (part.type == V_ASN1_SEQUENCE) // QcType: a list of identifiers
                eachElement(part.value.sequence->data, part.value.sequence->length, take);
        });
    });
    return found;
}

bool has(const std::vector<std::string>& list, std::string_view oid) {
    return std::find(list.begin(), list.end(), oid) != list.end();
}

bool isSeal(const std::vector<std::string>& statements, const X509_NAME* subject) {
    if (has(statements, "0.4.0.1862.1.6.1"))
        return false;
    const bool person = X509_NAME_get_index_by_NID(subject, NID_givenName, -1) >= 0 ||
                        X509_NAME_get_index_by_NID(subject, NID_surname, -1) >= 0;
    return has(statements, "0.4.0.1862.1.6.2") ||
           (!person && X509_NAME_get_index_by_NID(subject, NID_organizationIdentifier, -1) >= 0);
}

bool mayCommit(X509* certificate, bool seal) {
    const auto usage = X509_get_key_usage(certificate);
    if (usage == UINT32_MAX || (X509_get_extension_flags(certificate) & EXFLAG_CA))
        return false;
    return (usage & KU_NON_REPUDIATION) || (seal && (usage & KU_DIGITAL_SIGNATURE));
}

std::string orElse(std::string first, const X509_NAME* name, int nid) {
    return first.empty() ? attributeOf(name, nid) : first;
}

} // namespace

std::string fingerprint(const base::Bytes& der) {
    return base::toHex(digestOf(Hash::Sha256, der));
}

std::optional<CertificateFacts> factsOf(const base::Bytes& der) {
    const auto parsed = parseX509(der);
    if (!parsed)
        return std::nullopt;
    auto* certificate = parsed.get();
    const auto *subject = X509_get_subject_name(certificate), *issuer = X509_get_issuer_name(certificate);
    CertificateFacts facts;
    facts.data = {wholeName(subject),
                  wholeName(issuer),
                  serialOf(certificate),
                  fingerprint(der),
                  timeOf(X509_get0_notBefore(certificate)),
                  timeOf(X509_get0_notAfter(certificate)),
                  keyOf(certificate),
                  policiesOf(certificate),
                  statementsOf(certificate)};
    const auto &policies = facts.data.policies, &statements = facts.data.statements;
    facts.seal = isSeal(statements, subject);
    facts.name = orElse(attributeOf(subject, NID_commonName), subject, NID_organizationName);
    facts.identifier =
        facts.seal ? orElse(attributeOf(subject, NID_organizationIdentifier), subject, NID_serialNumber)
                   : attributeOf(subject, NID_serialNumber);
    facts.issuerName = orElse(attributeOf(issuer, NID_commonName), issuer, NID_organizationName);
    facts.mayCommit = mayCommit(certificate, facts.seal);
    facts.qualified = has(statements, "0.4.0.1862.1.1");
    facts.inDevice = has(statements, "0.4.0.1862.1.4") &&
                     has(policies, facts.seal ? "0.4.0.194112.1.3" : "0.4.0.194112.1.2");
    ERR_clear_error();
    return facts;
}

} // namespace vienlogs::verify
