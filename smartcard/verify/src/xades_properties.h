// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "xades.h"

namespace vienlogs::verify {

inline constexpr const char* dsSpace = "http://www.w3.org/2000/09/xmldsig#";
inline constexpr const char* xadesSpace = "http://uri.etsi.org/01903/v1.3.2#";
inline constexpr const char* xades141Space = "http://uri.etsi.org/01903/v1.4.1#";

/// ds:DigestMethod and ds:DigestValue of an element.
[[nodiscard]] base::Result<NamedDigest> readDigest(const xmlNode* element);

/// xades:QualifyingProperties (ETSI EN 319 132-1, sections 5.2 and 5.4): what was signed of it, and the time
/// stamps and proofs that were added.
[[nodiscard]] base::Result<void> readProperties(xmlDoc* document, const xmlNode* qualifying,
                                                XadesSignature& signature);

} // namespace vienlogs::verify
