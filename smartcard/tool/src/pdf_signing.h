// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "context.h"
#include "vienlogs/sign/container.h"

namespace vienlogs::cardtool {

/// Signs the one PDF that the command names into the file of --out. VL-SIGN-0001 unless it is one.
[[nodiscard]] base::Result<sign::Outcome> signPdf(const Options& options, ServiceContext& services,
                                                  sign::SigningKey& key);
/// Whether a file begins as a PDF does.
[[nodiscard]] bool isPdf(const std::filesystem::path& file);

} // namespace vienlogs::cardtool
