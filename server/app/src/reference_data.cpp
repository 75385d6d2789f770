// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/reference_data.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

constexpr std::size_t maxFiles = 2'000;
constexpr std::uintmax_t maxFileSize = 4 * 1024 * 1024;
constexpr std::string_view manifestName = "manifest.json";

base::Result<std::string> readFile(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::file_size(file, error) > maxFileSize || error)
        return base::fail(codes::referenceBroken, "size", file.filename().string());
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.good() && !stream.eof())
        return base::fail(codes::referenceBroken, "unreadable", file.filename().string());
    return text;
}

base::Result<std::vector<std::filesystem::path>> filesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->is_directory() && at->path().filename() == "registers")
            at.disable_recursion_pending();
        else if (at->is_regular_file() && at->path().extension() == ".json")
            files.push_back(at->path());
    }
    if (error || files.size() > maxFiles)
        return base::fail(codes::referenceBroken, "folder", folder.filename().string());
    std::sort(files.begin(), files.end());
    return files;
}

base::Result<std::int64_t> versionOf(const std::string& manifest) {
    const auto json = contract::parseJson(manifest);
    if (!json || !json->is_object() || !json->contains("version") || !json->at("version").is_number_integer())
        return base::fail(codes::referenceBroken, "no version", std::string(manifestName));
    return json->at("version").get<std::int64_t>();
}

} // namespace

base::Result<ReferenceData> ReferenceData::load(const std::filesystem::path& folder) {
    ReferenceData data;
    const auto files = filesIn(folder);
    if (!files)
        return base::fail(files.error());
    for (const auto& file : *files) {
        auto text = readFile(file);
        if (!text)
            return base::fail(text.error());
        const auto name = file.lexically_relative(folder).generic_string();
        if (!contract::parseJson(*text))
            return base::fail(codes::referenceBroken, "not JSON", name);
        if (name == manifestName) {
            const auto version = versionOf(*text);
            if (!version)
                return base::fail(version.error());
            data.manifest_.version = *version;
        }
        const auto sha256 = digest::toHex(digest::sha256(*text));
        data.manifest_.items.push_back({name, sha256, static_cast<std::int64_t>(text->size())});
        data.texts_[sha256] = std::move(*text);
    }
    if (data.manifest_.version < 1)
        return base::fail(codes::referenceBroken, "no version", std::string(manifestName));
    data.tag_ = digest::toHex(digest::sha256(contract::encode(data.manifest_)));
    return data;
}

base::Result<std::string> ReferenceData::item(const std::string& sha256) const {
    const auto found = texts_.find(sha256);
    if (found == texts_.end())
        return base::fail(base::codes::notFound);
    return found->second;
}

} // namespace vienlogs::server::app
