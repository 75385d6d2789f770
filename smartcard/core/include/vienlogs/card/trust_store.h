// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>

#include "vienlogs/card/certificate.h"

namespace vienlogs::card {

/// The authorities whose certificates are believed, and the local checks against them: chain, dates, purpose.
/// Whether a certificate was revoked is not known here; that needs the network and is the server's question
/// (OCSP). May be used by several threads at once.
class TrustStore {
public:
    /// All *.crt, *.cer and *.pem of a folder, each one certificate in PEM or DER. VL-BASE-0005 if it cannot
    /// be read or holds none.
    [[nodiscard]] static base::Result<TrustStore> fromDirectory(const std::filesystem::path& directory);
    ~TrustStore();
    TrustStore(TrustStore&&) noexcept;
    TrustStore& operator=(TrustStore&&) noexcept;

    /// Whether the certificate is good for `purpose` at `now`: VL-CARD-0008, 0009, 0010 or 0011 if not.
    [[nodiscard]] base::Result<void> check(const Certificate& certificate, Purpose purpose,
                                           base::Timestamp now) const;

    /// The authority (DER) that made a certificate (DER), whom a question of revocation needs; VL-CARD-0008
    /// when it is none of these.
    [[nodiscard]] base::Result<base::Bytes> issuerOf(const base::Bytes& certificate) const;

private:
    struct State;
    explicit TrustStore(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace vienlogs::card
