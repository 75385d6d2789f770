// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <sstream>

#include "query.h"
#include "read_rows.h"
#include "sql_tables.h"

namespace vienlogs::server::store {

namespace {

std::string joined(const std::vector<std::string>& roles) {
    std::string text;
    for (const auto& role : roles)
        text += (text.empty() ? "" : ",") + role;
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> roles;
    std::istringstream stream(text);
    for (std::string role; std::getline(stream, role, ',');)
        roles.push_back(role);
    return roles;
}

} // namespace

base::Result<Clerk> readClerk(const SqlRow& row) {
    const auto identifier = base::Identifier::parse(row.text(1));
    if (!identifier)
        return unreadable("clerks.identifier");
    return Clerk{row.text(0),        *identifier,        row.text(2),
                 row.text(3),        split(row.text(4)), optionalTimeAt(row, 5),
                 split(row.text(6)), row.text(7),        row.text(8)};
}

base::Result<std::optional<Place>> SqlDirectory::place(const std::string& code) {
    return one<Place>(
        database_, "SELECT code,name,kind FROM places WHERE code=?",
        [](const auto& r) -> base::Result<Place> {
            return Place{r.text(0), r.text(1), r.text(2)};
        },
        code);
}

base::Result<void> SqlDirectory::savePlace(const Place& place) {
    return database_
        .run("INSERT INTO places(code,name,kind) VALUES(?,?,?) ON CONFLICT(code) DO UPDATE SET "
             "name=excluded.name, "
             "kind=excluded.kind",
             place.code, place.name, place.kind)
        .and_then([&] { return moveRightsMark(database_); });
}

base::Result<std::optional<Device>> SqlDirectory::device(const std::string& name) {
    return one<Device>(
        database_, "SELECT name,fingerprint,place,revoked_at FROM devices WHERE name=?",
        [](const auto& r) -> base::Result<Device> {
            return Device{r.text(0), r.text(1), r.text(2), optionalTimeAt(r, 3)};
        },
        name);
}

base::Result<void> SqlDirectory::saveDevice(const Device& device) {
    return database_
        .run("INSERT INTO devices(name,fingerprint,place,revoked_at) VALUES(?,?,?,?) ON CONFLICT(name) "
             "DO UPDATE SET fingerprint=excluded.fingerprint, place=excluded.place, "
             "revoked_at=excluded.revoked_at",
             device.name, device.fingerprint, device.place, toMilliseconds(device.revokedAt))
        .and_then([&] { return moveRightsMark(database_); });
}

base::Result<std::optional<Clerk>> SqlDirectory::clerk(const std::string& id) {
    if (const auto known = clerks_.find(id); known != clerks_.end())
        return known->second;
    auto found = one<Clerk>(database_.bare(), std::string(clerkColumns) + "WHERE id=?", readClerk, id);
    if (found && *found)
        clerks_.emplace(id, *found);
    return found;
}

base::Result<std::optional<Clerk>> SqlDirectory::clerkByIdentifier(const base::Identifier& identifier) {
    return one<Clerk>(
        database_,
        std::string(clerkColumns) +
            "WHERE identifier=? ORDER BY CASE WHEN left_at IS NULL THEN 0 ELSE 1 END, left_at DESC",
        readClerk, identifier.toString());
}

base::Result<std::optional<Clerk>> SqlDirectory::clerkBySubject(const std::string& subject) {
    if (subject.empty())
        return std::optional<Clerk>();
    return one<Clerk>(database_, std::string(clerkColumns) + "WHERE subject=? AND left_at IS NULL", readClerk,
                      subject);
}

base::Result<std::vector<Clerk>> SqlDirectory::clerks() {
    return all<Clerk>(database_, std::string(clerkColumns) + "ORDER BY id", readClerk);
}

base::Result<void> SqlDirectory::saveClerk(const Clerk& clerk) {
    clerks_.erase(clerk.id);
    return database_
        .run(
            "INSERT INTO clerks(id,identifier,name,institution,roles,left_at,places,source,subject) "
            "VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO "
            "UPDATE SET identifier=excluded.identifier, name=excluded.name, "
            "institution=excluded.institution, "
            "roles=excluded.roles, left_at=excluded.left_at, places=excluded.places, source=excluded.source, "
            "subject=excluded.subject",
            clerk.id, clerk.identifier.toString(), clerk.name, clerk.institution, joined(clerk.roles),
            toMilliseconds(clerk.leftAt), joined(clerk.places), clerk.source, clerk.subject)
        .and_then([&] { return moveRightsMark(database_); });
}

} // namespace vienlogs::server::store
