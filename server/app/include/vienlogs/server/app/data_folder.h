// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>

#include "vienlogs/base/result.h"
#include "vienlogs/server/app/audit_key.h"
#include "vienlogs/server/store/keyring.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Where things lie below the server's data folder; one description for the server and its administration.
struct DataFolder {
    std::filesystem::path root;

    [[nodiscard]] store::Keyring keyring() const { return store::Keyring(root / "keyring"); }
    [[nodiscard]] std::filesystem::path storeFile() const { return root / "server.db"; }
    [[nodiscard]] std::filesystem::path blobs() const { return root / "blobs"; }
    [[nodiscard]] std::filesystem::path cardIssuers() const { return root / "card-ca"; }
    [[nodiscard]] std::filesystem::path caCertificate() const { return root / "ca" / "ca.pem"; }
    [[nodiscard]] std::filesystem::path serverCertificate() const { return root / "ca" / "server.pem"; }
    [[nodiscard]] std::filesystem::path auditPublicKey() const { return root / "ca" / "audit.pem"; }
};

/// Opens the store with the key of the keyring; makes both the first time.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>> openStore(const DataFolder& data);
/// The key that signs the audit; made the first time, its public half laid beside the certificates.
[[nodiscard]] base::Result<AuditKey> openAuditKey(const DataFolder& data);
/// A complete, encrypted copy in a new file, which knows that it is one: beginEpoch() sees it.
[[nodiscard]] base::Result<void> backUp(const DataFolder& data, store::Store& store,
                                        const std::filesystem::path& file);
/// The name of this life of the store. A store that is a backup, or older than the keyring remembers, was
/// restored, so it gets a new one, and the desks offer again what it has forgotten.
[[nodiscard]] base::Result<std::string> beginEpoch(const DataFolder& data, store::Store& store,
                                                   const base::Clock& clock);

} // namespace vienlogs::server::app
