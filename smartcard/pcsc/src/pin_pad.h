// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "context.h"
#include "vienlogs/card/apdu.h"

namespace vienlogs::pcsc {

/// The control codes by which a reader's pad is asked (PC/SC part 10, 2.2); 0 for what it cannot do.
struct PinPad {
    DWORD verify = 0, modify = 0;

    [[nodiscard]] static PinPad of(SCARDHANDLE card);
};

/// PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE for left-justified ASCII digits (PC/SC part
/// 10, 2.5.2, 2.5.3).
[[nodiscard]] base::Bytes verifyRequest(const card::PadCommand& command);
[[nodiscard]] base::Bytes modifyRequest(const card::PadCommand& command);

} // namespace vienlogs::pcsc
