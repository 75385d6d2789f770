// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "vienlogs/sign/signing_key.h"

namespace vienlogs::sign {

/// Where an institution's e-seal lies: which module drives the token, and what the key is called on it.
struct SealPlace {
    std::filesystem::path module; ///< Shared library of the token's maker.
    std::string tokenLabel;
    std::string keyLabel;
    base::Bytes keyId; ///< CKA_ID; empty when the label says enough.
};

/// An institution's e-seal on a token by PKCS#11 (OASIS, version 2.40): RSA or EC key with its certificate
/// on the same token. Logged in from open() to its end. One thread at a time.
class Pkcs11Seal final : public SigningKey {
public:
    /// VL-SIGN-0010 no such module or token, -0011 the PIN is wrong, -0012 it is blocked, -0013 no such key
    /// or certificate. A wrong PIN is tried once.
    [[nodiscard]] static base::Result<std::unique_ptr<Pkcs11Seal>> open(const SealPlace& place,
                                                                        const base::Secret& pin);
    ~Pkcs11Seal() override;
    base::Result<base::Bytes> certificate() override;
    /// VL-SIGN-0014 when the token does not sign, VL-CARD-0012 when what it made does not fit.
    base::Result<ports::CardSignature> sign(const base::Bytes& data) override;

private:
    struct State;
    explicit Pkcs11Seal(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace vienlogs::sign
