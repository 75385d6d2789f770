// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/card/apdu.h"

namespace vienlogs::card {

/// Selects applications and reads files of a card. No caching: another program may have selected something
/// else since.
class CardFiles {
public:
    explicit CardFiles(ApduChannel& channel) : channel_(channel) {}
    /// VL-CARD-0004 if the card has no such application.
    [[nodiscard]] base::Result<void> selectApplication(const base::Bytes& identifier);
    /// A whole file of at most 8 KiB, with its padding if it has any.
    [[nodiscard]] base::Result<base::Bytes> readFile(const base::Bytes& path);
    /// The first block, at most 192 bytes; empty if there is no such file.
    [[nodiscard]] base::Result<base::Bytes> readFirstBlock(const base::Bytes& path);
    /// Reads on, after readFirstBlock(), to the end of the DER element that the block begins. Empty if it
    /// begins none.
    [[nodiscard]] base::Result<base::Bytes> readElement(base::Bytes firstBlock);

private:
    [[nodiscard]] base::Result<bool> selectFile(const base::Bytes& path);
    [[nodiscard]] base::Result<base::Bytes> readBlock(std::size_t offset, std::size_t size);
    ApduChannel& channel_;
};

} // namespace vienlogs::card
