// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::sign {

namespace {

tl::unexpected<base::Failure> lastError(const std::filesystem::path& file) {
    const auto code = errno == ENOSPC ? base::codes::diskFull : base::codes::fileUnreadable;
    return base::fail(code, std::strerror(errno), file.filename().string());
}

} // namespace

base::Result<void> MemoryOutput::append(std::span<const std::uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return {};
}

base::Result<void> MemoryOutput::patch(std::uint64_t at, std::span<const std::uint8_t> bytes) {
    std::copy(bytes.begin(), bytes.end(), bytes_.begin() + long(at));
    return {};
}

base::Result<std::unique_ptr<FileOutput>> FileOutput::create(const std::filesystem::path& file) {
    auto part = file.string() + ".XXXXXX";
    const int handle = ::mkostemp(part.data(), O_CLOEXEC);
    if (handle < 0)
        return lastError(file);
    return std::unique_ptr<FileOutput>(new FileOutput(handle, part, file));
}

FileOutput::~FileOutput() {
    ::close(handle_);
    std::error_code ignored;
    if (!part_.empty())
        std::filesystem::remove(part_, ignored);
}

base::Result<void> FileOutput::append(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(handle_, bytes.data(), bytes.size());
        if (written >= 0)
            bytes = bytes.subspan(std::size_t(written));
        else if (errno != EINTR)
            return lastError(file_);
    }
    return {};
}

base::Result<void> FileOutput::patch(std::uint64_t at, std::span<const std::uint8_t> bytes) {
    if (::pwrite(handle_, bytes.data(), bytes.size(), off_t(at)) != ssize_t(bytes.size()))
        return lastError(file_);
    return {};
}

base::Result<void> FileOutput::finish() {
    if (::fsync(handle_) != 0 || ::rename(part_.c_str(), file_.c_str()) != 0)
        return lastError(file_);
    part_.clear();
    return {};
}

} // namespace vienlogs::sign
