// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <filesystem>

#include "direct_channel.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/test/shared_authority.h"

namespace vienlogs::test {

using namespace vienlogs::virtualcard;
using card::EidCard;
using ports::PinKind;
namespace codes = card::codes;

inline Person person(const char* given, const char* code) {
    return {given, "Bērziņš", *base::Identifier::latvianPersonalCode(code)};
}

inline VirtualCard makeVirtual(std::string_view profile, const Person& holder, CardOrder order = {}) {
    order.authorityDirectory = sharedAuthority();
    auto image = makeCard(*profileNamed(profile), holder, order);
    if (!image)
        throw std::runtime_error(image.error().detail);
    return VirtualCard(std::move(*image), [](const CardImage&) {});
}

class EidCardTest : public testing::Test {
protected:
    base::Result<std::unique_ptr<EidCard>> open() {
        return EidCard::open(std::make_unique<test::DirectChannel>(slot), *trust(), clock, cache);
    }
    static const base::Result<card::TrustStore>& trust() {
        static const auto store = [] { return card::TrustStore::fromDirectory(sharedAuthority()); }();
        return store;
    }
    base::SystemClock clock;
    card::LayoutCache cache;
    test::Slot slot;
    const base::Secret pin1{"1234"}, pin2{"123456"};
    const base::Bytes challenge = base::bytesOf("a challenge of the server");
};

class EveryProfile : public EidCardTest, public testing::WithParamInterface<std::string_view> {
protected:
    static bool isRsa() { return GetParam() == "seid-rsa" || GetParam() == "g1"; }
};

/// The profiles of cards that hold what an eID card holds.
inline std::vector<std::string_view> eidProfiles() {
    auto names = profileNames();
    std::erase_if(names, [](auto name) { return profileNamed(name)->applications == Applications::None; });
    return names;
}

inline std::string testName(const testing::TestParamInfo<std::string_view>& profile) {
    std::string name(profile.param);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

} // namespace vienlogs::test
