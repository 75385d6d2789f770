// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/shared_authority.h"

#include <stdexcept>

#include "vienlogs/virtualcard/authority.h"

namespace vienlogs::test {

const std::filesystem::path& sharedAuthority() {
    static const auto directory = [] {
        auto made = std::filesystem::path(VIENLOGS_BIN_DIR).parent_path() / "test-authority";
        if (const auto authority = virtualcard::Authority::ofDirectory(made); !authority)
            throw std::runtime_error(authority.error().detail);
        return made;
    }();
    return directory;
}

void placeAuthority(const std::filesystem::path& directory) {
    std::filesystem::create_directories(directory);
    if (std::filesystem::exists(directory / "ca.key"))
        return;
    for (const auto* name : {"ca.crt", "ca.key"})
        std::filesystem::copy_file(sharedAuthority() / name, directory / name);
}

} // namespace vienlogs::test
