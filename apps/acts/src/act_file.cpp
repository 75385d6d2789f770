// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "act_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "vienlogs/acts/log_codec.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/office/failures.h"

namespace vienlogs::acts_tool {

using base::fail;

namespace {

constexpr std::size_t mostLogBytes = 500'000'000;

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

} // namespace

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

base::Result<void> ActFile::create(const std::filesystem::path& path, const base::Ulid& id,
                                   acts::ActKind kind) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return failed("create", path);
    const bool written = writeAll(file, acts::headLine(id, kind) + "\n");
    ::close(file);
    return written ? base::Result<void>{} : failed("write", path);
}

base::Result<ActFile> ActFile::open(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return failed("open", path);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return failed("another program holds it", path);
    }
    const auto content = readAll(file, path, mostLogBytes);
    auto log = content ? acts::readLog(*content) : fail(content.error());
    if (log && log->torn && ::ftruncate(file, off_t(log->goodBytes)) != 0)
        log = failed("truncate", path);
    if (!log) {
        ::close(file);
        return fail(log.error());
    }
    return ActFile(file, std::move(log->history));
}

ActFile::ActFile(ActFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), history_(std::move(other.history_)) {}

ActFile::~ActFile() {
    if (file_ >= 0)
        ::close(file_);
}

base::Result<void> ActFile::append(const std::vector<acts::Operation>& operations, const std::string& author,
                                   const std::string& reason, const base::Clock& clock) {
    std::vector<Step> steps;
    for (const auto& operation : operations)
        steps.push_back({operation, reason});
    return append(steps, author, clock);
}

base::Result<void> ActFile::append(const std::vector<Step>& steps, const std::string& author,
                                   const base::Clock& clock) {
    auto history = history_;
    std::string lines;
    for (const auto& [operation, reason] : steps) {
        // A clock set back must not make an entry older than the one before it.
        const auto last = history.entries().empty() ? base::Timestamp{} : history.entries().back().time;
        acts::Entry entry{base::Ulid::make(clock), std::max(clock.now(), last), author, reason, operation};
        lines += acts::entryLine(entry) + "\n";
        if (auto added = history.append(std::move(entry)); !added)
            return added;
    }
    if (!writeAll(file_, lines))
        return fail(base::codes::fileUnreadable, "append: errno " + std::to_string(errno));
    history_ = std::move(history);
    return {};
}

} // namespace vienlogs::acts_tool
