// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_proof.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/pieces.h"

/// What vienlogs-admin can do; each command opens what it needs and is itself in the audit.
namespace vienlogs::server::admin {

/// Words and "--name value" pairs of a command line.
struct Arguments {
    std::vector<std::string> words;
    std::map<std::string, std::string> options;
    [[nodiscard]] base::Result<std::string> option(const std::string& name) const;
    [[nodiscard]] base::Result<std::string> word(std::size_t at, const char* meaning) const;
};

/// What every command is given.
struct Context {
    app::DataFolder data;
    const base::Clock& clock;
    std::ostream& out;
};

using Done = base::Result<void>;
[[nodiscard]] Done init(const Context& context, const Arguments& arguments);
[[nodiscard]] Done addDevice(const Context& context, const Arguments& arguments);
[[nodiscard]] Done revokeDevice(const Context& context, const Arguments& arguments);
[[nodiscard]] Done addPlace(const Context& context, const Arguments& arguments);
[[nodiscard]] Done addUser(const Context& context, const Arguments& arguments);
[[nodiscard]] Done endUser(const Context& context, const Arguments& arguments);
[[nodiscard]] Done importUsers(const Context& context, const Arguments& arguments);
[[nodiscard]] Done addSecondFactor(const Context& context, const Arguments& arguments);
[[nodiscard]] Done listSecurity(const Context& context, const Arguments& arguments);
/// Ends of days of the desks' card terminals, the newest first.
[[nodiscard]] Done listDays(const Context& context, const Arguments& arguments);
[[nodiscard]] Done addCardIssuer(const Context& context, const Arguments& arguments);
[[nodiscard]] Done listCardIssuers(const Context& context, const Arguments& arguments);
[[nodiscard]] Done removeCardIssuer(const Context& context, const Arguments& arguments);
[[nodiscard]] Done verifyAudit(const Context& context, const Arguments& arguments);
[[nodiscard]] Done showAuditStatus(const Context& context, const Arguments& arguments);
[[nodiscard]] Done exportAudit(const Context& context, const Arguments& arguments);
[[nodiscard]] Done rotateAuditKey(const Context& context, const Arguments& arguments);
/// Store and keys are there and whole; changes nothing.
[[nodiscard]] Done check(const Context& context, const Arguments& arguments);
[[nodiscard]] Done backup(const Context& context, const Arguments& arguments);
[[nodiscard]] Done restore(const Context& context, const Arguments& arguments);
[[nodiscard]] Done verify(const Context& context, const Arguments& arguments);
[[nodiscard]] Done move(const Context& context, const Arguments& arguments);

/// Writes and records what was done, in one transaction.
[[nodiscard]] Done writeRecorded(const Context& context, const std::string& what, const std::string& object,
                                 const store::Store::Work& work);
/// As writeRecorded(), in a store that is open.
[[nodiscard]] Done writeRecorded(const Context& context, store::Store& store, const std::string& what,
                                 const std::string& object, const store::Store::Work& work);

/// Marks an empty database as a copy that is being made, so that no server uses it before it is finished; the
/// same copying may go on later. VL-STORE-0034 when it holds anything else.
[[nodiscard]] Done claim(store::Store& target, const std::string& mark);
/// Copies the pieces of scans that the other side does not have.
[[nodiscard]] Done copyPieces(const app::Pieces& from, app::Pieces& to);
/// Gives every record of the audit from the `proof`'s size on to it, and the signed head of the same moment.
[[nodiscard]] Done proveAudit(store::Transaction& transaction, app::AuditProof& proof,
                              contract::AuditHead& head);
/// A whole file. VL-BASE-0005.
[[nodiscard]] base::Result<std::string> readText(const std::filesystem::path& file);
/// The keys that check the audit's heads, the oldest first.
[[nodiscard]] base::Result<std::vector<digest::Ed25519PublicKey>> auditPublicKeys(const Context& context);
/// As above, for work that needs the audit itself.
using RecordedWork = std::function<Done(store::Transaction&, const app::Audit&)>;
[[nodiscard]] Done writeRecorded(const Context& context, const std::string& what, const std::string& object,
                                 const RecordedWork& work);
[[nodiscard]] Done writeRecorded(const Context& context, store::Store& store, const std::string& what,
                                 const std::string& object, const RecordedWork& work);

} // namespace vienlogs::server::admin
