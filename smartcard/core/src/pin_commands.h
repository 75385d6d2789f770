// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/card/apdu.h"
#include "vienlogs/card/layout.h"
#include "vienlogs/ports/card_reader.h"

/// The commands about PINs, one function each (ISO 7816-4, section 11.6). The right application must be
/// selected. A PIN is typed or entered at the reader's pad; what of it passes through here is wiped.
namespace vienlogs::card {

/// Whether a typed PIN can be one at all, told without asking the card; VL-CARD-0014 if not.
[[nodiscard]] base::Result<void> checkPinFormat(ports::PinKind kind, const PinLayout& layout,
                                                ports::PinInput pin);
/// VERIFY. VL-CARD-0014, VL-CARD-0005 with the tries left,
/// VL-CARD-0006; of the PUK VL-CARD-0025, VL-CARD-0026.
[[nodiscard]] base::Result<void> verify(ApduChannel& channel, ports::PinKind kind, const PinLayout& layout,
                                        ports::PinInput pin);
/// CHANGE REFERENCE DATA.
[[nodiscard]] base::Result<void> change(ApduChannel& channel, ports::PinKind kind, const PinLayout& layout,
                                        ports::PinInput current, ports::PinInput fresh);
/// RESET RETRY COUNTER with a new PIN, the PUK having been presented.
[[nodiscard]] base::Result<void> resetCounter(ApduChannel& channel, ports::PinKind kind,
                                              const PinLayout& layout, ports::PinInput fresh);
[[nodiscard]] base::Result<ports::PinCounter> readCounter(ApduChannel& channel, std::uint8_t pinReference);

} // namespace vienlogs::card
