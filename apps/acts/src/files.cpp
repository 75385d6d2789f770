// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/failures.h"

namespace vienlogs::acts_tool {

using base::fail;

tl::unexpected<base::Failure> failed(const char* what, const std::filesystem::path& path) {
    return fail(base::codes::fileUnreadable, std::string(what) + ": errno " + std::to_string(errno),
                path.filename().string());
}

bool writeAll(int file, std::string_view content) {
    while (!content.empty()) {
        const auto count = ::write(file, content.data(), content.size());
        if (count < 0 && errno != EINTR)
            return false;
        content.remove_prefix(count > 0 ? std::size_t(count) : 0);
    }
    return ::fsync(file) == 0;
}

base::Result<std::string> readAll(int file, const std::filesystem::path& path, std::size_t most) {
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
        return failed("stat", path);
    if (std::size_t(status.st_size) > most)
        return fail(office::codes::tooLarge, "file");
    std::string content(std::size_t(status.st_size), '\0');
    std::size_t at = 0;
    while (at < content.size()) {
        const auto count = ::pread(file, content.data() + at, content.size() - at, off_t(at));
        if (count <= 0)
            return failed("read", path);
        at += std::size_t(count);
    }
    return content;
}

base::Result<std::string> readFile(const std::filesystem::path& path, std::size_t most) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return failed("open", path);
    auto content = readAll(file, path, most);
    ::close(file);
    return content;
}

base::Result<void> writeFile(const std::filesystem::path& path, std::string_view content) {
    auto beside = path;
    beside += ".new";
    const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0)
        return failed("create", path);
    const bool written = writeAll(file, content);
    ::close(file);
    if (!written || ::rename(beside.c_str(), path.c_str()) != 0)
        return failed("write", path);
    return {};
}

} // namespace vienlogs::acts_tool
