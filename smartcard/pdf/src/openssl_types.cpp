// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "openssl_types.h"

#include <openssl/err.h>

#include <algorithm>

namespace vienlogs::pdf {

namespace {

constexpr std::size_t largestCertificate = 16384;
constexpr int longestName = 256;

std::string attributeOf(X509* certificate, int nid) {
    const auto* name = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    std::string value(reinterpret_cast<char*>(text), std::size_t(size));
    OPENSSL_free(text);
    const bool printable = std::none_of(
        value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return size <= longestName && printable ? value : std::string{};
}

} // namespace

X509Ptr parseX509(const base::Bytes& der) {
    const auto* at = der.data();
    X509Ptr certificate(
        der.empty() || der.size() > largestCertificate ? nullptr : d2i_X509(nullptr, &at, long(der.size())));
    if (!certificate || at != der.data() + der.size()) {
        ERR_clear_error();
        return nullptr;
    }
    return certificate;
}

std::string nameOf(X509* certificate) {
    const auto given = attributeOf(certificate, NID_givenName),
               family = attributeOf(certificate, NID_surname);
    if (!given.empty() && !family.empty())
        return given + " " + family;
    const auto common = attributeOf(certificate, NID_commonName);
    return common.empty() ? attributeOf(certificate, NID_organizationName) : common;
}

} // namespace vienlogs::pdf
