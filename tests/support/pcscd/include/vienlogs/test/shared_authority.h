// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace vienlogs::test {

/// Folder with ca.crt and ca.key of one authority for the cards of all tests, kept in the build's folder:
/// making its key of 4096 bits takes seconds, and who comes first makes it while the others wait.
[[nodiscard]] const std::filesystem::path& sharedAuthority();

/// Puts both into a folder of the test's own, unless it has an authority.
void placeAuthority(const std::filesystem::path& directory);

} // namespace vienlogs::test
