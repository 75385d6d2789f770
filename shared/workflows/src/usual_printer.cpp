// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "usual_printer.h"

#include <algorithm>

#include "vienlogs/ports/print_failures.h"

namespace vienlogs::workflows {

base::Result<void> printOnUsual(ports::Printer& printer, const base::Bytes& pdf) {
    const auto printers = printer.printers();
    if (!printers)
        return base::fail(printers.error());
    if (printers->empty())
        return base::fail(ports::codes::printerMissing);
    const auto usual =
        std::find_if(printers->begin(), printers->end(), [](const auto& each) { return each.isDefault; });
    return printer.print(usual != printers->end() ? usual->id : printers->front().id, "Vienlogs", pdf);
}

} // namespace vienlogs::workflows
