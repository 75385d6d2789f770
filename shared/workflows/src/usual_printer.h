// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/printer.h"

namespace vienlogs::workflows {

/// Prints a PDF on the usual printer of this desk, else on its first; VL-PRINT-0001 when it has none.
[[nodiscard]] base::Result<void> printOnUsual(ports::Printer& printer, const base::Bytes& pdf);

} // namespace vienlogs::workflows
