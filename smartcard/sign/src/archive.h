// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <zip.h>

#include <filesystem>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "signature_document.h"

namespace vienlogs::sign {

/// A container that is there, over libzip: what it holds is read in pieces, and META-INF/signaturesN.xml may
/// be added or replaced. All else keeps its bytes, compressed as they are.
class Archive {
public:
    /// VL-SIGN-0005 if it is no ASiC-E container: no such media type in its first entry, names that are
    /// double or lead out of it; VL-SIGN-0003 if it holds more than one may.
    [[nodiscard]] static base::Result<Archive> open(const std::filesystem::path& file);
    [[nodiscard]] static base::Result<Archive> open(const base::Bytes& bytes);

    /// The files that signatures are over, hashed.
    [[nodiscard]] base::Result<std::vector<SignedFile>> files() const;
    [[nodiscard]] std::vector<std::string> signatureNames() const;
    /// At most 16 MiB.
    [[nodiscard]] base::Result<base::Bytes> content(const std::string& name) const;
    /// A number that no signature here has.
    [[nodiscard]] int freeNumber() const;

    [[nodiscard]] base::Result<void> put(const std::string& name, base::Bytes content);
    /// Writes what was put: a file changes whole or not at all. The archive is of no use afterwards.
    [[nodiscard]] base::Result<void> close();
    /// Of an archive in memory, after close().
    [[nodiscard]] base::Result<base::Bytes> bytes() const;

private:
    struct Discard {
        void operator()(zip_t* archive) const { zip_discard(archive); }
    };
    struct FreeSource {
        void operator()(zip_source_t* source) const { zip_source_free(source); }
    };
    Archive() = default;
    [[nodiscard]] base::Result<void> look();
    [[nodiscard]] base::Result<void> checkType() const;

    std::unique_ptr<zip_source_t, FreeSource> memory_;
    std::list<base::Bytes> put_; ///< Read by libzip when the archive is closed.
    std::unique_ptr<zip_t, Discard> archive_;
    std::vector<std::string> names_; ///< By index.
};

} // namespace vienlogs::sign
