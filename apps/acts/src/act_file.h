// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "vienlogs/acts/history.h"

namespace vienlogs::acts_tool {

/// VL-BASE-0005 when it cannot be read, VL-OFFICE-0002 beyond `most` bytes.
[[nodiscard]] base::Result<std::string> readFile(const std::filesystem::path& path, std::size_t most);
/// Whole or not at all: written beside, made durable, then renamed. VL-BASE-0005.
[[nodiscard]] base::Result<void> writeFile(const std::filesystem::path& path, std::string_view content);

/// An act's log on disk, held by one program at a time. What was appended is durable when append() returns.
class ActFile {
public:
    /// A new one; VL-BASE-0005 when the file is there already.
    [[nodiscard]] static base::Result<void> create(const std::filesystem::path& path, const base::Ulid& id,
                                                   acts::ActKind kind);
    /// What a killed program left unfinished at the end is cut off. VL-BASE-0005, VL-ACT-0006.
    [[nodiscard]] static base::Result<ActFile> open(const std::filesystem::path& path);
    ActFile(ActFile&& other) noexcept;
    ActFile(const ActFile&) = delete;
    ActFile& operator=(const ActFile&) = delete;
    ActFile& operator=(ActFile&&) = delete;
    ~ActFile();

    [[nodiscard]] const acts::History& history() const { return history_; }
    /// One operation and why.
    struct Step {
        acts::Operation operation;
        std::string reason;
    };
    [[nodiscard]] base::Result<void> append(const std::vector<Step>& steps, const std::string& author,
                                            const base::Clock& clock);
    /// All of them durable together, or the first refused one's failure and none.
    [[nodiscard]] base::Result<void> append(const std::vector<acts::Operation>& operations,
                                            const std::string& author, const std::string& reason,
                                            const base::Clock& clock);

private:
    ActFile(int file, acts::History history) : file_(file), history_(std::move(history)) {}
    int file_;
    acts::History history_;
};

} // namespace vienlogs::acts_tool
