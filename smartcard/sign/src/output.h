// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::sign {

/// Where a container is written to.
class Output {
public:
    virtual ~Output() = default;
    [[nodiscard]] virtual base::Result<void> append(std::span<const std::uint8_t> bytes) = 0;
    /// Overwrites what was appended before.
    [[nodiscard]] virtual base::Result<void> patch(std::uint64_t at, std::span<const std::uint8_t> bytes) = 0;
};

class MemoryOutput final : public Output {
public:
    base::Result<void> append(std::span<const std::uint8_t> bytes) override;
    base::Result<void> patch(std::uint64_t at, std::span<const std::uint8_t> bytes) override;
    [[nodiscard]] base::Bytes take() { return std::move(bytes_); }

private:
    base::Bytes bytes_;
};

/// A file that takes its name when it is whole, and else is removed.
class FileOutput final : public Output {
public:
    /// VL-BASE-0005 if it cannot be written there; VL-BASE-0004 later when the disk is full.
    [[nodiscard]] static base::Result<std::unique_ptr<FileOutput>> create(const std::filesystem::path& file);
    ~FileOutput() override;
    FileOutput(const FileOutput&) = delete;
    FileOutput& operator=(const FileOutput&) = delete;
    base::Result<void> append(std::span<const std::uint8_t> bytes) override;
    base::Result<void> patch(std::uint64_t at, std::span<const std::uint8_t> bytes) override;
    /// Durable, under its name.
    [[nodiscard]] base::Result<void> finish();

private:
    FileOutput(int handle, std::filesystem::path part, std::filesystem::path file)
        : handle_(handle), part_(std::move(part)), file_(std::move(file)) {}
    int handle_;
    std::filesystem::path part_, file_;
};

} // namespace vienlogs::sign
