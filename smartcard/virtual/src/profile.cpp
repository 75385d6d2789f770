// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/profile.h"

#include <algorithm>

namespace vienlogs::virtualcard {

namespace {

const base::Bytes seid{0x3B, 0xDB, 0x96, 0x00, 0x80, 0xB1, 0xFE, 0x45, 0x1F, 0x83, 0x00,
                       0x12, 0x42, 0x8F, 0x53, 0x65, 0x49, 0x44, 0x0F, 0x90, 0x00, 0x20};
const base::Bytes teid2{0x3B, 0xDC, 0x96, 0x00, 0x80, 0xB1, 0xFE, 0x45, 0x1F, 0x83, 0x00, 0x12,
                        0x42, 0x8F, 0x54, 0x65, 0x49, 0x44, 0x32, 0x0F, 0x90, 0x00, 0x12};

const std::vector<Profile>& profiles() {
    static const std::vector<Profile> all{
        {"seid-rsa", seid, false, false, {0x3401, 0x81, {0x02}, {}}, {0x341F, 0x9F, {0x42}, {}}},
        {"seid-ec", seid, true, false, {0x3402, 0x82, {0x04}, {0x3401}}, {0x341E, 0x9E, {0x54}, {0x341F}}},
        {"seid-ec-long",
         seid,
         true,
         false,
         {0x3402, 0x82, {0xFF, 0x20, 0x08, 0x00}, {0x3401}},
         {0x341E, 0x9E, {0xFF, 0x15, 0x08, 0x00}, {0x341F}}},
        {"teid2", teid2, true, true, {0x3401, 0x82, {0x04}, {}}, {0x341F, 0x9E, {0x54}, {}}},
    };
    return all;
}

} // namespace

std::optional<Profile> profileNamed(std::string_view name) {
    const auto found = std::find_if(profiles().begin(), profiles().end(),
                                    [&](const auto& profile) { return profile.name == name; });
    return found == profiles().end() ? std::nullopt : std::optional(*found);
}

std::vector<std::string_view> profileNames() {
    std::vector<std::string_view> names;
    for (const auto& profile : profiles())
        names.push_back(profile.name);
    return names;
}

} // namespace vienlogs::virtualcard
