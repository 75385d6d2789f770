// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "appended_file.h"
#include "files.h"
#include "vienlogs/acts/history.h"

namespace vienlogs::acts_tool {

/// An act's log on disk, held by one program at a time. What was appended is durable when append() returns.
class ActFile {
public:
    /// A new one; VL-BASE-0005 when the file is there already.
    [[nodiscard]] static base::Result<void> create(const std::filesystem::path& path, const base::Ulid& id,
                                                   acts::ActKind kind);
    /// What a killed program left unfinished at the end is cut off. VL-BASE-0005, VL-ACT-0006.
    [[nodiscard]] static base::Result<ActFile> open(const std::filesystem::path& path);

    [[nodiscard]] const acts::History& history() const { return history_; }
    /// The log itself. VL-BASE-0005.
    [[nodiscard]] base::Result<std::string> content() const { return file_.content(); }
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
    ActFile(AppendedFile file, acts::History history)
        : file_(std::move(file)), history_(std::move(history)) {}
    AppendedFile file_;
    acts::History history_;
};

/// A new file with the act as it stands, all by one author for one reason. VL-BASE-0005.
[[nodiscard]] base::Result<void> keepAct(const acts::Act& act, const std::filesystem::path& path,
                                         const std::string& author, const std::string& reason,
                                         const base::Clock& clock);

} // namespace vienlogs::acts_tool
