// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "list_service.h"

namespace vienlogs::trust_standin {

struct ListFaults {
    bool rolledBack = false;
    bool past = false;
    bool withdrawn = false; ///< The first service, an hour ago.
};

/// The list without a signature.
[[nodiscard]] std::string listXml(const std::vector<ListedEntry>& entries, const ListFaults& faults);

/// With an enveloped XAdES signature (baseline B). Throws std::runtime_error when xmlsec fails.
[[nodiscard]] std::string signedList(const std::string& xml, const Identity& signer);

} // namespace vienlogs::trust_standin
