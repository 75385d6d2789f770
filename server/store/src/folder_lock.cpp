// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::server::store {

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& folder, Kind kind) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto file = folder / "in-use";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return base::fail(base::codes::fileUnreadable, "open", file.filename().string());
    FolderLock lock(descriptor);
    if (::flock(descriptor, (kind == Kind::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0)
        return base::fail(sqlcipher::codes::inUse, "the data folder");
    return lock;
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

} // namespace vienlogs::server::store
