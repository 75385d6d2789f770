// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <zlib.h>

#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"

namespace vienlogs::test {

/// One entry of an archive made by hand, with all the lies that it may tell.
struct MadeEntry {
    std::string name;
    base::Bytes content;
    std::string localName{}; ///< Another name before the data than in the directory.
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t attributes = 0;
    std::optional<std::uint32_t> saysSize{}; ///< Instead of the true one.
    std::optional<std::uint32_t> saysPacked{};
    std::optional<std::uint32_t> saysPlace{}; ///< Where its local header is.
    std::optional<std::uint32_t> crc{};
    std::string before{}; ///< Bytes in front of it that belong to nobody.
};

class ZipMaker {
public:
    static base::Bytes make(const std::vector<MadeEntry>& entries, std::optional<std::uint16_t> count = {}) {
        std::string body, directory;
        for (const auto& entry : entries) {
            body += entry.before;
            const auto place = entry.saysPlace.value_or(std::uint32_t(body.size()));
            const auto local = entry.localName.empty() ? entry.name : entry.localName;
            body += "PK\x03\x04" + common(entry, local) + local;
            body.append(entry.content.begin(), entry.content.end());
            directory += "PK\x01\x02" + number(0x0314, 2) + common(entry, entry.name) + number(0, 6) +
                         number(entry.attributes, 4) + number(place, 4) + entry.name;
        }
        const auto said = count.value_or(std::uint16_t(entries.size()));
        const auto end = "PK\x05\x06" + number(0, 4) + number(said, 2) + number(said, 2) +
                         number(directory.size(), 4) + number(body.size(), 4) + number(0, 2);
        return base::bytesOf(body + directory + end);
    }

private:
    static std::string number(std::uint64_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text.push_back(char(value >> 8 * i));
        return text;
    }
    static std::string common(const MadeEntry& entry, const std::string& name) {
        const auto crc = entry.crc.value_or(
            std::uint32_t(::crc32(0, entry.content.data(), unsigned(entry.content.size()))));
        return number(20, 2) + number(entry.flags, 2) + number(entry.method, 2) + number(0, 4) +
               number(crc, 4) + number(entry.saysPacked.value_or(std::uint32_t(entry.content.size())), 4) +
               number(entry.saysSize.value_or(std::uint32_t(entry.content.size())), 4) +
               number(name.size(), 2) + number(0, 2);
    }
};

} // namespace vienlogs::test
