// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "disk.h"

#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace vienlogs::simulation {

namespace {

// System calls have no place for an argument of ours; one thread runs the whole simulation.
Disk* current = nullptr; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

Disk::Scope::Scope(Disk& disk) : before_(current) {
    current = &disk;
}

Disk::Scope::~Scope() {
    current = before_;
}

Disk* Disk::inUse() {
    return current;
}

Disk::Answer Disk::ask(bool grows) {
    if (dead_)
        return Answer::Dead;
    if ((dying_ || filling_) && left_-- <= 0) {
        if (std::exchange(dying_, false)) {
            dead_ = true;
            return Answer::Half;
        }
        filling_ = false;
        full_ = true;
    }
    return full_ && grows ? Answer::NoSpace : Answer::Go;
}

namespace {

/// Asks the disk in use; sets errno and returns false when the change must not happen.
bool mayChange(bool grows) {
    const auto answer = current ? current->ask(grows) : Disk::Answer::Go;
    if (answer == Disk::Answer::Go)
        return true;
    errno = answer == Disk::Answer::NoSpace ? ENOSPC : EIO;
    return false;
}

/// The bytes of a write that get through; -1 with errno when none.
ssize_t lengthLetThrough(size_t size) {
    const auto answer = current ? current->ask(true) : Disk::Answer::Go;
    if (answer == Disk::Answer::Go)
        return static_cast<ssize_t>(size);
    if (answer == Disk::Answer::Half && size > 1)
        return static_cast<ssize_t>(size / 2);
    errno = answer == Disk::Answer::NoSpace ? ENOSPC : EIO;
    return -1;
}

} // namespace

} // namespace vienlogs::simulation

// The linker sends the stores' calls here (--wrap).
extern "C" {
ssize_t __real_write(int file, const void* bytes, size_t size);
ssize_t __real_pwrite(int file, const void* bytes, size_t size, off_t at);
int __real_ftruncate(int file, off_t size);
int __real_rename(const char* from, const char* to);
int __real_link(const char* from, const char* to);
int __real_unlink(const char* path);

using namespace vienlogs::simulation; // NOLINT(google-build-using-namespace)

ssize_t __wrap_write(int file, const void* bytes, size_t size) {
    const auto length = lengthLetThrough(size);
    return length < 0 ? length : __real_write(file, bytes, static_cast<size_t>(length));
}
ssize_t __wrap_pwrite(int file, const void* bytes, size_t size, off_t at) {
    const auto length = lengthLetThrough(size);
    return length < 0 ? length : __real_pwrite(file, bytes, static_cast<size_t>(length), at);
}
ssize_t __wrap_pwrite64(int file, const void* bytes, size_t size, off_t at) {
    return __wrap_pwrite(file, bytes, size, at);
}
int __wrap_ftruncate(int file, off_t size) {
    return mayChange(false) ? __real_ftruncate(file, size) : -1;
}
int __wrap_ftruncate64(int file, off_t size) {
    return __wrap_ftruncate(file, size);
}
// In memory nothing is written by them; whether they are called is what the tests with kill -9 look at.
int __wrap_fsync(int) {
    return mayChange(false) ? 0 : -1;
}
int __wrap_fdatasync(int file) {
    return __wrap_fsync(file);
}
int __wrap_rename(const char* from, const char* to) {
    return mayChange(false) ? __real_rename(from, to) : -1;
}
int __wrap_link(const char* from, const char* to) {
    return mayChange(false) ? __real_link(from, to) : -1;
}
int __wrap_unlink(const char* path) {
    return mayChange(false) ? __real_unlink(path) : -1;
}
}
