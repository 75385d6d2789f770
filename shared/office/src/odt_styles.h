// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace vienlogs::office {

/// styles.xml of ODF: the named styles and the page.
[[nodiscard]] std::string odtStylesXml();

} // namespace vienlogs::office
