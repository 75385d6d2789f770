// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "query.h"
#include "read_rows.h"
#include "sql_case_tables.h"
#include "sql_tables.h"
#include "vienlogs/contract/codec.h"

namespace vienlogs::server::store {

namespace {

using domain::cases::Case;

/// Keys of one statement: few sizes, so that few statements have to be prepared.
constexpr std::array<std::size_t, 4> statementSizes{1, 4, 16, 64};

std::string marks(std::size_t count) {
    std::string text = "(?";
    for (std::size_t i = 1; i < count; ++i)
        text += ",?";
    return text + ")";
}

/// Every row of "… IN " some keys, 64 a round trip; the last key stands in for those that are missing.
base::Result<void> selectIn(SqlConnection& database, std::string_view columns, std::string_view where,
                            const std::set<std::string>& keys, const SqlConnection::EachRow& each) {
    std::vector<SqlValue> values;
    for (auto key = keys.begin(); key != keys.end();) {
        values.clear();
        for (; key != keys.end() && values.size() < statementSizes.back(); ++key)
            values.emplace_back(std::string_view(*key));
        const auto size = *std::lower_bound(statementSizes.begin(), statementSizes.end(), values.size());
        values.resize(size, values.back());
        std::string sql;
        sql.append(columns).append(where).append(marks(size));
        if (auto done = database.select(sql, values, each); !done)
            return done;
    }
    return {};
}

} // namespace

base::Result<void> SqlDirectory::expect(const std::vector<std::string>& clerks) {
    std::set<std::string> missing;
    for (const auto& id : clerks)
        if (!clerks_.contains(id))
            missing.insert(id);
    return selectIn(database_.bare(), clerkColumns, "WHERE id IN ", missing,
                    [&](const SqlRow& row) -> base::Result<void> {
                        return readClerk(row).map([&](const Clerk& clerk) { clerks_[clerk.id] = clerk; });
                    });
}

base::Result<void> SqlCases::expect(const Needs& needs) {
    return expectCommands(needs)
        .and_then([&] { return expectDevices(needs); })
        .and_then([&] { return expectCases(needs); })
        .and_then([&] { return expectContacts(needs); });
}

base::Result<void> SqlCases::expectCommands(const Needs& needs) {
    std::set<std::string> keys;
    for (const auto& command : needs.commands)
        keys.insert(command.second.toString());
    auto done = selectIn(database_.bare(), commandColumns, " IN ", keys,
                         [&](const SqlRow& row) -> base::Result<void> {
                             return readCommand(row).map([&](const StoredCommand& command) {
                                 commands_.insert_or_assign({command.device, command.key}, command);
                             });
                         });
    for (const auto& command : needs.commands)
        if (done)
            commands_.try_emplace(command); // Those that were not found are not there.
    return done;
}

base::Result<void> SqlCases::expectDevices(const Needs& needs) {
    std::set<std::string> missing;
    for (const auto& [device, key] : needs.commands)
        if (!progress_.contains(device) || !ahead_.contains(device))
            missing.insert(device);
    std::set<std::string> ahead;
    auto done =
        selectIn(database_.bare(), "SELECT device,epoch,contiguous FROM progress ", "WHERE device IN ",
                 missing,
                 [&](const SqlRow& row) -> base::Result<void> {
                     progress_.try_emplace(row.text(0), Progress{row.integer(1), row.integer(2)});
                     return {};
                 })
            .and_then([&] {
                return selectIn(database_.bare(), "SELECT DISTINCT device FROM waiting ", "WHERE device IN ",
                                missing, [&](const SqlRow& row) -> base::Result<void> {
                                    ahead.insert(row.text(0));
                                    return {};
                                });
            });
    for (const auto& device : missing)
        if (done) {
            progress_.try_emplace(device);
            ahead_.try_emplace(device, ahead.contains(device));
        }
    return done;
}

base::Result<void> SqlCases::expectCases(const Needs& needs) {
    std::set<std::string> missing;
    for (const auto& id : needs.cases)
        if (!cases_.contains(id))
            missing.insert(id.toString());
    auto done = selectIn(database_.bare(), "SELECT body FROM cases ", "WHERE id IN ", missing,
                         [&](const SqlRow& row) -> base::Result<void> {
                             const auto body = row.text(0);
                             return contract::decode<Case>(body).map(
                                 [&](const Case& found) { remember(found, body.size()); });
                         });
    for (const auto& id : needs.cases)
        if (done)
            cases_.try_emplace(id);
    return done;
}

base::Result<void> SqlCases::expectContacts(const Needs& needs) {
    std::set<std::string> missing;
    for (const auto& id : needs.contacts)
        if (!contacts_.contains(id))
            missing.insert(id.toString());
    auto done = selectIn(database_.bare(), contactColumns, " IN ", missing,
                         [&](const SqlRow& row) -> base::Result<void> {
                             return readContact(row).map([&](const Contact& contact) {
                                 contacts_.insert_or_assign(contact.id, contact);
                             });
                         });
    for (const auto& id : needs.contacts)
        if (done)
            contacts_.try_emplace(id);
    return done;
}

void SqlCases::forget() {
    commands_.clear();
    progress_.clear();
    ahead_.clear();
    cases_.clear();
    caseBytes_ = 0;
    contacts_.clear();
}

void SqlCases::trim() {
    constexpr std::size_t maxCaseBytes = std::size_t{8} << 20;
    constexpr std::size_t maxEntries = 20'000;
    commands_.clear();
    if (caseBytes_ > maxCaseBytes || cases_.size() > maxEntries) {
        cases_.clear();
        caseBytes_ = 0;
    }
    if (contacts_.size() > maxEntries)
        contacts_.clear();
    if (progress_.size() > maxEntries || ahead_.size() > maxEntries) {
        progress_.clear();
        ahead_.clear();
    }
}

} // namespace vienlogs::server::store
