// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::server::app {

/// What devices have sent of blobs that are not whole yet. Each device has its own pieces: so the whole
/// proves that this device had every byte, and nobody can spoil what another is sending. Files only; called
/// from many threads, each upload from one.
class Uploads {
public:
    explicit Uploads(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Begins or goes on. VL-SRV-0020 when it was begun with another size, VL-SRV-0025 when the device has
    /// Blobs::mostUnfinished others that were touched within Blobs::keepUnfinished; older ones are removed.
    [[nodiscard]] base::Result<void> begin(const std::string& device, const std::string& sha256,
                                           std::int64_t size) const;
    /// The size that was announced; VL-BASE-0003 when nothing was.
    [[nodiscard]] base::Result<std::int64_t> sizeOf(const std::string& device,
                                                    const std::string& sha256) const;
    [[nodiscard]] std::vector<int> missing(const std::string& device, const std::string& sha256,
                                           std::int64_t size) const;
    [[nodiscard]] std::filesystem::path piece(const std::string& device, const std::string& sha256,
                                              int number) const;
    /// The file of what came of a piece before the line broke.
    [[nodiscard]] std::filesystem::path part(const std::string& device, const std::string& sha256,
                                             int number) const;
    /// Removes what no device has touched within Blobs::keepUnfinished; a device that never comes again
    /// makes no room by itself.
    void forgetOld() const;
    void forget(const std::string& device, const std::string& sha256) const;

private:
    [[nodiscard]] std::filesystem::path folderOf(const std::string& device) const;
    /// Removes the old uploads of a device's folder; how many are left.
    static std::size_t forgetOldIn(const std::filesystem::path& folder);
    [[nodiscard]] base::Result<void> makeRoom(const std::string& device) const;

    std::filesystem::path folder_;
};

} // namespace vienlogs::server::app
