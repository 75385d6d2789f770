// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/rights.h"

#include <algorithm>
#include <array>

namespace vienlogs::server::app {

namespace {

/// A service centre where clients come, the call centre where they telephone, an institution's own rooms.
constexpr std::string_view centre = "centre";
constexpr std::string_view calls = "call-centre";
constexpr std::string_view office = "office";

constexpr std::string_view clerk = "clerk";        ///< Serves clients at a desk.
constexpr std::string_view operators = "operator"; ///< Serves clients by telephone.
constexpr std::string_view auditor = "auditor";    ///< Reads who did what; serves nobody.
constexpr std::string_view drafter = "drafter"; ///< Writes legal acts of the own institution; sees no client.
constexpr std::string_view admin = "admin";     ///< Looks after devices and staff; sees no client.

} // namespace

std::span<const std::string_view> knownRoles() {
    static constexpr std::array<std::string_view, 5> roles{clerk, operators, auditor, drafter, admin};
    return roles;
}

std::span<const std::string_view> knownPlaceKinds() {
    static constexpr std::array<std::string_view, 3> kinds{centre, calls, office};
    return kinds;
}

// One row an operation and role. A whole audit leaves only an office; clients are served where they come or
// call.
std::span<const Right> rights() {
    static const std::vector<Right> table{
        {"closeSession", clerk, {centre, calls, office}},
        {"closeSession", operators, {centre, calls, office}},
        {"closeSession", auditor, {centre, calls, office}},
        {"closeSession", drafter, {office}},
        {"closeSession", admin, {centre, calls, office}},
        {"postCommands", clerk, {centre}},
        {"postCommands", operators, {calls}},
        {"changes", clerk, {centre}},
        {"changes", operators, {calls}},
        {"caseById", clerk, {centre}},
        {"caseById", operators, {calls}},
        {"announceBlob", clerk, {centre}},
        {"putBlobPiece", clerk, {centre}},
        {"getBlob", clerk, {centre}},
        {"referenceManifest", clerk, {centre, calls, office}},
        {"referenceManifest", operators, {centre, calls, office}},
        {"referenceManifest", auditor, {centre, calls, office}},
        {"referenceManifest", admin, {centre, calls, office}},
        {"referenceItem", clerk, {centre, calls, office}},
        {"referenceItem", operators, {centre, calls, office}},
        {"referenceItem", auditor, {centre, calls, office}},
        {"referenceItem", admin, {centre, calls, office}},
        {"queryRegister", clerk, {centre}},
        {"queryRegister", operators, {calls}},
        {"registerHealth", clerk, {centre, office}},
        {"registerHealth", operators, {calls}},
        {"registerHealth", admin, {centre, calls, office}},
        {"clientHistory", clerk, {centre}},
        {"clientHistory", operators, {calls}},
        {"accessLog", clerk, {centre}},
        {"accessLog", operators, {calls}},
        {"accessLog", auditor, {office}},
        {"auditHead", clerk, {centre, calls, office}},
        {"auditHead", operators, {centre, calls, office}},
        {"auditHead", auditor, {centre, calls, office}},
        {"auditHead", admin, {centre, calls, office}},
        {"auditStamps", auditor, {centre, calls, office}},
        {"auditStamps", admin, {centre, calls, office}},
        {"auditHeads", clerk, {centre, calls, office}},
        {"auditHeads", operators, {centre, calls, office}},
        {"auditHeads", auditor, {centre, calls, office}},
        {"auditHeads", admin, {centre, calls, office}},
        {"auditConsistency", clerk, {centre, calls, office}},
        {"auditConsistency", operators, {centre, calls, office}},
        {"auditConsistency", auditor, {centre, calls, office}},
        {"auditConsistency", admin, {centre, calls, office}},
        {"auditInclusion", clerk, {centre}},
        {"auditInclusion", operators, {calls}},
        {"auditInclusion", auditor, {centre, calls, office}},
        {"auditExport", auditor, {office}},
        {"listActs", drafter, {office}},
        {"createAct", drafter, {office}},
        {"actLog", drafter, {office}},
        {"appendToAct", drafter, {office}},
        {"securityEvents", auditor, {office}},
        {"securityEvents", admin, {office}},
    };
    return table;
}

bool isAllowed(std::string_view operation, const std::vector<std::string>& roles,
               std::string_view placeKind) {
    const auto table = rights();
    return std::any_of(table.begin(), table.end(), [&](const auto& right) {
        return right.operation == operation &&
               std::find(roles.begin(), roles.end(), right.role) != roles.end() &&
               std::find(right.placeKinds.begin(), right.placeKinds.end(), placeKind) !=
                   right.placeKinds.end();
    });
}

} // namespace vienlogs::server::app
