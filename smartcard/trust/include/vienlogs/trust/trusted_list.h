// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vienlogs/ports/trust_services.h"

namespace vienlogs::trust {

inline constexpr std::size_t mostListBytes = std::size_t{32} * 1024 * 1024;

enum class ServiceType { CaQc, Tsa, TsaQualified, Ocsp, Other };

/// What a service was from one moment on (ETSI TS 119 612 sections 5.5.4, 5.5.5, 5.6).
struct ServicePeriod {
    ServiceType type = ServiceType::Other;
    bool granted = false; ///< Granted, or the names for it from before July 2016 (undersupervision, …).
    base::Timestamp from;
    bool forSignatures = false; ///< AdditionalServiceInformation ForeSignatures
    bool forSeals = false;
    bool forWebsites = false; ///< ForWebSiteAuthentication: no word on signatures.
};

/// One service with its certificates and its history, the newest period first.
struct ListedService {
    std::string name; ///< In Latvian when there is one, else the first.
    std::string provider;
    std::vector<base::Bytes> certificates; ///< DER
    std::vector<ServicePeriod> periods;
    /// The period that counts at a moment; nothing before the first.
    [[nodiscard]] const ServicePeriod* at(base::Timestamp moment) const;
};

/// A trusted list whose signature held.
struct TrustedListContent {
    int sequenceNumber = 0;
    std::string territory; ///< "LV"
    base::Timestamp issued;
    std::optional<base::Timestamp> nextUpdate; ///< None: the list was closed.
    std::vector<ListedService> services;
};

/// Reads a list (XML of ETSI TS 119 612 version 2). Its signature must be the one enveloped signature over
/// the whole document, made by one of `operators` (DER), whose certificate is valid at the time of issue.
/// VL-TRUST-0005 for the signature, VL-TRUST-0007 for the content. At most 32 MiB, 256 levels, no DTD.
[[nodiscard]] base::Result<TrustedListContent> readTrustedList(const base::Bytes& xml,
                                                               const std::vector<base::Bytes>& operators);

/// What a list says of a certificate at a moment: the service that it is, or that signed it.
[[nodiscard]] ports::TrustListing listingOf(const TrustedListContent& list, const base::Bytes& certificate,
                                            base::Timestamp at);

/// All certificates of a PEM file, as DER. VL-TRUST-0008 when it has none.
[[nodiscard]] base::Result<std::vector<base::Bytes>> certificatesOf(const std::string& pem,
                                                                    const std::string& file);

} // namespace vienlogs::trust
