// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sign/source_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::sign {

namespace {

class DiskReader final : public FileReader {
public:
    DiskReader(int handle, std::string name) : handle_(handle), name_(std::move(name)) {}
    ~DiskReader() override { ::close(handle_); }
    DiskReader(const DiskReader&) = delete;
    DiskReader& operator=(const DiskReader&) = delete;

    base::Result<std::size_t> read(std::span<std::uint8_t> piece) override {
        std::size_t filled = 0;
        while (filled < piece.size()) {
            const auto got = ::read(handle_, piece.data() + filled, piece.size() - filled);
            if (got == 0)
                break;
            if (got > 0)
                filled += std::size_t(got);
            else if (errno != EINTR)
                return base::fail(base::codes::fileUnreadable, std::strerror(errno), name_);
        }
        return filled;
    }

private:
    int handle_;
    std::string name_;
};

class MemoryReader final : public FileReader {
public:
    explicit MemoryReader(const base::Bytes& content) : rest_(content) {}
    base::Result<std::size_t> read(std::span<std::uint8_t> piece) override {
        const auto size = std::min(piece.size(), rest_.size());
        std::copy_n(rest_.begin(), size, piece.begin());
        rest_ = rest_.subspan(size);
        return size;
    }

private:
    std::span<const std::uint8_t> rest_;
};

} // namespace

SourceFile fromDisk(const std::filesystem::path& file, std::string mediaType) {
    return {file.filename().string(), std::move(mediaType),
            [file]() -> base::Result<std::unique_ptr<FileReader>> {
                const auto name = file.filename().string();
                const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
                if (handle < 0)
                    return base::fail(base::codes::fileUnreadable, std::strerror(errno), name);
                return std::make_unique<DiskReader>(handle, name);
            }};
}

SourceFile fromMemory(const ports::ContainerFile& file) {
    return {file.name, file.mediaType,
            [&content = file.content]() -> base::Result<std::unique_ptr<FileReader>> {
                return std::make_unique<MemoryReader>(content);
            }};
}

} // namespace vienlogs::sign
