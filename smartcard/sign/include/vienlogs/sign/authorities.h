// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::sign {

/// A certificate of a chain, and whether it is believed by itself.
struct ChainLink {
    base::Bytes der;
    bool anchor = false;
};

/// The certificates of issuers that are believed, of signatures and of time stamps alike, to find what a
/// signature at level LT must carry. That a chain is found is no judgement on the signature: dates and
/// purposes are for who validates it. May be used by several threads.
class Authorities {
public:
    Authorities() = default;
    /// All *.crt, *.cer and *.pem of a folder, in PEM (several in one file) or DER; at most 1000.
    /// VL-BASE-0005 if it cannot be read or holds none.
    [[nodiscard]] static base::Result<Authorities> fromDirectory(const std::filesystem::path& directory);
    /// Certificates of one file, in PEM or DER. VL-BASE-0005 as above.
    [[nodiscard]] base::Result<void> add(const std::filesystem::path& file);
    /// DER of each.
    [[nodiscard]] const std::vector<base::Bytes>& believed() const { return believed_; }

    /// From the certificate to the first that is believed and on to its root as far as it is known; at most
    /// eight. Issuers may also be among `others` (DER). VL-SIGN-0006 if it leads to none that is believed.
    [[nodiscard]] base::Result<std::vector<ChainLink>> chainOf(const base::Bytes& certificate,
                                                               const std::vector<base::Bytes>& others) const;

private:
    std::vector<base::Bytes> believed_;
};

} // namespace vienlogs::sign
