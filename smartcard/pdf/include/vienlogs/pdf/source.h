// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::pdf {

/// The largest file that is read or signed.
inline constexpr std::uint64_t mostFileBytes = 200ULL << 20;

/// The bytes of a PDF, read piece by piece, so that a large file never lies in memory.
class Source {
public:
    virtual ~Source() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills `into` from `offset` on. VL-PDF-0001 when that reaches past the end or the file cannot be read.
    [[nodiscard]] virtual base::Result<void> read(std::uint64_t offset, std::span<char> into) const = 0;
};

/// A file. One that is changed meanwhile gives wrong bytes, which the signature then shows.
class FileSource final : public Source {
public:
    /// VL-PDF-0001 when it cannot be opened, VL-PDF-0002 when it has more than mostFileBytes.
    [[nodiscard]] static base::Result<std::unique_ptr<FileSource>> open(const std::filesystem::path& file);
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] base::Result<void> read(std::uint64_t offset, std::span<char> into) const override;

private:
    FileSource(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
    int descriptor_;
    std::uint64_t size_;
};

/// Bytes in memory.
class MemorySource final : public Source {
public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    [[nodiscard]] base::Result<void> read(std::uint64_t offset, std::span<char> into) const override;

private:
    std::string bytes_;
};

/// A source and what was appended to it; refers to both.
class ExtendedSource final : public Source {
public:
    ExtendedSource(const Source& start, const std::string& more) : start_(start), more_(more) {}
    [[nodiscard]] std::uint64_t size() const override { return start_.size() + more_.size(); }
    [[nodiscard]] base::Result<void> read(std::uint64_t offset, std::span<char> into) const override;

private:
    const Source& start_;
    const std::string& more_;
};

/// Writes the source and what is to be appended to a file that appears whole or not at all. VL-BASE-0005.
[[nodiscard]] base::Result<void> writeExtended(const Source& start, const std::string& more,
                                               const std::filesystem::path& file);

} // namespace vienlogs::pdf
