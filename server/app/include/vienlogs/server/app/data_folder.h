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
    std::string storeAddress; ///< "postgresql://…"; empty for the file in this folder.

    [[nodiscard]] store::Keyring keyring() const { return store::Keyring(root / "keyring"); }
    [[nodiscard]] std::filesystem::path storeFile() const { return root / "server.db"; }
    [[nodiscard]] std::filesystem::path blobs() const { return root / "blobs"; }
    [[nodiscard]] std::filesystem::path unfinishedBlobs() const { return blobs() / "unfinished"; }
    /// Where issuers of cards were kept before the store had them.
    [[nodiscard]] std::filesystem::path cardIssuers() const { return root / "card-ca"; }
    [[nodiscard]] std::filesystem::path caCertificate() const { return root / "ca" / "ca.pem"; }
    [[nodiscard]] std::filesystem::path serverCertificate() const { return root / "ca" / "server.pem"; }
    [[nodiscard]] std::filesystem::path auditPublicKey() const { return root / "ca" / "audit.pem"; }
};

/// Opens the store: the database server that is named, or the file with the key of the keyring (both made the
/// first time), or where that file says that everything was moved to.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>> openStore(const DataFolder& data);
/// A store on a database server, with the password of the keyring (postgres.password) if there is one.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>>
openServerStore(const DataFolder& data, const std::string& address,
                store::Access access = store::Access::Use);
/// The store in a file under the key of the keyring.
[[nodiscard]] base::Result<std::unique_ptr<store::Store>>
openFileStore(const DataFolder& data, const std::filesystem::path& file,
              store::Access access = store::Access::Use);
/// Where everything was moved to; empty for a store in use.
[[nodiscard]] base::Result<std::string> movedTo(store::Store& store);
/// The key that signs the audit; made the first time, its public half laid beside the certificates.
[[nodiscard]] base::Result<AuditKey> openAuditKey(const DataFolder& data);
/// The same without making or laying anything. VL-BASE-0003 when there is none.
[[nodiscard]] base::Result<AuditKey> loadAuditKey(const DataFolder& data);
/// The key that is to sign next; made and kept when there is none, so that a change of keys that was cut off
/// goes on with the same one.
[[nodiscard]] base::Result<AuditKey> nextAuditKey(const DataFolder& data);
/// Adds a key to the public ones, with which anybody can check the audit offline, unless it is among them.
[[nodiscard]] base::Result<void> publishAuditKey(const DataFolder& data, const AuditKey& key);
/// Puts the next key in the place of the one that signs, which is gone then.
[[nodiscard]] base::Result<void> turnToNextAuditKey(const DataFolder& data);
/// A complete, encrypted copy in a new file, which knows that it is one: beginEpoch() sees it.
[[nodiscard]] base::Result<void> backUp(const DataFolder& data, store::Store& store,
                                        const std::filesystem::path& file);
/// The name of this life of the store. A store that is a backup, or older than the keyring remembers, was
/// restored, so it gets a new one, and the desks offer again what it has forgotten. A store that several
/// servers share is only given a new one by its restore: no single keyring knows all its lives.
[[nodiscard]] base::Result<std::string> beginEpoch(const DataFolder& data, store::Store& store,
                                                   const base::Clock& clock);

} // namespace vienlogs::server::app
