// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "vienlogs/base/result.h"

namespace vienlogs::acts_tool {

/// A file of lines that is only added to, held by one program at a time.
class AppendedFile {
public:
    /// VL-BASE-0005 when it is not there, unreadable or held by another program.
    [[nodiscard]] static base::Result<AppendedFile> open(const std::filesystem::path& path);
    /// The same, made empty when it is not there.
    [[nodiscard]] static base::Result<AppendedFile> openOrMake(const std::filesystem::path& path);
    AppendedFile(AppendedFile&& other) noexcept;
    AppendedFile(const AppendedFile&) = delete;
    AppendedFile& operator=(const AppendedFile&) = delete;
    AppendedFile& operator=(AppendedFile&&) = delete;
    ~AppendedFile();

    /// All of it. VL-BASE-0005, VL-OFFICE-0002 when too large.
    [[nodiscard]] base::Result<std::string> content() const;
    /// Drops what a killed program left unfinished after that many bytes. VL-BASE-0005.
    [[nodiscard]] base::Result<void> cutTo(std::size_t bytes) const;
    /// Durable when it returns. VL-BASE-0005.
    [[nodiscard]] base::Result<void> append(std::string_view lines) const;

private:
    AppendedFile(int file, std::filesystem::path path) : file_(file), path_(std::move(path)) {}
    [[nodiscard]] static base::Result<AppendedFile> opened(const std::filesystem::path& path, int flags);
    int file_;
    std::filesystem::path path_;
};

} // namespace vienlogs::acts_tool
