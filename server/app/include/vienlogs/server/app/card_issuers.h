// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// As it is kept, of a PEM text; nothing unless it is the certificate of an authority.
[[nodiscard]] std::optional<store::CardIssuer> cardIssuerOf(const std::string& pem);

/// Takes over the certificates (*.pem) of a folder, where they were kept before the store had them: once in
/// the life of a store, on record. A file that is none is passed over, for trusting less is safe.
[[nodiscard]] base::Result<void> importCardIssuers(store::Store& store, const Audit& audit,
                                                   const std::filesystem::path& folder);

} // namespace vienlogs::server::app
