// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zvt_receipt_lines.h"

#include <algorithm>

#include "vienlogs/devices/pos/zvt_fields.h"
#include "vienlogs/devices/pos/zvt_tlv.h"

namespace vienlogs::devices::pos {

namespace {
constexpr std::size_t mostLines = 400;
constexpr std::size_t longestLine = 200;
constexpr std::uint8_t lineFeeds = 0xFF;
constexpr std::uint8_t customersReceipt = 2;
} // namespace

void ZvtReceiptLines::append(std::vector<std::string>& to, std::span<const std::uint8_t> text) const {
    if (to.size() < mostLines)
        to.push_back(toUtf8(text.first(std::min(text.size(), longestLine)), charset_));
}

void ZvtReceiptLines::addLine(std::span<const std::uint8_t> data) {
    if (!data.empty())
        append(others_, data.front() == lineFeeds ? data.first(0) : data.subspan(1));
}

void ZvtReceiptLines::addBlock(std::span<const std::uint8_t> data) {
    const auto fields = ZvtFields::parse(data);
    const auto container = fields.find(bmp::tlvContainer);
    if (!container)
        return;
    const auto elements = parseTlv(*container);
    const bool customers = std::any_of(elements.begin(), elements.end(), [](const TlvElement& element) {
        return element.tag == tag::receiptType && !element.content.empty() &&
               element.content.back() == customersReceipt;
    });
    for (const auto& element : elements)
        if (element.tag == tag::printTexts)
            for (const auto& line : parseTlv(element.content))
                if (line.tag == tag::textLine)
                    append(customers ? customer_ : others_, line.content);
}

std::vector<std::string> ZvtReceiptLines::take() {
    return std::move(customer_.empty() ? others_ : customer_);
}

} // namespace vienlogs::devices::pos
