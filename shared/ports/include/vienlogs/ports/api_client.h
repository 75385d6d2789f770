// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/ports/feed_cursor.h"

namespace vienlogs::ports {

/// The server, asked without blocking: every call returns at once and calls back exactly once, on the thread
/// that asked. Without a connection: VL-NET-0001. A problem of the server comes as a Failure with the
/// problem's own code.
class ApiClient {
public:
    template<typename T>
    using Done = std::function<void(base::Result<T>)>;

    virtual ~ApiClient() = default;

    virtual void requestChallenge(Done<contract::LoginChallenge> done) = 0;
    /// Opens a session; its token goes with every later call of this client.
    virtual void login(const contract::LoginRequest& request, Done<contract::Session> done) = 0;
    virtual void logout(Done<void> done) = 0;

    virtual void postCommands(const std::vector<domain::cases::Command>& commands,
                              Done<std::vector<contract::CommandResult>> done) = 0;
    /// Changes after a cursor; waits up to `waitSeconds` for one when there is none.
    virtual void changes(const std::string& scope, const FeedCursor& cursor, int waitSeconds,
                         Done<contract::ChangesPage> done) = 0;

    /// Announces a blob and learns which pieces of contract::blobPieceSize the server lacks.
    virtual void announceBlob(const std::string& sha256, std::int64_t size,
                              Done<contract::BlobState> done) = 0;
    /// The rest of a piece, from its byte `from` on.
    virtual void putBlobPiece(const std::string& sha256, int piece, std::int64_t from,
                              const base::Bytes& rest, Done<contract::BlobState> done) = 0;
    virtual void getBlob(const std::string& sha256, Done<base::Bytes> done) = 0;

    virtual void referenceManifest(Done<contract::ReferenceManifest> done) = 0;
    /// The text of one item, by the SHA-256 that the manifest gives.
    virtual void referenceItem(const std::string& sha256, Done<std::string> done) = 0;

    virtual void queryRegister(const contract::RegisterRequest& request,
                               Done<contract::RegisterAnswer> done) = 0;
    virtual void registerHealth(Done<std::vector<contract::RegisterHealth>> done) = 0;
    /// The client's e-account history and who looked at their data; identifier in the body, never in the URL.
    virtual void clientHistory(const base::Identifier& client, const std::string& purpose,
                               Done<std::vector<contract::HistoryEntry>> done) = 0;
    virtual void accessLog(const base::Identifier& client,
                           Done<std::vector<contract::AccessRecord>> done) = 0;
};

} // namespace vienlogs::ports
