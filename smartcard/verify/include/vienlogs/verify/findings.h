// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/ports/trust_services.h"

/// What lay in a signature, judged or not: the diagnostic report.
namespace vienlogs::verify {

/// A certificate as found (diagnostic report).
struct CertificateData {
    std::string subject; ///< RFC 2253
    std::string issuer;
    std::string serial; ///< Hexadecimal.
    std::string sha256; ///< Hexadecimal.
    base::Timestamp validFrom;
    base::Timestamp validTo;
    std::string key; ///< "RSA 2048", "EC P-384"
    std::vector<std::string> policies;
    std::vector<std::string> statements; ///< qcStatements: object identifiers.
};

/// A time stamp as found.
struct TimeStampData {
    std::optional<base::Timestamp> at; ///< Only when its structure could be read.
    std::string service;               ///< Common name of its certificate.
    bool holds = false;
    bool qualified = false; ///< Only with a trusted list's word.
};

/// A word on revocation as found or asked.
struct RevocationData {
    std::string certificate; ///< Hexadecimal SHA-256.
    ports::RevocationAnswer answer;
    bool embedded = false; ///< It came with the signature.
};

} // namespace vienlogs::verify
