// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/card/pkcs15.h"

namespace vienlogs::card {

/// How a PIN is presented.
struct PinLayout {
    std::uint8_t reference = 0;
    std::size_t length = 12; ///< Bytes on the wire, filled up.
    std::uint8_t filler = 0xFF;
};

/// How a private key is used.
struct KeyLayout {
    std::uint8_t reference = 0;
    std::vector<base::Bytes> algorithms; ///< What to call the algorithm, the likeliest first.
    PinLayout pin;
    /// INTERNAL AUTHENTICATE signs, not COMPUTE DIGITAL SIGNATURE: so do all keys of the first application.
    bool byAuthenticating = true;
};

/// What discovery found in one application of a card. Holds a person's certificate: kept in memory only.
struct ApplicationLayout {
    base::Bytes application; ///< Its identifier.
    pkcs15::ObjectDirectory directory;
    base::Bytes certificateId; ///< Names its key in EF.PrKD.
    base::Bytes certificatePath;
    base::Bytes certificate;      ///< DER
    std::optional<KeyLayout> key; ///< Found when the key is first used.
};

/// A card's two keys: for the proof of who the holder is, and for signing. The oldest cards have both in one
/// application.
struct CardLayout {
    ApplicationLayout authentication;
    std::optional<ApplicationLayout> signing;
};

/// The layouts of the last 16 cards. A card is known again by the first block of its authentication
/// certificate, which holds the certificate's serial number; so a renewed card is a new one. May be used by
/// several threads at once.
class LayoutCache {
public:
    /// Where cards with this answer to reset kept their certificate, the latest first; at most two places.
    [[nodiscard]] std::vector<base::Bytes> placesFor(const base::Bytes& answerToReset) const;
    /// The layout of the card whose authentication certificate begins so.
    [[nodiscard]] std::optional<CardLayout> find(const base::Bytes& answerToReset,
                                                 const base::Bytes& firstBlock) const;
    void store(const base::Bytes& answerToReset, const CardLayout& layout);

private:
    struct Entry {
        base::Bytes answerToReset;
        CardLayout layout;
    };
    mutable std::mutex mutex_;
    std::list<Entry> entries_;
};

} // namespace vienlogs::card
