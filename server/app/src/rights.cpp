// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/rights.h"

#include <algorithm>
#include <string>

namespace vienlogs::server::app {

std::span<const Right> rights() {
    static const std::vector<Right> table{
        {"closeSession", {"clerk", "auditor", "admin"}},
        {"postCommands", {"clerk"}},
        {"changes", {"clerk"}},
        {"announceBlob", {"clerk"}},
        {"putBlobPiece", {"clerk"}},
        {"getBlob", {"clerk"}},
        {"referenceManifest", {"clerk", "auditor", "admin"}},
        {"referenceItem", {"clerk", "auditor", "admin"}},
        {"queryRegister", {"clerk"}},
        {"registerHealth", {"clerk", "admin"}},
        {"clientHistory", {"clerk"}},
        {"accessLog", {"clerk", "auditor"}},
        {"caseById", {"clerk"}},
        {"auditHead", {"clerk", "auditor", "admin"}},
        {"auditExport", {"auditor"}},
    };
    return table;
}

bool isAllowed(std::string_view operation, const std::vector<std::string>& roles) {
    for (const auto& right : rights())
        if (right.operation == operation)
            return std::any_of(roles.begin(), roles.end(), [&](const auto& role) {
                return std::find(right.roles.begin(), right.roles.end(), role) != right.roles.end();
            });
    return false;
}

} // namespace vienlogs::server::app
