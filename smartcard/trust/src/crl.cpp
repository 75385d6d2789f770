// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/crl.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "der_reader.h"
#include "openssl_types.h"
#include "rules.h"

namespace vienlogs::trust {

namespace {

using AlgorithmPtr = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>>;
using NamePtr = std::unique_ptr<X509_NAME, Freed<X509_NAME_free>>;
using TimePtr = std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using ScopePtr = std::unique_ptr<ISSUING_DIST_POINT, Freed<ISSUING_DIST_POINT_free>>;
using ReasonPtr = std::unique_ptr<ASN1_ENUMERATED, Freed<ASN1_ENUMERATED_free>>;
using PointsPtr = std::unique_ptr<CRL_DIST_POINTS, Freed<CRL_DIST_POINTS_free>>;
struct FreeExtensions {
    void operator()(X509_EXTENSIONS* list) const { sk_X509_EXTENSION_pop_free(list, X509_EXTENSION_free); }
};
using ExtensionsPtr = std::unique_ptr<X509_EXTENSIONS, FreeExtensions>;

constexpr std::size_t mostExtensionBytes = 64 * 1024;
constexpr std::uint8_t sequence = V_ASN1_SEQUENCE | V_ASN1_CONSTRUCTED;
constexpr std::uint8_t extensionsTag = 0xA0;

/// The parts of a CertificateList, still in its bytes.
struct Parts {
    DerElement tbs, algorithm, signature, innerAlgorithm, issuer, thisUpdate;
    std::optional<DerElement> nextUpdate, revoked, extensions;
};

/// A small element read by OpenSSL.
template<auto Read>
auto* readBy(std::span<const std::uint8_t> der) {
    const auto* at = der.data();
    return Read(nullptr, &at, static_cast<long>(der.size()));
}

std::optional<DerElement> timeElement(DerReader& reader) {
    auto time = reader.nextIf(V_ASN1_UTCTIME);
    return time ? time : reader.nextIf(V_ASN1_GENERALIZEDTIME);
}

std::optional<base::Timestamp> timeOf(const DerElement& element) {
    const TimePtr time(readBy<d2i_ASN1_TIME>(element.whole));
    return trust::timeOf(time.get());
}

bool splitTbs(Parts& parts) {
    DerReader reader(parts.tbs.value);
    (void)reader.nextIf(V_ASN1_INTEGER); // the version
    const auto algorithm = reader.nextIf(sequence), issuer = reader.nextIf(sequence);
    const auto thisUpdate = timeElement(reader);
    if (!algorithm || !issuer || !thisUpdate)
        return false;
    parts.innerAlgorithm = *algorithm;
    parts.issuer = *issuer;
    parts.thisUpdate = *thisUpdate;
    parts.nextUpdate = timeElement(reader);
    parts.revoked = reader.nextIf(sequence);
    parts.extensions = reader.nextIf(extensionsTag);
    return reader.atEnd();
}

std::optional<Parts> split(const base::Bytes& crl) {
    DerReader outer(crl);
    const auto list = outer.nextIf(sequence);
    if (!list || !outer.atEnd())
        return {};
    DerReader reader(list->value);
    const auto tbs = reader.nextIf(sequence), algorithm = reader.nextIf(sequence);
    const auto signature = reader.nextIf(V_ASN1_BIT_STRING);
    // The first byte of a BIT STRING tells how many bits of its last one do not count.
    if (!tbs || !algorithm || !signature || !reader.atEnd() || signature->value.size() < 2 ||
        signature->value[0] != 0)
        return {};
    Parts parts{*tbs, *algorithm, *signature, {}, {}, {}, {}, {}, {}};
    return splitTbs(parts) ? std::optional(parts) : std::nullopt;
}

std::string whyNotSigned(const Parts& parts, X509* issuer) {
    const NamePtr name(readBy<d2i_X509_NAME>(parts.issuer.whole));
    if (!name || X509_NAME_cmp(name.get(), X509_get_subject_name(issuer)) != 0)
        return "it is another issuer's";
    if ((X509_get_key_usage(issuer) & KU_CRL_SIGN) == 0)
        return "the issuer may not sign it";
    if (!std::ranges::equal(parts.algorithm.whole, parts.innerAlgorithm.whole))
        return "two signature algorithms";
    const AlgorithmPtr algorithm(readBy<d2i_X509_ALGOR>(parts.algorithm.whole));
    const ASN1_OBJECT* object = nullptr;
    if (algorithm)
        X509_ALGOR_get0(&object, nullptr, nullptr, algorithm.get());
    int digest = NID_undef, kind = NID_undef;
    auto* key = X509_get0_pubkey(issuer);
    if (!object || !isStrongSignature(OBJ_obj2nid(object)) ||
        OBJ_find_sigid_algs(OBJ_obj2nid(object), &digest, &kind) != 1 || !key ||
        EVP_PKEY_get_base_id(key) != EVP_PKEY_type(kind))
        return "a signature algorithm that is not known";
    const DigestPtr context(EVP_MD_CTX_new());
    const auto signature = parts.signature.value.subspan(1);
    if (!context ||
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_get_digestbynid(digest), nullptr, key) != 1 ||
        EVP_DigestVerify(context.get(), signature.data(), signature.size(), parts.tbs.whole.data(),
                         parts.tbs.whole.size()) != 1)
        return "its signature does not hold";
    return {};
}

std::span<const std::uint8_t> valueOf(X509_EXTENSION* extension) {
    const auto* value = X509_EXTENSION_get_data(extension);
    return {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))};
}

bool haveCommon(const GENERAL_NAMES* some, const GENERAL_NAMES* others) {
    for (int i = 0; i < sk_GENERAL_NAME_num(some); ++i)
        for (int k = 0; k < sk_GENERAL_NAME_num(others); ++k)
            if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(some, i), sk_GENERAL_NAME_value(others, k)) == 0)
                return true;
    return false;
}

PointsPtr pointsOf(X509* certificate) {
    return PointsPtr(static_cast<CRL_DIST_POINTS*>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
}

/// Whether the certificate says that its word lies in the part of the list with this name (RFC 5280, section
/// 6.3.3, item b.2.i).
bool isInPart(const DIST_POINT_NAME* part, X509* certificate) {
    const auto points = pointsOf(certificate);
    for (int i = 0; points && part->type == 0 && i < sk_DIST_POINT_num(points.get()); ++i) {
        const auto* name = sk_DIST_POINT_value(points.get(), i)->distpoint;
        if (name && name->type == 0 && haveCommon(part->name.fullname, name->name.fullname))
            return true;
    }
    return false;
}

/// A list of part of the certificates may lack ours, so that its silence would mean nothing.
std::string whyNotInScope(X509_EXTENSION* extension, X509* certificate) {
    const ScopePtr scope(readBy<d2i_ISSUING_DIST_POINT>(valueOf(extension)));
    const bool authority = X509_check_ca(certificate) > 0;
    if (!scope || scope->indirectCRL > 0 || scope->onlyCA > 0 || scope->onlyattr > 0 ||
        (scope->onlyuser > 0 && authority) || scope->onlysomereasons)
        return "it is not about all certificates of the issuer";
    if (scope->distpoint && !isInPart(scope->distpoint, certificate))
        return "it is about other certificates of the issuer";
    return {};
}

/// Since when a list keeps certificates that expired (expiredCertsOnCRL, X.509 section 9.5.2.8).
std::optional<base::Timestamp> keptSince(X509_EXTENSION* extension) {
    std::array<char, 16> name{};
    OBJ_obj2txt(name.data(), int(name.size()), X509_EXTENSION_get_object(extension), 1);
    if (std::string_view(name.data()) != "2.5.29.60")
        return {};
    const TimePtr time(reinterpret_cast<ASN1_TIME*>(readBy<d2i_ASN1_GENERALIZEDTIME>(valueOf(extension))));
    return trust::timeOf(time.get());
}

/// Lists forget certificates that expired: then their silence means nothing.
bool tellsOfExpired(const std::optional<DerElement>& element, base::Timestamp expired) {
    const ExtensionsPtr extensions(element ? readBy<d2i_X509_EXTENSIONS>(element->value) : nullptr);
    for (int i = 0; extensions && i < sk_X509_EXTENSION_num(extensions.get()); ++i)
        if (const auto since = keptSince(sk_X509_EXTENSION_value(extensions.get(), i)))
            return *since <= expired;
    return false;
}

std::string whyNotExtensions(const std::optional<DerElement>& element, X509* certificate) {
    if (!element)
        return {};
    if (element->value.size() > mostExtensionBytes)
        return "too many extensions";
    const ExtensionsPtr extensions(readBy<d2i_X509_EXTENSIONS>(element->value));
    if (!extensions)
        return "unreadable extensions";
    for (int i = 0; i < sk_X509_EXTENSION_num(extensions.get()); ++i) {
        auto* extension = sk_X509_EXTENSION_value(extensions.get(), i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (nid == NID_issuing_distribution_point) {
            if (auto why = whyNotInScope(extension, certificate); !why.empty())
                return why;
        } else if (nid == NID_delta_crl || X509_EXTENSION_get_critical(extension))
            return "an extension that is not known";
    }
    return {};
}

/// Content octets of the serial number, as they stand in both certificate and list.
base::Bytes serialOf(X509* certificate) {
    const auto der = derOf<i2d_ASN1_INTEGER>(X509_get_serialNumber(certificate));
    const auto element = DerReader(der).next();
    return element ? base::Bytes(element->value.begin(), element->value.end()) : base::Bytes();
}

bool readEntryExtensions(const DerElement& element, ports::RevocationAnswer& answer) {
    const ExtensionsPtr extensions(
        element.value.size() > mostExtensionBytes ? nullptr : readBy<d2i_X509_EXTENSIONS>(element.whole));
    for (int i = 0; extensions && i < sk_X509_EXTENSION_num(extensions.get()); ++i) {
        auto* extension = sk_X509_EXTENSION_value(extensions.get(), i);
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (nid == NID_certificate_issuer)
            return false; // of an indirect list
        if (nid != NID_crl_reason)
            continue;
        const ReasonPtr reason(readBy<d2i_ASN1_ENUMERATED>(valueOf(extension)));
        answer.reason = reason ? reasonName(static_cast<int>(ASN1_ENUMERATED_get(reason.get()))) : "";
    }
    return extensions != nullptr;
}

bool readEntry(const DerElement& entry, const base::Bytes& serial, ports::RevocationAnswer& answer) {
    DerReader reader(entry.value);
    const auto number = reader.nextIf(V_ASN1_INTEGER);
    if (!number || entry.tag != sequence)
        return false;
    if (!std::ranges::equal(number->value, serial))
        return true;
    const auto date = timeElement(reader);
    const auto extensions = reader.nextIf(sequence);
    answer.revokedAt = date ? timeOf(*date) : std::nullopt;
    answer.state = ports::RevocationState::Revoked;
    return answer.revokedAt && reader.atEnd() && (!extensions || readEntryExtensions(*extensions, answer));
}

bool readEntries(const std::optional<DerElement>& revoked, const base::Bytes& serial,
                 ports::RevocationAnswer& answer) {
    if (!revoked)
        return true;
    DerReader reader(revoked->value);
    while (const auto entry = reader.next())
        if (!readEntry(*entry, serial, answer))
            return false;
    return reader.atEnd();
}

std::string firstWebAddress(const GENERAL_NAMES* names) {
    for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
        int type = 0;
        const auto* value =
            static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, i), &type));
        if (type != GEN_URI)
            continue;
        std::string address(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                            static_cast<std::size_t>(ASN1_STRING_length(value)));
        if (address.starts_with("http://") || address.starts_with("https://"))
            return address;
    }
    return {};
}

} // namespace

base::Result<ports::RevocationAnswer> checkCrl(const base::Bytes& crl, const base::Bytes& certificate,
                                               const base::Bytes& issuer, const RevocationRules& rules) {
    const auto subject = parseX509(certificate), authority = parseX509(issuer);
    if (!subject || !authority)
        return base::fail(codes::certificate, "not a certificate", "CRL");
    const auto parts = crl.size() > mostCrlBytes ? std::nullopt : split(crl);
    if (!parts)
        return refused("no CRL");
    if (X509_NAME_cmp(X509_get_issuer_name(subject.get()), X509_get_subject_name(authority.get())) != 0)
        return refused("it is another issuer's");
    for (const auto& why :
         {whyNotSigned(*parts, authority.get()), whyNotExtensions(parts->extensions, subject.get())})
        if (!why.empty())
            return refused(why);
    const auto thisUpdate = timeOf(parts->thisUpdate);
    if (!thisUpdate || (parts->nextUpdate && !timeOf(*parts->nextUpdate)))
        return refused("unreadable dates");
    ports::RevocationAnswer answer;
    answer.state = ports::RevocationState::Good;
    answer.source = ports::RevocationSource::Crl;
    answer.producedAt = answer.thisUpdate = *thisUpdate;
    if (parts->nextUpdate)
        answer.nextUpdate = timeOf(*parts->nextUpdate);
    if (const auto why = whyNotOfNow(answer, rules); !why.empty())
        return refused(why);
    if (!readEntries(parts->revoked, serialOf(subject.get()), answer))
        return refused("unreadable entries");
    const auto expired = trust::timeOf(X509_get0_notAfter(subject.get()));
    if (answer.state == ports::RevocationState::Good && expired && *expired < *thisUpdate &&
        !tellsOfExpired(parts->extensions, *expired))
        return refused("it no longer tells of a certificate that expired");
    ERR_clear_error();
    answer.proof = crl;
    return answer;
}

std::string crlAddressOf(const base::Bytes& certificate) {
    const auto parsed = parseX509(certificate);
    const auto points = parsed ? pointsOf(parsed.get()) : nullptr;
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const auto* point = sk_DIST_POINT_value(points.get(), i);
        if (!point->distpoint || point->distpoint->type != 0 || point->reasons || point->CRLissuer)
            continue; // relative names, parts by reason, indirect lists
        if (auto address = firstWebAddress(point->distpoint->name.fullname); !address.empty())
            return address;
    }
    return {};
}

} // namespace vienlogs::trust
