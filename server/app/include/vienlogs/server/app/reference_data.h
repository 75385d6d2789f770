// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"

namespace vienlogs::server::app {

/// The data files that desks get: catalogue, forms, questionnaires, classifiers. Read once, immutable.
class ReferenceData {
public:
    /// Nothing to distribute: version 0.
    ReferenceData() = default;
    /// Every .json file below a folder whose manifest.json gives the version; register descriptions
    /// ("registers/") stay on the server. VL-SRV-0024 names the file that cannot be served.
    [[nodiscard]] static base::Result<ReferenceData> load(const std::filesystem::path& folder);

    [[nodiscard]] const contract::ReferenceManifest& manifest() const { return manifest_; }
    /// The text of an item by its digest; VL-BASE-0003 when no item has it.
    [[nodiscard]] base::Result<std::string> item(const std::string& sha256) const;
    /// Digest over the manifest, for ETag.
    [[nodiscard]] const std::string& tag() const { return tag_; }

private:
    contract::ReferenceManifest manifest_;
    std::map<std::string, std::string> texts_;
    std::string tag_ = "empty";
};

} // namespace vienlogs::server::app
