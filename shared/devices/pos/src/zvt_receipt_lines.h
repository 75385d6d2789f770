// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

#include "vienlogs/devices/pos/zvt_text.h"

namespace vienlogs::devices::pos {

/// Gathers what the terminal prints on our printer; the customer's receipt, or if the terminal does not say
/// whose it is, all lines. At most 400 lines of at most 200 bytes.
class ZvtReceiptLines {
public:
    explicit ZvtReceiptLines(ZvtCharset charset) : charset_(charset) {}
    /// Data of 06 D1: an attribute and a line; or FF and the number of empty lines.
    void addLine(std::span<const std::uint8_t> data);
    /// Data of 06 D3: lines in a TLV container with the type of the receipt.
    void addBlock(std::span<const std::uint8_t> data);
    [[nodiscard]] std::vector<std::string> take();

private:
    void append(std::vector<std::string>& to, std::span<const std::uint8_t> text) const;

    ZvtCharset charset_;
    std::vector<std::string> customer_;
    std::vector<std::string> others_;
};

} // namespace vienlogs::devices::pos
