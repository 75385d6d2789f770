// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

#include "durable_file.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::store {

base::Result<FileLock> FileLock::take(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fileFailure(file, "open");
    FileLock lock(descriptor, false);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(std::exchange(lock.descriptor_, -1)); // not ours to mark as closed in order
        return base::fail(sqlcipher::codes::inUse, "store.lock is held");
    }
    char mark = 0;
    lock.wasBroken_ = ::pread(descriptor, &mark, 1, 0) == 1;
    if (::pwrite(descriptor, "1", 1, 0) != 1)
        return fileFailure(file, "write");
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), wasBroken_(other.wasBroken_) {}

FileLock::~FileLock() {
    if (descriptor_ < 0)
        return;
    [[maybe_unused]] const int emptied = ::ftruncate(descriptor_, 0); // else the next start checks once more
    ::close(descriptor_);
}

} // namespace vienlogs::store
