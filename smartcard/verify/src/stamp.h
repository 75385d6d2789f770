// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/verify/judge.h"

namespace vienlogs::verify {

/// A time stamp token read, not judged yet.
struct Stamp {
    base::Timestamp at;
    base::Bytes certificate;               ///< DER of the service's; empty when it is nowhere to be had.
    std::vector<base::Bytes> certificates; ///< All that the token brings.
};

/// Reads a token (RFC 3161, CMS SignedData); VL-VERIFY-0020 when it is none. The service's certificate is
/// looked for among `others` and what the token brings, as checkStamp() does: both speak of the same one.
[[nodiscard]] base::Result<Stamp> readStamp(const base::Bytes& token, std::span<const base::Bytes> others);

/// Holds the token against the bytes it must be over (SHA-256, -384 or -512) and its service against the
/// anchors as of the token's own time. VL-VERIFY-0020, VL-VERIFY-0010.
[[nodiscard]] base::Result<void> checkStamp(const StampEvidence& evidence, const Stamp& stamp,
                                            std::span<const base::Bytes> others,
                                            std::span<const base::Bytes> anchors);

} // namespace vienlogs::verify
