// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/card_reader.h"

namespace vienlogs::sign {

/// A key that signs, wherever it lies: on a card, in a token of an institution (e-seal), in a test.
class SigningKey {
public:
    virtual ~SigningKey() = default;
    /// DER of the certificate of this key.
    [[nodiscard]] virtual base::Result<base::Bytes> certificate() = 0;
    /// Signs data as CardSession::sign() does: hashed as the key demands, r‖s for EC and PKCS#1 v1.5 for RSA
    /// keys, verified against the certificate that goes with it.
    [[nodiscard]] virtual base::Result<ports::CardSignature> sign(const base::Bytes& data) = 0;
};

/// The signing key of a card. The session is bound to one insertion: another card in the reader never signs
/// what was prepared for this one (VL-CARD-0003). PIN2 is presented for each signature, because cards forget
/// it after one; a typed PIN therefore lives as long as this.
class CardSigningKey final : public SigningKey {
public:
    CardSigningKey(ports::CardSession& card, ports::PinInput pin2) : card_(card), pin2_(pin2) {}
    base::Result<base::Bytes> certificate() override { return card_.signingCertificate(); }
    base::Result<ports::CardSignature> sign(const base::Bytes& data) override {
        return card_.sign(data, pin2_);
    }

private:
    ports::CardSession& card_;
    ports::PinInput pin2_;
};

} // namespace vienlogs::sign
