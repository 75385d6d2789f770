// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "vienlogs/virtualcard/authority.h"

namespace vienlogs::test {

/// One authority for the tests of all programs, kept in the build's folder: making its key of 4096 bits takes
/// seconds, and who comes first makes it while the others wait.
inline const std::filesystem::path& sharedAuthority() {
    static const auto directory = [] {
        auto made = std::filesystem::path(VIENLOGS_BIN_DIR).parent_path() / "test-authority";
        if (const auto authority = virtualcard::Authority::ofDirectory(made); !authority)
            throw std::runtime_error(authority.error().detail);
        return made;
    }();
    return directory;
}

/// Key and certificate of it in a folder of the test's own.
inline bool placeAuthority(const std::filesystem::path& directory) {
    std::filesystem::create_directories(directory);
    for (const auto* name : {"ca.crt", "ca.key"})
        std::filesystem::copy_file(sharedAuthority() / name, directory / name);
    return true;
}

} // namespace vienlogs::test
