// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::store {

/// Files with the machine's secrets, each readable by its owner only (mode 0600 in a folder 0700). A file
/// that others may read is refused, not repaired: it may have been read already.
class Keyring {
public:
    explicit Keyring(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// 32 random bytes kept under a name; made the first time. VL-SRV-0030 when the mode is too open.
    [[nodiscard]] base::Result<base::Secret> rawKey(const std::string& name) const;
    /// The content of a file; VL-BASE-0003 when there is none.
    [[nodiscard]] base::Result<base::Secret> load(const std::string& name) const;
    /// Writes a new file, durable when it returns; never replaces one.
    [[nodiscard]] base::Result<void> save(const std::string& name, const base::Secret& content) const;
    /// Writes a file anew, whole or not at all.
    [[nodiscard]] base::Result<void> replace(const std::string& name, const base::Secret& content) const;
    /// Puts one file in the place of another, which is gone then; both or neither, also when it is cut off.
    [[nodiscard]] base::Result<void> takeOver(const std::string& from, const std::string& to) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    [[nodiscard]] base::Result<void> ensureFolder() const;
    std::filesystem::path folder_;
};

} // namespace vienlogs::server::store
