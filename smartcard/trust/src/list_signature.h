// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct _xmlDoc;

namespace vienlogs::trust {

/// The certificate (DER) among `operators` whose key made the one enveloped signature of a list over the
/// whole of it. VL-TRUST-0005 for anything else: no or several signatures, references to parts, other
/// transforms.
[[nodiscard]] base::Result<base::Bytes> signerOfList(_xmlDoc* document,
                                                     const std::vector<base::Bytes>& operators);

} // namespace vienlogs::trust
