// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "counters.h"
#include "vienlogs/contract/wire.h"

namespace vienlogs::store {

/// The distributed data of the newest manifest, texts by their digest. Callers bring the transaction.
class ReferenceTable {
public:
    using Items = std::vector<std::pair<std::string, std::string>>;
    explicit ReferenceTable(Database& database) : database_(database), counters_(database) {}

    [[nodiscard]] base::Result<void> save(const contract::ReferenceManifest& manifest, const Items& items);
    [[nodiscard]] base::Result<contract::ReferenceManifest> manifest();
    [[nodiscard]] base::Result<Items> items();

private:
    [[nodiscard]] base::Result<void> addTexts(const contract::ReferenceManifest& manifest,
                                              const Items& items);
    Database& database_;
    Counters counters_;
};

} // namespace vienlogs::store
