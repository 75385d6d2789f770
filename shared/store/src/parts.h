// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "blob_table.h"
#include "case_table.h"
#include "file_lock.h"
#include "payment_table.h"
#include "reference_table.h"
#include "vienlogs/store/encrypted_store.h"

namespace vienlogs::store {

/// What an open store consists of. The lock is the first in and the last out.
struct EncryptedStore::Parts {
    Parts(FileLock held, std::unique_ptr<Database> opened, BlobFiles files,
          std::shared_ptr<const base::Clock> clock)
        : lock(std::move(held)), database(std::move(opened)), outbox(*database, std::move(clock)),
          cases(*database, outbox), blobs(*database, std::move(files)), references(*database),
          payments(*database) {}

    FileLock lock;
    std::unique_ptr<Database> database;
    Outbox outbox;
    CaseTable cases;
    BlobTable blobs;
    ReferenceTable references;
    PaymentTable payments;
    std::function<void()> queued = [] {};
};

} // namespace vienlogs::store
