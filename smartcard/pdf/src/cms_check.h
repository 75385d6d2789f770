// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/pdf/source.h"
#include "vienlogs/verify/judge.h"

namespace vienlogs::pdf {

/// The bytes of a file that a signature is over: two pieces around the signature itself.
struct SignedBytes {
    std::uint64_t before = 0; ///< From the start of the file up to here,
    std::uint64_t from = 0;   ///< and from here
    std::uint64_t end = 0;    ///< up to here.
};

/// Checks a CMS signature over these bytes (RFC 5652, section 5.6; ETSI EN 319 142-1, section 6.3) into the
/// report, and takes what it brings along into the evidence.
void checkCms(const base::Bytes& contents, const Source& source, const SignedBytes& signedBytes,
              verify::SignatureReport& report, verify::Evidence& evidence);

} // namespace vienlogs::pdf
