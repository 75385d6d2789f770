// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>

#include "commands.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/audit_export.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::admin {

namespace {

constexpr int page = 1'000;
using Stamps = std::vector<contract::AuditStamp>;

base::Result<std::ifstream> opened(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "read", file.filename().string());
    return stream;
}

/// What an export says besides its records: the proof follows its keys, the stamps come back.
base::Result<Stamps> extrasOf(const std::filesystem::path& file, app::AuditProof& proof) {
    auto stream = opened(file);
    if (!stream)
        return base::fail(stream.error());
    Stamps stamps;
    for (std::string line; std::getline(*stream, line);) {
        const auto extra = app::extraOf(line);
        if (!extra)
            return base::fail(extra.error());
        if (!*extra)
            continue;
        if (const auto* key = std::get_if<contract::AuditKeyInfo>(&**extra))
            proof.follow(*key);
        else
            stamps.push_back(std::get<contract::AuditStamp>(**extra));
    }
    return stamps;
}

base::Result<Stamps> stampsOf(store::Store& store) {
    return store::inRead<Stamps>(store, [](store::Transaction& t) -> base::Result<Stamps> {
        Stamps all;
        for (std::size_t before = 0;; before = all.size()) {
            auto some = t.stamps().after(all.empty() ? 0 : all.back().head.size, page);
            if (!some)
                return some;
            all.insert(all.end(), some->begin(), some->end());
            if (all.size() == before)
                return all;
        }
    });
}

Done expectAll(const Stamps& stamps, app::AuditProof& proof) {
    for (const auto& stamp : stamps)
        if (auto expected = proof.expect(stamp.head); !expected)
            return expected;
    return {};
}

/// The records of an export one by one, then its head, which is the last line.
Done verifyFile(const std::filesystem::path& file, app::AuditProof& proof) {
    auto stream = opened(file);
    if (!stream)
        return base::fail(stream.error());
    std::string line;
    std::string next;
    std::getline(*stream, line);
    for (; std::getline(*stream, next); line = next) {
        const auto extra = app::extraOf(line);
        if (extra && *extra)
            continue;
        if (auto added = proof.add(line); !added)
            return added;
    }
    const auto head = contract::decode<contract::AuditHead>(line);
    if (!head)
        return base::fail(app::codes::auditBroken, "no head at the end", std::to_string(proof.size()));
    return proof.finish(*head);
}

Done verifyStore(store::Store& store, app::AuditProof& proof) {
    contract::AuditHead head;
    return store.read([&](store::Transaction& t) { return proveAudit(t, proof, head); }).and_then([&] {
        return proof.finish(head);
    });
}

/// In plain words, up to when what is proved.
Done tellTime(const Context& context, const Arguments& arguments, const Stamps& stamps,
              std::int64_t records) {
    const auto caFile = arguments.option("tsa-ca");
    if (!caFile) {
        if (stamps.empty())
            context.out << "time: no time stamps; order and completeness are proved, the time is not\n";
        else
            context.out << "time: " << stamps.size() << " time stamps not checked; give --tsa-ca FILE\n";
        return {};
    }
    const auto authority = readText(*caFile).and_then([&](const auto& pems) {
        return timestamp::Authority::fromPem(pems, std::filesystem::path(*caFile).filename().string());
    });
    const auto proved = authority.and_then([&](const auto& whom) { return app::proveTime(stamps, whom); });
    if (!proved)
        return base::fail(proved.error());
    if (!*proved) {
        context.out << "time: no time stamps; order and completeness are proved, the time is not\n";
        return {};
    }
    context.out << "time: records 0 to " << (*proved)->records - 1 << " existed unchanged at "
                << base::toRfc3339((*proved)->at) << " (" << stamps.size() << " time stamps, all good)\n";
    if (const auto after = records - (*proved)->records; after > 0)
        context.out << "time: the " << after << " records after them have no time stamp yet\n";
    return {};
}

} // namespace

base::Result<std::vector<digest::Ed25519PublicKey>> auditPublicKeys(const Context& context) {
    return readText(context.data.auditPublicKey()).and_then(app::publicKeysOf);
}

/// From the store, or with --file EXPORT --key audit.pem without it; --head FILE: a head that was kept
/// elsewhere;
/// --tsa-ca FILE: whose time stamps are believed.
Done verifyAudit(const Context& context, const Arguments& arguments) {
    const auto file = arguments.option("file");
    const auto keyFile = arguments.option("key");
    const auto pem = readText(keyFile ? std::filesystem::path(*keyFile) : context.data.auditPublicKey());
    auto keys = pem.and_then(app::publicKeysOf);
    if (!keys)
        return base::fail(keys.error());
    app::AuditProof proof(std::move(*keys));
    const auto headFile = arguments.option("head");
    const auto earlier = headFile ? readText(*headFile).and_then([](const auto& text) {
        return contract::decode<contract::AuditHead>(text).map(
            [](auto head) { return std::optional(std::move(head)); });
    })
                                  : base::Result<std::optional<contract::AuditHead>>();
    if (!earlier)
        return base::fail(earlier.error());
    auto store = file ? base::Result<std::unique_ptr<store::Store>>() : app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    const auto stamps = file ? extrasOf(*file, proof) : stampsOf(**store);
    if (!stamps)
        return base::fail(stamps.error());
    return (*earlier ? proof.expect(**earlier) : Done())
        .and_then([&] { return expectAll(*stamps, proof); })
        .and_then([&] { return file ? verifyFile(*file, proof) : verifyStore(**store, proof); })
        .and_then([&] {
            context.out << "audit: " << proof.size() << " records, unbroken\n";
            return tellTime(context, arguments, *stamps, proof.size());
        });
}

} // namespace vienlogs::server::admin
