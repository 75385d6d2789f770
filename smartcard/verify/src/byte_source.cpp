// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

class FileSource final : public ByteSource {
public:
    FileSource(int handle, std::uint64_t size) : handle_(handle), size_(size) {}
    ~FileSource() override { ::close(handle_); }
    std::uint64_t size() const override { return size_; }
    bool read(std::uint64_t at, std::span<std::uint8_t> into) override {
        while (!into.empty()) {
            const auto count = ::pread(handle_, into.data(), into.size(), static_cast<off_t>(at));
            if (count <= 0)
                return false;
            at += static_cast<std::uint64_t>(count);
            into = into.subspan(static_cast<std::size_t>(count));
        }
        return true;
    }

private:
    int handle_;
    std::uint64_t size_;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    bool read(std::uint64_t at, std::span<std::uint8_t> into) override {
        if (at > bytes_.size() || into.size() > bytes_.size() - at)
            return false;
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at), into.size(), into.begin());
        return true;
    }

private:
    std::span<const std::uint8_t> bytes_;
};

} // namespace

base::Result<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& file) {
    // Not to block for ever on a pipe that somebody calls a container.
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat about {};
    if (handle < 0 || ::fstat(handle, &about) != 0 || !S_ISREG(about.st_mode)) {
        if (handle >= 0)
            ::close(handle);
        return base::fail(codes::unreadable, "not a file that can be opened");
    }
    return std::make_unique<FileSource>(handle, static_cast<std::uint64_t>(about.st_size));
}

std::unique_ptr<ByteSource> viewBytes(std::span<const std::uint8_t> bytes) {
    return std::make_unique<MemorySource>(bytes);
}

} // namespace vienlogs::verify
