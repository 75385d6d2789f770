// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "durable_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::store {

namespace {

std::filesystem::path unfinished(std::filesystem::path target) {
    return target += ".tmp";
}

} // namespace

tl::unexpected<base::Failure> fileFailure(const std::filesystem::path& path, const char* call) {
    const int error = errno;
    if (error == ENOSPC || error == EDQUOT)
        return base::fail(base::codes::diskFull, call);
    return base::fail(base::codes::fileUnreadable, std::string(call) + ": errno " + std::to_string(error),
                      path.filename().string());
}

base::Result<DurableFile> DurableFile::create(std::filesystem::path target) {
    const auto path = unfinished(target);
    ::unlink(path.c_str()); // what a killed program left
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fileFailure(target, "open");
    return DurableFile(std::move(target), descriptor);
}

DurableFile::DurableFile(DurableFile&& other) noexcept
    : target_(std::move(other.target_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

DurableFile::~DurableFile() {
    if (descriptor_ < 0)
        return;
    ::close(descriptor_);
    ::unlink(unfinished(target_).c_str());
}

base::Result<void> DurableFile::write(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fileFailure(target_, "write");
        bytes = bytes.subspan(std::size_t(written));
    }
    return {};
}

base::Result<void> DurableFile::commit() {
    if (::fsync(descriptor_) != 0)
        return fileFailure(target_, "fsync");
    if (::rename(unfinished(target_).c_str(), target_.c_str()) != 0)
        return fileFailure(target_, "rename");
    ::close(std::exchange(descriptor_, -1));
    const int folder = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return fileFailure(target_, "open folder");
    const int synced = ::fsync(folder);
    ::close(folder);
    if (synced != 0)
        return fileFailure(target_, "fsync folder");
    return {};
}

base::Result<base::Bytes> readFile(const std::filesystem::path& path, std::uint64_t offset,
                                   std::size_t size) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fileFailure(path, "open");
    base::Bytes bytes(size);
    std::size_t at = 0;
    ssize_t got = 0;
    while (at < size && (got = ::pread(descriptor, bytes.data() + at, size - at, off_t(offset + at))) > 0)
        at += std::size_t(got);
    const auto failed = got < 0 ? std::optional(fileFailure(path, "read")) : std::nullopt;
    ::close(descriptor);
    if (failed)
        return *failed;
    bytes.resize(at);
    return bytes;
}

} // namespace vienlogs::store
