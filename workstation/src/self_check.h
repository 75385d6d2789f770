// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "desk_ports.h"

namespace vienlogs::workstation {

/// What --check does: looks at settings and each device, prints one line for each ("ok reader Virtual PCD 00
/// 00", "FAIL terminal VL-POS-0001 …"). True when nothing failed. Blocking.
[[nodiscard]] bool checkDesk(const Settings& settings, DeskPorts& ports);

} // namespace vienlogs::workstation
