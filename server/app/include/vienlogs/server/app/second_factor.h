// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/store/store.h"

/// Time-based codes of six digits, 30 seconds each: RFC 6238 with HMAC-SHA-1, which every authenticator has.
namespace vienlogs::server::app {

constexpr std::chrono::seconds codeStep{30};

/// The code of a step, six digits with leading zeros: RFC 4226 section 5.3.
[[nodiscard]] std::string codeAt(const base::Bytes& secret, std::int64_t step);
/// A new secret of 160 bits.
[[nodiscard]] base::Result<base::Bytes> newFactorSecret();
/// What an authenticator reads as a QR code; holds the secret, so it is shown once and kept nowhere.
[[nodiscard]] std::string factorUri(const base::Bytes& secret, const std::string& clerk);
/// Takes a code of now, the step before or after, each once. What it writes must be committed also when it
/// fails, for five wrong codes in a row close the factor for 15 minutes. VL-AUTH-0004, -0005, -0006.
[[nodiscard]] base::Result<void> useCode(store::Transaction& transaction, const std::string& clerk,
                                         const std::string& code, base::Timestamp now);

} // namespace vienlogs::server::app
