// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace vienlogs::office {

/// word/styles.xml: the named styles.
[[nodiscard]] std::string docxStylesXml();
/// The page, as the last child of w:body.
[[nodiscard]] std::string docxPageXml();
/// Tenths of a millimetre in twentieths of a point.
[[nodiscard]] std::string twips(int tenths);

} // namespace vienlogs::office
