// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/printer.h"

namespace vienlogs::devices::printer {

/// The document on A4 as PDF/A-1b. VL-BASE-0002 if it has more than 5 000 lines or no title.
[[nodiscard]] base::Result<base::Bytes> pdfOf(const ports::PrintedDocument& document);

} // namespace vienlogs::devices::printer
