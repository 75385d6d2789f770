// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/card/apdu.h"
#include "vienlogs/card/certificate.h"
#include "vienlogs/card/layout.h"

/// The commands about keys, one function each. The right application must be selected.
namespace vienlogs::card {

/// Chooses key and algorithm; false if the card does not know the algorithm by this name.
[[nodiscard]] base::Result<bool> choose(ApduChannel& channel, const KeyLayout& key,
                                        const base::Bytes& algorithm);
/// Lets the chosen key sign a hash; VL-CARD-0015 if the PIN has not been presented.
[[nodiscard]] base::Result<base::Bytes> computeSignature(ApduChannel& channel, const KeyLayout& key,
                                                         KeyKind kind, const base::Bytes& hash);

} // namespace vienlogs::card
