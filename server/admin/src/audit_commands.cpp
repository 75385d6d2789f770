// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_proof.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::admin {

namespace {

constexpr int page = 1'000;

base::Result<std::string> readText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "read", file.filename().string());
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

/// Records from one on, and the head, as of one moment.
Done eachRecord(store::Transaction& t, std::int64_t from,
                const std::function<Done(const store::AuditRow&)>& take, contract::AuditHead& head) {
    const auto signedHead = t.audit().head();
    if (!signedHead)
        return base::fail(signedHead.error());
    if (!*signedHead)
        return base::fail(app::codes::auditBroken, "no signed head", "0");
    head = **signedHead;
    for (std::int64_t next = from;;) {
        const auto rows = t.audit().rows(next, page);
        if (!rows)
            return base::fail(rows.error());
        if (rows->empty())
            return {};
        for (const auto& row : *rows)
            if (auto taken = take(row); !taken)
                return taken;
        next = rows->back().index + 1;
    }
}

Done verifyFile(const std::filesystem::path& file, app::AuditProof& proof) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "read", file.filename().string());
    std::string line;
    std::string next;
    std::getline(stream, line);
    for (; std::getline(stream, next); line = next) // The last line is the head.
        if (auto added = proof.add(line); !added)
            return added;
    const auto head = contract::decode<contract::AuditHead>(line);
    if (!head)
        return base::fail(app::codes::auditBroken, "no head at the end", std::to_string(proof.size()));
    return proof.finish(*head);
}

Done verifyStore(const Context& context, app::AuditProof& proof) {
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    contract::AuditHead head;
    return (*store)->read([&](store::Transaction& t) { return proveAudit(t, proof, head); }).and_then([&] {
        return proof.finish(head);
    });
}

} // namespace

Done proveAudit(store::Transaction& transaction, app::AuditProof& proof, contract::AuditHead& head) {
    return eachRecord(
        transaction, proof.size(), [&](const auto& row) { return proof.add(row.leaf); }, head);
}

base::Result<std::vector<digest::Ed25519PublicKey>> auditPublicKeys(const Context& context) {
    return readText(context.data.auditPublicKey()).and_then(app::publicKeysOf);
}

/// From the store, or with --file EXPORT --key audit.pem without it; --head FILE: a head that was kept
/// elsewhere.
Done verifyAudit(const Context& context, const Arguments& arguments) {
    const auto file = arguments.option("file");
    const auto keyFile = arguments.option("key");
    const auto pem = readText(keyFile ? std::filesystem::path(*keyFile) : context.data.auditPublicKey());
    if (!pem)
        return base::fail(pem.error());
    auto keys = app::publicKeysOf(*pem);
    if (!keys)
        return base::fail(keys.error());
    app::AuditProof proof(std::move(*keys));
    if (const auto headFile = arguments.option("head")) {
        const auto earlier = readText(*headFile).and_then(
            [](const auto& text) { return contract::decode<contract::AuditHead>(text); });
        if (!earlier)
            return base::fail(earlier.error());
        if (auto expected = proof.expect(*earlier); !expected)
            return expected;
    }
    const auto good = file ? verifyFile(*file, proof) : verifyStore(context, proof);
    if (good)
        context.out << "audit: " << proof.size() << " records, unbroken\n";
    return good;
}

/// A new key signs from the server's next start on. The old one vouches for it and is then destroyed.
Done rotateAuditKey(const Context& context, const Arguments&) {
    const auto next = app::AuditKey::make();
    const auto open = next.and_then([](const auto& key) { return key.publicPem(); });
    const auto secret = next.and_then([](const auto& key) { return key.privatePem(); });
    if (!open || !secret)
        return base::fail(open ? secret.error() : open.error());
    // The public half first and the private one last: a key that vouches or is known but never signs does no
    // harm, one that signs unknown would.
    return app::publishAuditKey(context.data, *open)
        .and_then([&] {
            return writeRecorded(
                context, "audit.rotate-key", next->id(),
                [&](store::Transaction& t, const app::Audit& audit) { return audit.endorse(t, *next); });
        })
        .and_then([&] { return app::replaceAuditKey(context.data, *secret); });
}

Done exportAudit(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    // The export is itself on record before anything leaves.
    if (auto recorded = writeRecorded(context, "audit.export", "", [](auto&) { return Done(); }); !recorded)
        return recorded;
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    std::ofstream stream;
    contract::AuditHead head;
    const auto done = (*store)->read([&](store::Transaction& t) {
        stream = std::ofstream(*file, std::ios::binary | std::ios::trunc); // A reading may begin again.
        std::error_code ignored;
        std::filesystem::permissions(
            *file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
        return eachRecord(
            t, 0,
            [&](const auto& row) -> Done {
                stream << row.leaf << '\n';
                return {};
            },
            head);
    });
    if (!done)
        return done;
    stream << contract::encode(head) << '\n' << std::flush;
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "write",
                          std::filesystem::path(*file).filename().string());
    return {};
}

} // namespace vienlogs::server::admin
