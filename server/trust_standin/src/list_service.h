// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certificates.h"
#include "switch.h"

namespace vienlogs::trust_standin {

/// One service of the list.
struct ListedEntry {
    std::string type; ///< The end of its ServiceTypeIdentifier, "CA/QC".
    std::string name;
    Identity identity;
    bool forSignatures = false;
};

/// A trusted list (ETSI TS 119 612 version 2), signed anew for every question, as its switch says.
class ListService {
public:
    ListService(Identity listOperator, std::vector<ListedEntry> entries);
    /// The list; nothing when the connection is to end without one.
    [[nodiscard]] std::optional<std::string> list();
    [[nodiscard]] std::string operatorPem() const { return pemOf(operator_); }

    Switch tsl;

private:
    Identity operator_;
    Identity stranger_;
    std::vector<ListedEntry> entries_;
};

} // namespace vienlogs::trust_standin
