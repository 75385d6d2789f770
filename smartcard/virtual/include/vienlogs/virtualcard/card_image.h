// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "vienlogs/virtualcard/authority.h"
#include "vienlogs/virtualcard/profile.h"

namespace vienlogs::virtualcard {

/// One key with its certificate.
struct KeyPair {
    KeyPtr key;
    base::Bytes certificate; ///< DER
};

/// A code and its wrong tries.
struct PinState {
    std::string value;
    int left = 3;
    static constexpr int maximum = 3;
};

/// How a card is to be made.
struct CardOrder {
    std::filesystem::path authorityDirectory;
    Validity validity;
    bool unknownIssuer = false;
    std::string trustUrl; ///< See Authority::setTrustUrl.
};

/// All that a card keeps when it has no power.
struct CardImage {
    Profile profile;
    Person person;
    std::string serial; ///< 16 hexadecimal digits, invented.
    KeyPair authentication;
    KeyPair signing;
    PinState pin1, pin2, puk;
};

/// A new card with keys of its own.
[[nodiscard]] base::Result<CardImage> makeCard(const Profile& profile, const Person& person,
                                               const CardOrder& order);

/// The card kept in a file, if it is there; VL-BASE-0002 if it is another person's or has another profile.
[[nodiscard]] base::Result<CardImage> loadCard(const std::filesystem::path& file, const Profile& profile,
                                               const Person& person);
/// Writes mode 0600, at once or not at all: holds keys and codes.
[[nodiscard]] base::Result<void> saveCard(const CardImage& card, const std::filesystem::path& file);

} // namespace vienlogs::virtualcard
