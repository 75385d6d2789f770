// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/result.h"

namespace vienlogs::acts_tool {

/// An .odt as PDF/A-2b (ISO 19005-2), made by LibreOffice as a process of its own that has a minute for it.
/// VL-OFFICE-0007 when there is no LibreOffice or it fails.
[[nodiscard]] base::Result<std::string> pdfOf(const std::string& odt);

} // namespace vienlogs::acts_tool
