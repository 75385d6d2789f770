// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cms_writer.h"

#include <openssl/ec.h>

#include <algorithm>
#include <array>

#include "openssl_types.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

using base::Bytes;

enum Tag : std::uint8_t {
    integer = 2,
    octets = 4,
    null = 5,
    sequence = 0x30,
    set = 0x31,
    first = 0xA0,
    second = 0xA1
};

Bytes tlv(std::uint8_t tag, std::initializer_list<Bytes> parts) {
    std::size_t size = 0;
    for (const auto& part : parts)
        size += part.size();
    Bytes der{tag};
    if (size < 0x80) {
        der.push_back(std::uint8_t(size));
    } else {
        Bytes length;
        for (auto rest = size; rest; rest >>= 8)
            length.insert(length.begin(), std::uint8_t(rest));
        der.push_back(std::uint8_t(0x80 | length.size()));
        der.insert(der.end(), length.begin(), length.end());
    }
    for (const auto& part : parts)
        der.insert(der.end(), part.begin(), part.end());
    return der;
}

Bytes oid(int nid) {
    return derOf<i2d_ASN1_OBJECT>(OBJ_nid2obj(nid));
}

Bytes joined(const std::vector<Bytes>& parts) {
    Bytes all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

Bytes attribute(int nid, const Bytes& value) {
    return tlv(sequence, {oid(nid), tlv(set, {value})});
}

Bytes sha256(const Bytes& data) {
    Bytes hash(32);
    EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    return hash;
}

/// r‖s as a SEQUENCE of two INTEGERs.
Bytes ecdsaValue(const Bytes& plain) {
    const auto half = plain.size() / 2;
    const auto number = [&](std::size_t from) {
        Bytes digits(plain.begin() + long(from), plain.begin() + long(from + half));
        while (digits.size() > 1 && digits[0] == 0)
            digits.erase(digits.begin());
        if (digits[0] & 0x80)
            digits.insert(digits.begin(), 0);
        return tlv(integer, {digits});
    };
    return tlv(sequence, {number(0), number(half)});
}

} // namespace

base::Result<CmsWriter> CmsWriter::make(const Bytes& certificate, std::vector<Bytes> others) {
    const auto parsed = parseX509(certificate);
    const auto* key = parsed ? X509_get0_pubkey(parsed.get()) : nullptr;
    if (!key)
        return base::fail(codes::notBuilt, "the signing certificate");
    CmsWriter writer;
    const int type = EVP_PKEY_get_base_id(key), bits = EVP_PKEY_get_bits(key);
    if (type == EVP_PKEY_RSA && bits >= 2048)
        writer.key_ = Key::Rsa;
    else if (type == EVP_PKEY_EC && (bits == 256 || bits == 384))
        writer.key_ = bits == 256 ? Key::P256 : Key::P384;
    else
        return base::fail(codes::notBuilt, "a signing key of an unknown kind");
    writer.certificate_ = certificate;
    std::erase(others, certificate);
    writer.others_ = std::move(others);
    writer.issuerAndSerial_ = tlv(sequence, {derOf<i2d_X509_NAME>(X509_get_issuer_name(parsed.get())),
                                             derOf<i2d_ASN1_INTEGER>(X509_get0_serialNumber(parsed.get()))});
    return writer;
}

base::Result<void> CmsWriter::hash(const Source& source, const std::vector<std::string_view>& more) {
    const DigestPtr context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), key_ == Key::P384 ? EVP_sha384() : EVP_sha256(), nullptr);
    std::string piece(1 << 18, '\0');
    for (std::uint64_t at = 0; at < source.size(); at += piece.size()) {
        const auto part = std::span(piece).first(std::min<std::uint64_t>(piece.size(), source.size() - at));
        if (const auto read = source.read(at, part); !read)
            return read;
        EVP_DigestUpdate(context.get(), part.data(), part.size());
    }
    for (const auto text : more)
        EVP_DigestUpdate(context.get(), text.data(), text.size());
    digest_.resize(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    if (EVP_DigestFinal_ex(context.get(), digest_.data(), &size) != 1)
        return base::fail(codes::notBuilt, "the content's hash");
    digest_.resize(size);
    return {};
}

Bytes CmsWriter::attributes() const {
    // ESSCertIDv2 without algorithm is SHA-256 (RFC 5035 section 4).
    const auto named = tlv(sequence, {tlv(sequence, {tlv(sequence, {tlv(octets, {sha256(certificate_)})})})});
    std::vector<Bytes> all{attribute(NID_pkcs9_contentType, oid(NID_pkcs7_data)),
                           attribute(NID_pkcs9_messageDigest, tlv(octets, {digest_})),
                           attribute(NID_id_smime_aa_signingCertificateV2, named)};
    std::sort(all.begin(), all.end()); // DER orders a SET OF by its bytes
    return joined(all);
}

Bytes CmsWriter::signedAttributes() const {
    return tlv(set, {attributes()});
}

base::Result<void> CmsWriter::setSignature(const ports::CardSignature& signature) {
    const auto half = key_ == Key::P384 ? 48U : 32U;
    if (signature.certificate != certificate_ || (key_ != Key::Rsa && signature.value.size() != 2 * half))
        return base::fail(codes::signatureWrong, "another key than the one named signed");
    value_ = key_ == Key::Rsa ? signature.value : ecdsaValue(signature.value);
    return {};
}

Bytes CmsWriter::signerInfo() const {
    const auto digestAlgorithm = tlv(sequence, {oid(key_ == Key::P384 ? NID_sha384 : NID_sha256)});
    const auto signatureAlgorithm =
        key_ == Key::Rsa
            ? tlv(sequence, {oid(NID_sha256WithRSAEncryption), tlv(null, {})})
            : tlv(sequence, {oid(key_ == Key::P384 ? NID_ecdsa_with_SHA384 : NID_ecdsa_with_SHA256)});
    const auto unsignedAttributes =
        token_.empty() ? Bytes{} : tlv(second, {attribute(NID_id_smime_aa_timeStampToken, token_)});
    return tlv(sequence,
               {tlv(integer, {Bytes{1}}), issuerAndSerial_, digestAlgorithm, tlv(first, {attributes()}),
                signatureAlgorithm, tlv(octets, {value_}), unsignedAttributes});
}

Bytes CmsWriter::write() const {
    auto certificates = others_;
    certificates.push_back(certificate_);
    std::sort(certificates.begin(), certificates.end());
    const auto algorithms = tlv(set, {tlv(sequence, {oid(key_ == Key::P384 ? NID_sha384 : NID_sha256)})});
    const auto signedData =
        tlv(sequence, {tlv(integer, {Bytes{1}}), algorithms, tlv(sequence, {oid(NID_pkcs7_data)}),
                       tlv(first, {joined(certificates)}), tlv(set, {signerInfo()})});
    return tlv(sequence, {oid(NID_pkcs7_signed), tlv(first, {signedData})});
}

} // namespace vienlogs::pdf
