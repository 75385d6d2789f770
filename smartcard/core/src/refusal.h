// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/failure.h"

struct x509_st;

namespace vienlogs::card {

/// Why a certificate that no trusted authority issued is refused: VL-CARD-0041 for a test card, VL-CARD-0040
/// for a card of another country (argument: its ISO 3166 code), else VL-CARD-0010. `why` is for support.
[[nodiscard]] base::Failure refusalOf(x509_st* certificate, const std::string& why);

/// The same for a card that is no Latvian eID card at all, by its answer to reset: VL-CARD-0040 when it is
/// known whose it is, else `otherwise`.
[[nodiscard]] base::Failure refusalOf(const base::Bytes& answerToReset, base::Failure otherwise);

} // namespace vienlogs::card
