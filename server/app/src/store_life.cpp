// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/store_life.h"

#include <array>
#include <charconv>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/server/app/audit_tree.h"

namespace vienlogs::server::app {

namespace {

constexpr std::size_t rootDigits = 16;
constexpr std::size_t sealBytes = 16;
constexpr std::string_view marks = "commands"; ///< In place of a scope; no scope is called so.

base::Bytes hmac(std::string_view key, std::string_view text) {
    base::Bytes mac(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac.data(), &size);
    mac.resize(size);
    return mac;
}

std::string_view viewOf(const base::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The part before the next dot, which is taken off.
std::string_view nextPart(std::string_view& text) {
    const auto dot = text.find('.');
    const auto part = text.substr(0, dot);
    text = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    return part;
}

bool readNumber(std::string_view text, std::int64_t& value) {
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && at == text.data() + text.size() && value >= 0;
}

} // namespace

StoreLife::StoreLife(store::Store& store, const Audit& audit, const base::Clock& clock,
                     const base::Secret& key, std::string epoch)
    : store_(store), audit_(audit), clock_(clock), key_(hmac(key.view(), "vienlogs-cursor")),
      epoch_(std::move(epoch)) {}

std::string StoreLife::epoch() const {
    const std::scoped_lock lock(mutex_);
    return epoch_;
}

void StoreLife::use(std::string epoch) {
    const std::scoped_lock lock(mutex_);
    epoch_ = std::move(epoch);
}

std::string StoreLife::seal(const std::string& epoch, const std::string& scope, const Cursor& cursor) const {
    auto mac = hmac(viewOf(key_), epoch + "\n" + scope + "\n" + std::to_string(cursor.sequence) + "\n" +
                                      std::to_string(cursor.records) + "\n" + cursor.root);
    mac.resize(sealBytes);
    return base::toHex(mac);
}

base::Result<std::string> StoreLife::cursorAt(store::Transaction& transaction, const std::string& epoch,
                                              const std::string& scope, std::int64_t sequence) const {
    const auto head = transaction.audit().head();
    if (!head)
        return base::fail(head.error());
    if (!*head)
        return std::to_string(sequence);
    const Cursor cursor{sequence, (*head)->size, (*head)->root.substr(0, rootDigits)};
    return std::to_string(sequence) + "." + std::to_string(cursor.records) + "." + cursor.root + "." +
           seal(epoch, scope, cursor);
}

base::Result<Cursor> StoreLife::read(const std::string& epoch, const std::string& scope,
                                     const std::string& cursor) const {
    std::string_view rest = cursor;
    Cursor plain;
    if (!cursor.empty() && !readNumber(nextPart(rest), plain.sequence))
        return base::fail(base::codes::invalidArgument, "cursor");
    if (rest.empty())
        return plain;
    auto sealed = plain;
    if (!readNumber(nextPart(rest), sealed.records))
        return base::fail(base::codes::invalidArgument, "cursor");
    sealed.root = nextPart(rest);
    const auto right = seal(epoch, scope, sealed);
    const bool isOurs =
        rest.size() == right.size() && CRYPTO_memcmp(rest.data(), right.data(), right.size()) == 0;
    return isOurs ? sealed : plain;
}

base::Result<std::string> StoreLife::mark(const std::string& epoch) const {
    return store::inRead<std::string>(
        store_, [&](store::Transaction& t) { return cursorAt(t, epoch, std::string(marks), 0); });
}

base::Result<Cursor> StoreLife::readMark(const std::string& epoch, const std::string& mark) const {
    return read(epoch, std::string(marks), mark);
}

base::Result<void> StoreLife::label(std::vector<contract::CommandResult>& results) const {
    if (results.empty())
        return {};
    const auto now = epoch();
    auto held = mark(now);
    if (!held)
        return base::fail(held.error());
    for (auto& result : results)
        result.storeEpoch = now;
    results.back().mark = std::move(*held);
    return {};
}

base::Result<bool> StoreLife::remembers(store::Transaction& transaction, const Cursor& cursor) const {
    if (cursor.records == 0)
        return true;
    const auto size = transaction.audit().size();
    if (!size)
        return base::fail(size.error());
    if (cursor.records > *size)
        return false;
    return AuditTree(transaction.audit()).root(cursor.records).map([&](const auto& root) {
        return base::toHex(root).starts_with(cursor.root);
    });
}

base::Result<void> StoreLife::beginAnew(const std::string& epoch, const Cursor& cursor) {
    std::string now;
    const auto next = base::Ulid::make(clock_).toString();
    const auto done = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        const auto known = t.changes().setting("epoch");
        const auto size = t.audit().size();
        if (!known || !size)
            return base::fail(known ? size.error() : known.error());
        now = *known == epoch ? next : *known;
        if (*known != epoch)
            return {};
        const auto lost =
            std::to_string(cursor.records) + " records were shown, " + std::to_string(*size) + " are here";
        return t.changes().saveSetting("epoch", next).and_then([&] {
            return audit_.append(t, {.what = "store.put-back", .object = next, .result = lost});
        });
    });
    if (done)
        use(std::move(now));
    return done;
}

base::Result<bool> StoreLife::refresh() {
    auto known = store::inRead<std::string>(
        store_, [](store::Transaction& t) { return t.changes().setting("epoch"); });
    if (!known)
        return base::fail(known.error());
    const bool isOther = !known->empty() && *known != epoch();
    if (isOther)
        use(std::move(*known));
    return isOther;
}

} // namespace vienlogs::server::app
