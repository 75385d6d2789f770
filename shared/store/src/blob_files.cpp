// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "blob_files.h"

#include <algorithm>

#include "cipher.h"
#include "durable_file.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/store/failures.h"

namespace vienlogs::store {

namespace {

// A file: magic, salt, then the sealed pieces.
constexpr std::string_view magic = "VLB1";
constexpr std::size_t saltSize = 16;
constexpr std::size_t headSize = magic.size() + saltSize;
constexpr auto pieceSize = static_cast<std::size_t>(contract::blobPieceSize);

/// An empty blob is one empty piece, so that it is sealed too.
std::size_t piecesOf(std::size_t size) {
    return std::max<std::size_t>(1, (size + pieceSize - 1) / pieceSize);
}

Nonce nonceOf(std::size_t piece, bool last) {
    Nonce nonce{};
    for (std::size_t i = 0; i < 8; ++i)
        nonce[i] = static_cast<std::uint8_t>(std::uint64_t(piece) >> (8 * (7 - i)));
    nonce[8] = last ? 1 : 0;
    return nonce;
}

} // namespace

base::Result<base::Secret> BlobFiles::keyOf(const base::Bytes& salt) const {
    return deriveKey(key_, salt, "vienlogs blob");
}

base::Result<std::string> BlobFiles::write(const base::Bytes& bytes) const {
    const auto random = randomBytes(2 * saltSize);
    if (!random)
        return base::fail(random.error());
    const base::Bytes salt(random->begin(), random->begin() + saltSize);
    const auto name = base::toHex({random->begin() + saltSize, random->end()});
    const auto key = keyOf(salt);
    if (!key)
        return base::fail(key.error());
    auto file = DurableFile::create(folder_ / name);
    if (!file)
        return base::fail(file.error());
    auto done =
        file->write({reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size()}).and_then([&] {
            return file->write(salt);
        });
    const auto pieces = piecesOf(bytes.size());
    for (std::size_t piece = 0; done && piece < pieces; ++piece) {
        const auto from = piece * pieceSize;
        const std::span<const std::uint8_t> plain(bytes.data() + from,
                                                  std::min(pieceSize, bytes.size() - from));
        done = seal(*key, nonceOf(piece, piece + 1 == pieces), plain)
                   .and_then([&](const base::Bytes& sealedPiece) { return file->write(sealedPiece); });
    }
    return done.and_then([&] { return file->commit(); }).map([&] { return name; });
}

base::Result<base::Bytes> BlobFiles::readPiece(const std::string& name, std::int64_t size, int piece) const {
    const auto pieces = piecesOf(std::size_t(size));
    const auto index = static_cast<std::size_t>(piece);
    if (piece < 0 || index >= pieces)
        return base::fail(base::codes::invalidArgument, "no such piece of a blob");
    const auto path = folder_ / name;
    const auto head = readFile(path, 0, headSize);
    if (!head)
        return base::fail(head.error());
    if (head->size() != headSize || !std::equal(magic.begin(), magic.end(), head->begin()))
        return base::fail(codes::blobDamaged, "head");
    const auto key = keyOf({head->begin() + magic.size(), head->end()});
    if (!key)
        return base::fail(key.error());
    const auto sealedPiece = readFile(path, headSize + index * (pieceSize + tagSize), pieceSize + tagSize);
    if (!sealedPiece)
        return base::fail(sealedPiece.error());
    return unseal(*key, nonceOf(index, index + 1 == pieces), *sealedPiece, codes::blobDamaged);
}

base::Result<base::Bytes> BlobFiles::readAll(const std::string& name, std::int64_t size) const {
    base::Bytes all;
    all.reserve(std::size_t(size));
    for (std::size_t piece = 0; piece < piecesOf(std::size_t(size)); ++piece) {
        const auto bytes = readPiece(name, size, int(piece));
        if (!bytes)
            return base::fail(bytes.error());
        all.insert(all.end(), bytes->begin(), bytes->end());
    }
    return all;
}

void BlobFiles::removeUnnamed(const std::string& name) const {
    std::error_code ignored;
    std::filesystem::remove(folder_ / name, ignored);
}

void BlobFiles::removeUnfinished() const {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored))
        if (entry.path().extension() == ".tmp")
            std::filesystem::remove(entry.path(), ignored);
}

} // namespace vienlogs::store
