// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <unistd.h>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/server/app/blobs.h"
#include "vienlogs/server/store/copy.h"
#include "vienlogs/server/store/failures.h"

namespace vienlogs::server::admin {

namespace {

namespace fs = std::filesystem;

tl::unexpected<base::Failure> fileFailure(const fs::path& file, const char* doing) {
    return base::fail(base::codes::fileUnreadable, doing, file.filename().string());
}

/// What was written to a file, or the names in a folder, stay after a power cut.
Done sync(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool durable = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    return durable ? Done() : fileFailure(path, "sync");
}

/// Store and its scans as the backup keeps them: all in one file.
Done addPieces(const Context& context, const fs::path& file) {
    const auto copy = app::openFileStore(context.data, file);
    if (!copy)
        return base::fail(copy.error());
    return copyPieces(*app::piecesInFolder(context.data.blobs()), *app::piecesInTable(**copy));
}

/// Sums, audit and every scan of an open store.
Done verifyStore(const Context& context, store::Store& store, std::unique_ptr<app::Pieces> pieces) {
    const auto publicKeys = auditPublicKeys(context);
    auto key = app::openAuditKey(context.data);
    auto blobKey = context.data.keyring().rawKey("blobs.key");
    if (!publicKeys || !key || !blobKey)
        return base::fail(!publicKeys ? publicKeys.error() : key ? blobKey.error() : key.error());
    if (auto sound = store.check(); !sound)
        return sound;
    app::AuditProof proof(*publicKeys);
    contract::AuditHead head;
    const auto proved =
        store.read([&](store::Transaction& t) { return proveAudit(t, proof, head); }).and_then([&] {
            return proof.finish(head);
        });
    if (!proved)
        return proved;
    const app::Audit audit(store, std::move(*key), context.clock);
    const app::Blobs blobs(store, audit, std::move(pieces), context.data.unfinishedBlobs(),
                           std::move(*blobKey));
    const auto count = blobs.verify();
    if (!count)
        return base::fail(count.error());
    context.out << "store: sound\naudit: " << proof.size() << " records, unbroken\nscans: " << *count
                << ", all whole\n";
    return {};
}

/// The desks see another epoch and offer again whatever they have, so what the backup lacks comes back.
Done beginAnew(const Context& context, store::Store& store) {
    return writeRecorded(context, store, "restore", "", [&](store::Transaction& t) {
        return t.changes().saveSetting("epoch", base::Ulid::make(context.clock).toString());
    });
}

/// What was in the store's place is kept beside it, with its write-ahead log.
Done swapIn(const Context& context, const fs::path& restored) {
    const auto file = context.data.storeFile();
    const auto kept = file.string() + ".replaced-" + base::Ulid::make(context.clock).toString();
    std::error_code error;
    for (const auto* end : {"-wal", "-shm", ""}) {
        if (!fs::exists(file.string() + end, error))
            continue;
        // The file itself stays in place until the new one takes it over, so that there is always one.
        if (*end == '\0')
            fs::create_hard_link(file, kept, error);
        else
            fs::rename(file.string() + end, kept + end, error);
        if (error)
            return fileFailure(file, "keep the old one");
    }
    fs::rename(restored, file, error);
    if (error)
        return fileFailure(file, "rename");
    return sync(context.data.root);
}

Done restoreFile(const Context& context, const fs::path& copy) {
    {
        const auto store = app::openFileStore(context.data, copy);
        if (!store)
            return base::fail(store.error());
        const auto scans = app::piecesInTable(**store);
        auto done = copyPieces(*scans, *app::piecesInFolder(context.data.blobs()))
                        .and_then([&] { return scans->blobs(); })
                        .and_then([&](const auto& blobs) -> Done {
                            for (const auto& blob : blobs)
                                if (auto dropped = scans->drop(blob); !dropped)
                                    return dropped;
                            return {};
                        })
                        .and_then([&] { return beginAnew(context, **store); });
        if (!done)
            return done;
    }
    return swapIn(context, copy);
}

Done restoreToServer(const Context& context, const fs::path& copy) {
    const auto source = app::openFileStore(context.data, copy);
    if (!source)
        return base::fail(source.error());
    const auto target = app::openServerStore(context.data, context.data.storeAddress, store::Access::Move);
    if (!target)
        return base::fail(target.error());
    return claim(**target, "restore")
        .and_then([&] {
            return (*source)->read([&](store::Transaction& from) {
                return store::copyAll(from, **target, store::Scans::InTables, nullptr).and_then([&] {
                    return (*target)->read([&](store::Transaction& to) {
                        return store::checkCopy(from, to, store::Scans::InTables);
                    });
                });
            });
        })
        .and_then([&] { return beginAnew(context, **target); })
        .and_then(
            [&] { return (*target)->write([](store::Transaction& t) { return t.raw().saveMovedTo(""); }); });
}

} // namespace

Done backup(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    if (fs::exists(*file))
        return base::fail(codes::alreadyThere, "backup", fs::path(*file).filename().string());
    // A copy of everything leaves the store: on record before it does.
    if (auto recorded = writeRecorded(context, "backup", "", [](auto&) { return Done(); }); !recorded)
        return recorded;
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    const auto unfinished = *file + ".unfinished";
    std::error_code error;
    fs::remove(unfinished, error);
    const auto done =
        app::backUp(context.data, **store, unfinished)
            .and_then([&] { return (*store)->isShared() ? Done() : addPieces(context, unfinished); })
            .and_then([&] { return sync(unfinished); });
    if (!done)
        return done;
    fs::rename(unfinished, *file, error);
    return error ? fileFailure(*file, "rename") : sync(fs::absolute(*file).parent_path());
}

Done restore(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    // Worked on as a copy: the backup stays as it is, whatever happens.
    const auto copy = context.data.root / "restored.db";
    std::error_code error;
    for (const auto* end : {"", "-wal", "-shm"})
        fs::remove(copy.string() + end, error);
    if (!fs::copy_file(*file, copy, error) || error)
        return fileFailure(*file, "read");
    auto done = [&]() -> Done {
        const auto store = app::openFileStore(context.data, copy);
        if (!store)
            return base::fail(store.error());
        return verifyStore(context, **store, app::piecesInTable(**store));
    }();
    if (done)
        done =
            context.data.storeAddress.empty() ? restoreFile(context, copy) : restoreToServer(context, copy);
    for (const auto* end : {"", "-wal", "-shm"})
        fs::remove(copy.string() + end, error);
    if (done)
        context.out << "restored: start the server; the desks bring what the backup does not have\n";
    return done;
}

Done verify(const Context& context, const Arguments& arguments) {
    if (arguments.words.empty()) {
        const auto store = app::openStore(context.data);
        return store ? verifyStore(context, **store, app::piecesOf(**store, context.data.blobs()))
                     : base::fail(store.error());
    }
    if (!fs::exists(arguments.words[0]))
        return fileFailure(arguments.words[0], "read");
    const auto store = app::openFileStore(context.data, arguments.words[0]);
    return store ? verifyStore(context, **store, app::piecesInTable(**store)) : base::fail(store.error());
}

} // namespace vienlogs::server::admin
