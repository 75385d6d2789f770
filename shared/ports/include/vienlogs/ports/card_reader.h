// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/result.h"

namespace vienlogs::ports {

/// The codes of a Latvian eID card: PIN1 proves who the holder is, PIN2 signs, PUK unblocks.
enum class PinKind { Pin1, Pin2, Puk };

/// How many wrong tries are left of how many; 0 left means blocked.
struct PinCounter {
    int left = 0;
    int maximum = 0;
};

/// What a certificate on the card says of its holder, and what checking it locally gave (chain, dates,
/// purpose).
struct CardIdentity {
    base::Identifier person;
    std::string givenName;
    std::string familyName;
    std::string issuer; ///< Common name of the issuing authority.
    base::Timestamp validFrom;
    base::Timestamp validTo;
    base::Bytes certificate; ///< DER of the authentication certificate.
};

/// A signature made on the card, already verified against the certificate that goes with it.
struct CardSignature {
    base::Bytes certificate; ///< DER of the certificate whose key signed.
    std::string algorithm;   ///< "ES384", "ES256" or "RS256" (RFC 7518 section 3.1); ES* values are r‖s.
    base::Bytes value;
};

/// One card in one reader, from insertion to removal. Blocking: call it from a worker thread, one call at a
/// time. A card pulled at any moment ends every call with VL-CARD-0003 and nothing half done.
class CardSession {
public:
    virtual ~CardSession() = default;
    /// The reader's PC/SC name.
    [[nodiscard]] virtual const std::string& reader() const = 0;
    /// The holder by the authentication certificate, checked against the trusted issuers, dates and purpose.
    [[nodiscard]] virtual base::Result<CardIdentity> identity() = 0;
    [[nodiscard]] virtual base::Result<PinCounter> pinCounter(PinKind kind) = 0;
    /// Presents a PIN. Wrong: VL-CARD-0005 with the tries left as argument; blocked: VL-CARD-0006.
    [[nodiscard]] virtual base::Result<void> verifyPin(PinKind kind, const base::Secret& pin) = 0;
    /// Signs a challenge with the authentication key, after PIN1; at most 4096 bytes, hashed here as the key
    /// demands.
    [[nodiscard]] virtual base::Result<CardSignature> authenticate(const base::Bytes& challenge) = 0;
    /// Signs data with the signing key (hashed here: SHA-384 for P-384 keys, SHA-256 else), presenting PIN2
    /// first.
    [[nodiscard]] virtual base::Result<CardSignature> sign(const base::Bytes& data,
                                                           const base::Secret& pin2) = 0;
    /// DER of the signing certificate; no PIN needed.
    [[nodiscard]] virtual base::Result<base::Bytes> signingCertificate() = 0;
};

/// A reader as PC/SC names it, and whether a card lies in it.
struct ReaderState {
    std::string name;
    bool cardPresent = false;
    friend bool operator==(const ReaderState&, const ReaderState&) = default;
};

/// All smart-card readers of the machine, and what changes in them.
class CardReaders {
public:
    virtual ~CardReaders() = default;
    /// The readers now; VL-CARD-0001 when the PC/SC service is away, an empty list when no reader is plugged
    /// in.
    [[nodiscard]] virtual base::Result<std::vector<ReaderState>> readers() = 0;
    /// Opens the card in a reader; VL-CARD-0002 no card, VL-CARD-0004 not an eID card.
    [[nodiscard]] virtual base::Result<std::unique_ptr<CardSession>> open(const std::string& reader) = 0;
    /// Calls `changed` from a thread of its own with all readers at once, first now and then at every change
    /// of reader or card; with a failure when the service goes away, and again with readers when it is back.
    /// Until stop() or the end of this object.
    virtual void watch(std::function<void(const base::Result<std::vector<ReaderState>>&)> changed) = 0;
    virtual void stop() = 0;
};

} // namespace vienlogs::ports
