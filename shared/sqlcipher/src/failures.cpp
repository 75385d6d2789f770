// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <cerrno>

#include "sqlite.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::sqlcipher {

namespace {

base::FailureCode codeFor(int primary, int systemError) {
    if (systemError == ENOSPC || systemError == EDQUOT)
        return base::codes::diskFull;
    switch (primary) {
    case SQLITE_FULL:
        return base::codes::diskFull;
    case SQLITE_NOTADB:
        return codes::wrongKey;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return codes::inUse;
    case SQLITE_CORRUPT:
        return codes::damaged;
    case SQLITE_CONSTRAINT:
        return codes::constraint;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return base::codes::fileUnreadable;
    default:
        return base::codes::internal;
    }
}

} // namespace

tl::unexpected<base::Failure> failureOf(sqlite3* handle, int code, std::string_view doing) {
    const int extended = handle ? sqlite3_extended_errcode(handle) : code;
    const int primary = code & 0xff;
    const bool io = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN;
    const int systemError = handle && io ? sqlite3_system_errno(handle) : 0;
    const auto failureCode = codeFor(primary, systemError);
    std::string detail = std::string(doing) + ": SQLite " + std::to_string(extended);
    if (handle && failureCode == base::codes::internal)
        detail += std::string(" ") + sqlite3_errmsg(handle);
    return base::fail(failureCode, std::move(detail),
                      failureCode == base::codes::fileUnreadable ? "store" : "");
}

} // namespace vienlogs::sqlcipher
