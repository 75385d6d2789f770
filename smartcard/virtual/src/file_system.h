// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>

#include "vienlogs/virtualcard/card_image.h"

namespace vienlogs::virtualcard {

using Files = std::map<std::uint16_t, base::Bytes>;

/// The files outside of the applications: the document's number.
[[nodiscard]] Files mainFiles(const CardImage& card);
/// The files of the application for authentication, and of that for signing: directories by ISO 7816-15,
/// certificate.
[[nodiscard]] Files authenticationFiles(const CardImage& card);
[[nodiscard]] Files signingFiles(const CardImage& card);

} // namespace vienlogs::virtualcard
