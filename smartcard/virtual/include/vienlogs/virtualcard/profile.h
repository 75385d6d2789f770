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

/// One way in which cards are personalised.
struct Profile {
    std::string_view name;
    base::Bytes answerToReset;
    bool elliptic = false;
    bool namesPins = false; ///< Whether there is an EF.AOD.
    ApplicationProfile authentication;
    ApplicationProfile signing;
};

/// seid-rsa, seid-ec, seid-ec-long (algorithms called by four bytes), teid2; nothing for any other name.
[[nodiscard]] std::optional<Profile> profileNamed(std::string_view name);
[[nodiscard]] std::vector<std::string_view> profileNames();

} // namespace vienlogs::virtualcard
