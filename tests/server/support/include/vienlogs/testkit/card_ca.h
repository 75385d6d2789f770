// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "vienlogs/base/bytes.h"

namespace vienlogs::testkit {

/// An eID card as far as a login sees it: a P-384 key and its certificate.
struct Card {
    std::shared_ptr<EVP_PKEY> key;
    base::Bytes certificate; ///< DER
    /// r‖s over SHA-384 of the message: ES384.
    [[nodiscard]] base::Bytes sign(const base::Bytes& message) const;
};

struct CardOptions {
    std::string serialNumber = "PNOLV-161175-19997";
    int firstDay = -1; ///< From today.
    int lastDay = 365;
    const char* purpose = "clientAuth"; ///< nullptr for none.
};

/// An issuer of cards.
class CardCa {
public:
    CardCa();
    [[nodiscard]] Card issue(const CardOptions& options = {}) const;
    [[nodiscard]] std::string pem() const;
    /// For a stand-in that answers for this issuer.
    [[nodiscard]] std::string keyPem() const;

private:
    std::shared_ptr<EVP_PKEY> key_;
    std::shared_ptr<X509> certificate_;
};

} // namespace vienlogs::testkit
