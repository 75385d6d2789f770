// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/samples.h"
#include "vienlogs/test/temporary_folder.h"

namespace vienlogs::store {

/// A store in a folder of its own, with a device's key.
class StoreTest : public ::testing::Test {
protected:
    StoreTest() { test::writeKey(deviceKey()); }

    [[nodiscard]] std::filesystem::path deviceKey() const { return folder / "device.key"; }
    [[nodiscard]] StoreOptions options() const { return {.directory = folder / "store", .device = "CES-01"}; }
    void open() {
        store.reset();
        auto opened = EncryptedStore::open(options(), deviceKey());
        ASSERT_TRUE(opened) << opened.error().code.text << ' ' << opened.error().detail;
        store = std::move(*opened);
    }
    /// The code that opening fails with, or nothing.
    [[nodiscard]] std::string openingCode() const {
        const auto opened = EncryptedStore::open(options(), deviceKey());
        return opened ? std::string() : std::string(opened.error().code.text);
    }
    domain::cases::Command record(const domain::cases::Command& command) {
        const auto recorded = store->record(command);
        EXPECT_TRUE(recorded) << recorded.error().code.text << recorded.error().detail;
        return recorded.value_or(command);
    }

    test::TemporaryFolder folder;
    std::unique_ptr<EncryptedStore> store;
};

} // namespace vienlogs::store
