// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace vienlogs::trust {

/// One DER element: `whole` with its header, `value` without. Both lie in the bytes that were read.
struct DerElement {
    std::uint8_t tag = 0;
    std::span<const std::uint8_t> whole;
    std::span<const std::uint8_t> value;
};

/// Reads DER elements one after another in place; unlike the cards' reader with lengths up to four bytes, for
/// lists of revoked certificates are long. Tags of one byte only.
class DerReader {
public:
    explicit DerReader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}
    /// The next element; nothing at the end and at a fault, where atEnd() tells which.
    [[nodiscard]] std::optional<DerElement> next();
    /// The next element if it has this tag; else it stays.
    [[nodiscard]] std::optional<DerElement> nextIf(std::uint8_t tag) {
        return !rest_.empty() && rest_[0] == tag ? next() : std::nullopt;
    }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }

private:
    std::span<const std::uint8_t> rest_;
};

} // namespace vienlogs::trust
