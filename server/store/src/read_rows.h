// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.h"
#include "vienlogs/server/store/rows.h"

/// Rows that are read by their key one by one, and many at once.
namespace vienlogs::server::store {

constexpr std::string_view clerkColumns =
    "SELECT id,identifier,name,institution,roles,left_at,places,source,subject FROM clerks ";
[[nodiscard]] base::Result<Clerk> readClerk(const SqlRow& row);

constexpr std::string_view commandColumns =
    "SELECT device,key,stream,epoch,sequence,fingerprint,status,failure_code,failure_argument,version,"
    "received_at FROM commands WHERE key";
[[nodiscard]] base::Result<StoredCommand> readCommand(const SqlRow& row);

constexpr std::string_view contactColumns =
    "SELECT id,place,device,clerk,channel,opened_at,ended_at,client,identity_level,outcome FROM contacts "
    "WHERE id";
[[nodiscard]] base::Result<Contact> readContact(const SqlRow& row);

} // namespace vienlogs::server::store
