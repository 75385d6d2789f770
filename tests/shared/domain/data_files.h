// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

/// The data the server distributes, name → text, as the loaders take it.
inline std::map<std::string, std::string> dataFiles() {
    const std::filesystem::path root = std::filesystem::path(VIENLOGS_SOURCE_DIR) / "server" / "data";
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
        if (entry.path().extension() == ".json") {
            std::stringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            files[std::filesystem::relative(entry.path(), root).generic_string()] = text.str();
        }
    return files;
}
