// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "vienlogs/base/bytes.h"

namespace vienlogs::virtualcard {

/// Where one application of a card keeps its certificate and how it calls its key.
struct ApplicationProfile {
    std::uint16_t certificateFile = 0;
    std::uint8_t keyReference = 0;
    base::Bytes algorithm;                 ///< For MANAGE SECURITY ENVIRONMENT.
    std::vector<std::uint16_t> emptyFiles; ///< Named by EF.CDF, too, but of one byte.
};

/// Where a card keeps its two keys.
enum class Applications {
    Two,  ///< One for proving who the holder is, one for signing.
    One,  ///< Both keys in the first (IAS-ECC 1.0.1, the oldest cards).
    None, ///< It has none that we know: a card of another system.
};

/// One way in which cards are personalised.
struct Profile {
    std::string_view name;
    base::Bytes answerToReset;
    Applications applications = Applications::Two;
    bool elliptic = false;
    bool namesPins = false; ///< Whether there is an EF.AOD.
    ApplicationProfile authentication;
    ApplicationProfile signing;
    std::uint8_t pin2Reference = 0x85;
    std::size_t pinLength = 12; ///< Bytes of a PIN in a command, filled up.
};

/// g1 (the oldest), seid-rsa, seid-ec, seid-ec-long (algorithms called by four bytes), teid2; of other
/// systems: esteid (Estonia 2018, close to seid), npa (Germany, contactless), token (no identity card).
/// Nothing for any other name.
[[nodiscard]] std::optional<Profile> profileNamed(std::string_view name);
[[nodiscard]] std::vector<std::string_view> profileNames();

} // namespace vienlogs::virtualcard
