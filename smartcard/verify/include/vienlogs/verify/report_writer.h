// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/language.h"
#include "vienlogs/verify/report.h"

namespace vienlogs::verify {

/// How much is told: who signed, when and how sure that is; each check with its outcome; all data found.
/// Each holds what the one before it holds.
enum class ReportKind { Simple, Detailed, Diagnostic };

/// An object with `valid` and `signatures`, each with `signer`, `level`, `signedAt`, `valid`, `reasons`.
/// Names and codes are the same in every language, the words of reasons are not.
[[nodiscard]] std::string toJson(const ValidationReport& report, ReportKind kind, base::Language language);
/// For a person to read: lines of text.
[[nodiscard]] std::string toText(const ValidationReport& report, ReportKind kind, base::Language language);

/// "The signature holds", "The signature does not hold", "It cannot be said whether …".
[[nodiscard]] std::string verdictOf(const SignatureReport& report, base::Language language);

} // namespace vienlogs::verify
