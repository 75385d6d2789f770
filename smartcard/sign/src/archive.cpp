// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "archive.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "names.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr std::uint64_t longestPart = 16U << 20;
constexpr std::size_t mostSignatureFiles = 100;
constexpr const char* unknownType = "application/octet-stream";
constexpr const char* manifestSpace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

struct CloseEntry {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using EntryPtr = std::unique_ptr<zip_file_t, CloseEntry>;

tl::unexpected<base::Failure> unreadable(const std::string& why) {
    return base::fail(codes::notContainer, why);
}

/// Calls `take` with every piece; fails on an entry whose checksum is wrong.
template<typename Take>
base::Result<void> readEntry(zip_t* archive, zip_uint64_t index, std::uint64_t most, Take take) {
    const EntryPtr entry(zip_fopen_index(archive, index, 0));
    base::Bytes piece(std::size_t(256) << 10);
    std::uint64_t total = 0;
    while (entry) {
        const auto got = zip_fread(entry.get(), piece.data(), piece.size());
        if (got < 0)
            break;
        if (got == 0)
            return {};
        total += std::uint64_t(got);
        if (total > most)
            return base::fail(codes::tooLarge);
        take(std::span<const std::uint8_t>(piece).first(std::size_t(got)));
    }
    return unreadable("an entry that cannot be read");
}

std::map<std::string, std::string> typesIn(const base::Bytes& manifest) {
    std::map<std::string, std::string> types;
    const auto document = xml::parse(manifest);
    auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    const auto attribute = [](xmlNode* node, const char* name) {
        auto* text = xmlGetNsProp(node, BAD_CAST name, BAD_CAST manifestSpace);
        std::string value = text ? reinterpret_cast<const char*>(text) : "";
        xmlFree(text);
        return value;
    };
    for (auto* node : xml::children(root, manifestSpace, "file-entry"))
        types[attribute(node, "full-path")] = attribute(node, "media-type");
    return types;
}

bool isData(const std::string& name) {
    return name != "mimetype" && !inSmallLetters(name).starts_with("meta-inf/") && !name.ends_with('/');
}

} // namespace

base::Result<Archive> Archive::open(const std::filesystem::path& file) {
    Archive archive;
    int error = 0;
    archive.archive_.reset(zip_open(file.c_str(), ZIP_CHECKCONS, &error));
    return archive.look().map([&] { return std::move(archive); });
}

base::Result<Archive> Archive::open(const base::Bytes& bytes) {
    Archive archive;
    // A copy of its own: libzip 1.7 frees bytes that it was only lent, once it has written over them.
    auto* copy = std::malloc(std::max<std::size_t>(bytes.size(), 1));
    if (copy)
        std::copy(bytes.begin(), bytes.end(), static_cast<std::uint8_t*>(copy));
    archive.memory_.reset(copy ? zip_source_buffer_create(copy, bytes.size(), 1, nullptr) : nullptr);
    if (!archive.memory_) {
        std::free(copy);
        return base::fail(codes::notBuilt, "memory for an archive");
    }
    zip_source_keep(archive.memory_.get()); // opening takes the other hold
    archive.archive_.reset(zip_open_from_source(archive.memory_.get(), ZIP_CHECKCONS, nullptr));
    if (!archive.archive_)
        zip_source_free(archive.memory_.get());
    return archive.look().map([&] { return std::move(archive); });
}

base::Result<void> Archive::look() {
    if (!archive_)
        return unreadable("not a ZIP archive");
    const auto count = zip_get_num_entries(archive_.get(), 0);
    if (count < 1 || std::size_t(count) > mostFiles + mostSignatureFiles + 10)
        return count < 1 ? base::Result<void>(unreadable("empty")) : base::fail(codes::tooLarge);
    std::set<std::string> known;
    std::uint64_t bytes = 0;
    for (zip_uint64_t i = 0; i < zip_uint64_t(count); ++i) {
        zip_stat_t about;
        if (zip_stat_index(archive_.get(), i, 0, &about) != 0 || !(about.valid & ZIP_STAT_SIZE))
            return unreadable("an entry without size");
        names_.emplace_back(about.name);
        if (!isHarmlessName(names_.back()) || !known.insert(inSmallLetters(names_.back())).second)
            return unreadable("an entry's name");
        if (about.size > mostBytes || (bytes += about.size) > mostBytes)
            return base::fail(codes::tooLarge);
    }
    if (signatureNames().size() > mostSignatureFiles)
        return base::fail(codes::tooLarge);
    return checkType();
}

base::Result<void> Archive::checkType() const {
    const auto type = names_.front() == "mimetype" ? content("mimetype") : unreadable("no media type");
    if (!type)
        return base::fail(type.error());
    return *type == base::bytesOf(containerType) ? base::Result<void>() : unreadable("another media type");
}

base::Result<base::Bytes> Archive::content(const std::string& name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end())
        return unreadable("no such entry");
    base::Bytes bytes;
    return readEntry(archive_.get(), zip_uint64_t(found - names_.begin()), longestPart,
                     [&](auto piece) { bytes.insert(bytes.end(), piece.begin(), piece.end()); })
        .map([&] { return std::move(bytes); });
}

base::Result<std::vector<SignedFile>> Archive::files() const {
    const auto manifest = content(manifestName);
    const auto types = manifest ? typesIn(*manifest) : std::map<std::string, std::string>();
    std::vector<SignedFile> files;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!isData(names_[i]))
            continue;
        digest::Sha256Stream hash;
        if (auto read = readEntry(archive_.get(), i, mostBytes, [&](auto piece) { hash.add(piece); }); !read)
            return base::fail(std::move(read.error()));
        const auto digest = hash.finish();
        const auto type = types.find(names_[i]);
        files.push_back({names_[i],
                         type == types.end() || type->second.empty() ? unknownType : type->second,
                         {digest.begin(), digest.end()}});
    }
    if (files.empty())
        return unreadable("no file");
    return files;
}

std::vector<std::string> Archive::signatureNames() const {
    std::vector<std::string> found;
    std::copy_if(names_.begin(), names_.end(), std::back_inserter(found), isSignatureName);
    return found;
}

int Archive::freeNumber() const {
    int number = 0;
    const auto taken = [&] {
        return std::any_of(names_.begin(), names_.end(), [&](const auto& name) {
            return inSmallLetters(name) == inSmallLetters(signatureName(number));
        });
    };
    while (taken())
        ++number;
    return number;
}

base::Result<void> Archive::put(const std::string& name, base::Bytes content) {
    const auto& kept = put_.emplace_back(std::move(content));
    auto* source = zip_source_buffer(archive_.get(), kept.data(), kept.size(), 0);
    const auto at = source ? zip_file_add(archive_.get(), name.c_str(), source, ZIP_FL_OVERWRITE) : -1;
    if (at < 0) {
        zip_source_free(source);
        return base::fail(codes::notBuilt, zip_strerror(archive_.get()));
    }
    zip_set_file_compression(archive_.get(), zip_uint64_t(at), ZIP_CM_DEFLATE, 0);
    return {};
}

base::Result<void> Archive::close() {
    if (zip_close(archive_.get()) != 0)
        return base::fail(codes::notBuilt, zip_strerror(archive_.get()));
    (void)archive_.release(); // closed
    return {};
}

base::Result<base::Bytes> Archive::bytes() const {
    zip_stat_t about;
    if (zip_source_open(memory_.get()) != 0 || zip_source_stat(memory_.get(), &about) != 0)
        return base::fail(codes::notBuilt, "reading the archive back");
    base::Bytes bytes(about.size);
    const bool whole =
        zip_source_read(memory_.get(), bytes.data(), bytes.size()) == zip_int64_t(bytes.size());
    zip_source_close(memory_.get());
    if (!whole)
        return base::fail(codes::notBuilt, "reading the archive back");
    return bytes;
}

} // namespace vienlogs::sign
