// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

/// What a signature and an identity need from the trust services of a country: time stamps, word on
/// revocation, and the trusted list. Blocking: call them from a worker thread. All of them may be used by
/// several threads.
namespace vienlogs::ports {

/// One question over HTTP to an address that a certificate or the settings name. An answer with a status
/// other than 200, no answer in time, or more than `mostBytes` is a failure of its adapter.
class WebClient {
public:
    virtual ~WebClient() = default;
    [[nodiscard]] virtual base::Result<base::Bytes> get(const std::string& url, std::size_t mostBytes) = 0;
    [[nodiscard]] virtual base::Result<base::Bytes> post(const std::string& url,
                                                         const std::string& contentType,
                                                         const base::Bytes& body, std::size_t mostBytes) = 0;
};

/// A time stamp token (RFC 3161, CMS SignedData in DER) that was checked, and the time it proves.
struct TimeStampToken {
    base::Bytes der;
    base::Timestamp at;
};

class TimeStamps {
public:
    virtual ~TimeStamps() = default;
    /// A stamp over data (hashed here with SHA-256). VL-TSA-0001 when the service is away, VL-TSA-0002 when
    /// its answer does not hold.
    [[nodiscard]] virtual base::Result<TimeStampToken> stamp(const base::Bytes& data) = 0;
};

enum class RevocationState { Good, Revoked, Unknown };
enum class RevocationSource { Ocsp, Crl };

/// What the issuer said of a certificate, with the proof to be kept.
struct RevocationAnswer {
    RevocationState state = RevocationState::Unknown;
    RevocationSource source = RevocationSource::Ocsp;
    base::Timestamp producedAt;
    base::Timestamp thisUpdate;
    std::optional<base::Timestamp> nextUpdate;
    std::optional<base::Timestamp> revokedAt;
    std::string reason;  ///< "keyCompromise" (RFC 5280 section 5.3.1), empty when none was given.
    base::Bytes proof;   ///< DER of the OCSPResponse or of the CertificateList.
    bool cached = false; ///< An earlier answer that is still good by its nextUpdate.
};

class Revocation {
public:
    virtual ~Revocation() = default;
    /// Asks the OCSP responder that the certificate (or the settings) names, then its CRL. `certificate` and
    /// `issuer` are DER. Fails with VL-TRUST-* when neither can be had or believed; that the certificate is
    /// revoked is an answer, not a failure.
    [[nodiscard]] virtual base::Result<RevocationAnswer> ask(const base::Bytes& certificate,
                                                             const base::Bytes& issuer) = 0;
    /// The same, but never an earlier answer: one made no sooner than `notBefore` (for level LT).
    [[nodiscard]] virtual base::Result<RevocationAnswer>
    askAfter(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp notBefore) = 0;
};

/// What the trusted list (ETSI TS 119 612) says of the service that issued a certificate, at one moment.
struct TrustListing {
    enum class Status { Granted, Withdrawn, NotListed };
    Status status = Status::NotListed;
    bool qualifiedForSignatures = false; ///< CA/QC, and ForeSignatures where the service has additional info.
    bool qualifiedForSeals = false;
    bool qualifiedTimeStamps = false; ///< TSA/QTST
    std::string service;              ///< Its name on the list, in Latvian when there is one.
    std::string provider;
    base::Bytes serviceCertificate; ///< DER of the listed certificate that matched.
    int sequenceNumber = 0;         ///< Of the list.
    base::Timestamp issued;
    std::optional<base::Timestamp> nextUpdate;
};

class TrustedList {
public:
    virtual ~TrustedList() = default;
    /// Whether `certificate` (DER) is, or was issued by, a listed service, with the service's status as of
    /// `at`. VL-TRUST-* when no list whose signature holds is to be had; a list past its nextUpdate is still
    /// used and tells so by it.
    [[nodiscard]] virtual base::Result<TrustListing> about(const base::Bytes& certificate,
                                                           base::Timestamp at) = 0;
};

} // namespace vienlogs::ports
