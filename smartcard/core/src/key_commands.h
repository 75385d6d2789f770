// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/card/apdu.h"
#include "vienlogs/card/certificate.h"
#include "vienlogs/card/layout.h"
#include "vienlogs/ports/card_reader.h"

/// The commands about PINs and keys, one function each. The right application must be selected.
namespace vienlogs::card {

/// Whether the PIN can be one at all, told without asking the card; VL-CARD-0014 if not.
[[nodiscard]] base::Result<void> checkPinFormat(ports::PinKind kind, const PinLayout& layout,
                                                const base::Secret& pin);
/// VL-CARD-0005 with the tries left, VL-CARD-0006.
[[nodiscard]] base::Result<void> verify(ApduChannel& channel, const PinLayout& layout,
                                        const base::Secret& pin);
[[nodiscard]] base::Result<ports::PinCounter> readCounter(ApduChannel& channel, std::uint8_t pinReference);
/// Chooses key and algorithm; false if the card does not know the algorithm by this name.
[[nodiscard]] base::Result<bool> choose(ApduChannel& channel, Purpose purpose, std::uint8_t key,
                                        const base::Bytes& algorithm);
/// Lets the chosen key sign a hash; VL-CARD-0015 if the PIN has not been presented.
[[nodiscard]] base::Result<base::Bytes> computeSignature(ApduChannel& channel, Purpose purpose, KeyKind key,
                                                         const base::Bytes& hash);

} // namespace vienlogs::card
