// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "appended_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

#include "files.h"

namespace vienlogs::acts_tool {

namespace {

constexpr std::size_t mostBytes = 500'000'000;

} // namespace

base::Result<AppendedFile> AppendedFile::opened(const std::filesystem::path& path, int flags) {
    const int file = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK | flags, 0600);
    if (file < 0)
        return failed("open", path);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return failed("another program holds it", path);
    }
    return AppendedFile(file, path);
}

base::Result<AppendedFile> AppendedFile::open(const std::filesystem::path& path) {
    return opened(path, 0);
}

base::Result<AppendedFile> AppendedFile::openOrMake(const std::filesystem::path& path) {
    return opened(path, O_CREAT);
}

AppendedFile::AppendedFile(AppendedFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}

AppendedFile::~AppendedFile() {
    if (file_ >= 0)
        ::close(file_);
}

base::Result<std::string> AppendedFile::content() const {
    return readAll(file_, path_, mostBytes);
}

base::Result<void> AppendedFile::cutTo(std::size_t bytes) const {
    return ::ftruncate(file_, off_t(bytes)) == 0 ? base::Result<void>{} : failed("truncate", path_);
}

base::Result<void> AppendedFile::append(std::string_view lines) const {
    return writeAll(file_, lines) ? base::Result<void>{} : failed("append", path_);
}

} // namespace vienlogs::acts_tool
