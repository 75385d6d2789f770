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

/// A PIN on its way to the card: typed on the screen, or entered by its holder at the reader's own pad, where
/// no program sees it. Refers to the secret, so it lives no longer than the call it is given to.
class PinInput {
public:
    PinInput(const base::Secret& typed) : typed_(&typed) {} // not explicit: nearly all PINs are typed
    [[nodiscard]] static PinInput atPad() { return {}; }
    [[nodiscard]] const base::Secret* typed() const { return typed_; }

private:
    PinInput() = default;
    const base::Secret* typed_ = nullptr;
};

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
    /// Whether the reader has keys of its own; only then PinInput::atPad() works (else VL-CARD-0021).
    [[nodiscard]] virtual bool hasPinPad() const = 0;
    /// Presents a PIN. Wrong: VL-CARD-0005 with the tries left as argument; blocked: VL-CARD-0006. Of the
    /// PUK: VL-CARD-0025 and VL-CARD-0026. At the pad also VL-CARD-0022 cancelled, VL-CARD-0023 too late.
    [[nodiscard]] virtual base::Result<void> verifyPin(PinKind kind, PinInput pin) = 0;
    /// Puts a new PIN in the place of the current one; both typed, or both entered at the pad. As
    /// verifyPin(), and VL-CARD-0014 when the new one can be none, VL-CARD-0024 when its two entries at the
    /// pad differ, VL-CARD-0027 when the card does not accept it.
    [[nodiscard]] virtual base::Result<void> changePin(PinKind kind, PinInput current, PinInput fresh) = 0;
    /// Gives PIN1 or PIN2 all its tries again with a new value, by the PUK. As changePin().
    [[nodiscard]] virtual base::Result<void> unblockPin(PinKind kind, PinInput puk, PinInput fresh) = 0;
    /// Signs a challenge with the authentication key, after PIN1; at most 4096 bytes, hashed here as the key
    /// demands.
    [[nodiscard]] virtual base::Result<CardSignature> authenticate(const base::Bytes& challenge) = 0;
    /// Signs data with the signing key (hashed here: SHA-384 for P-384 keys, SHA-256 else), presenting PIN2
    /// first.
    [[nodiscard]] virtual base::Result<CardSignature> sign(const base::Bytes& data, PinInput pin2) = 0;
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
