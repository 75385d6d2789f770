// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/pos/zvt_fields.h"

#include <algorithm>
#include <array>

#include "vienlogs/devices/pos/zvt_tlv.h"

namespace vienlogs::devices::pos {

namespace {

constexpr std::size_t mostFields = 64;

enum class Form : std::uint8_t { Fixed, TwoDigits, ThreeDigits, Tlv };

struct FieldForm {
    std::uint8_t number;
    Form form;
    std::uint8_t size = 0; ///< Bytes of a fixed field.
};

/// The list of bitmaps in PA00P015; needed whole, because a field that is not known cannot be skipped.
constexpr FieldForm forms[] = {
    {0x01, Form::Fixed, 1},    {0x02, Form::Fixed, 1},    {0x03, Form::Fixed, 1},
    {0x04, Form::Fixed, 6},    {0x05, Form::Fixed, 1},    {0x06, Form::Tlv},
    {0x0B, Form::Fixed, 3},    {0x0C, Form::Fixed, 3},    {0x0D, Form::Fixed, 2},
    {0x0E, Form::Fixed, 2},    {0x17, Form::Fixed, 2},    {0x19, Form::Fixed, 1},
    {0x22, Form::TwoDigits},   {0x23, Form::TwoDigits},   {0x24, Form::ThreeDigits},
    {0x27, Form::Fixed, 1},    {0x29, Form::Fixed, 4},    {0x2A, Form::Fixed, 15},
    {0x2D, Form::TwoDigits},   {0x2E, Form::ThreeDigits}, {0x37, Form::Fixed, 3},
    {0x3A, Form::Fixed, 2},    {0x3B, Form::Fixed, 8},    {0x3C, Form::ThreeDigits},
    {0x3D, Form::Fixed, 3},    {0x49, Form::Fixed, 2},    {0x60, Form::ThreeDigits},
    {0x87, Form::Fixed, 2},    {0x88, Form::Fixed, 3},    {0x8A, Form::Fixed, 1},
    {0x8B, Form::TwoDigits},   {0x8C, Form::Fixed, 1},    {0x92, Form::ThreeDigits},
    {0x9A, Form::ThreeDigits}, {0xA0, Form::Fixed, 1},    {0xA7, Form::TwoDigits},
    {0xAA, Form::Fixed, 3},    {0xAF, Form::ThreeDigits}, {0xBA, Form::Fixed, 5},
    {0xD0, Form::Fixed, 1},    {0xD1, Form::TwoDigits},   {0xD2, Form::Fixed, 1},
    {0xD3, Form::Fixed, 1},    {0xE0, Form::Fixed, 1},    {0xF0, Form::Fixed, 1},
    {0xF9, Form::Fixed, 1},    {0xFA, Form::Fixed, 1},    {0xFC, Form::Fixed, 1},
};

/// The length in front of a field, "F1 F6" for 16 bytes.
bool takeDigits(std::span<const std::uint8_t>& bytes, std::size_t digits, std::size_t& length) {
    if (bytes.size() < digits)
        return false;
    length = 0;
    for (std::size_t at = 0; at < digits; ++at) {
        if ((bytes[at] & 0xF0) != 0xF0 || (bytes[at] & 0x0F) > 9)
            return false;
        length = length * 10 + (bytes[at] & 0x0FU);
    }
    bytes = bytes.subspan(digits);
    return true;
}

bool takeLength(std::span<const std::uint8_t>& bytes, const FieldForm& form, std::size_t& length) {
    switch (form.form) {
    case Form::Fixed:
        length = form.size;
        return true;
    case Form::TwoDigits:
        return takeDigits(bytes, 2, length);
    case Form::ThreeDigits:
        return takeDigits(bytes, 3, length);
    case Form::Tlv:
        return takeTlvLength(bytes, length);
    }
    return false;
}

} // namespace

ZvtFields ZvtFields::parse(std::span<const std::uint8_t> data) {
    ZvtFields result;
    while (!data.empty() && result.fields_.size() < mostFields) {
        const auto number = data.front();
        data = data.subspan(1);
        const auto* const form = std::find_if(std::begin(forms), std::end(forms),
                                              [&](const FieldForm& entry) { return entry.number == number; });
        std::size_t length = 0;
        if (form == std::end(forms) || !takeLength(data, *form, length) || length > data.size())
            return result;
        const auto content = data.first(length);
        result.fields_.push_back({number, {content.begin(), content.end()}});
        data = data.subspan(length);
    }
    result.complete_ = data.empty();
    return result;
}

std::optional<std::span<const std::uint8_t>> ZvtFields::find(std::uint8_t number) const {
    for (const auto& field : fields_)
        if (field.number == number)
            return std::span<const std::uint8_t>(field.data);
    return std::nullopt;
}

std::string ZvtFields::digits(std::uint8_t number) const {
    std::string text;
    for (const auto byte : find(number).value_or(std::span<const std::uint8_t>{})) {
        if ((byte >> 4) > 9 || (byte & 0x0F) > 9)
            return {};
        text += static_cast<char>('0' + (byte >> 4));
        text += static_cast<char>('0' + (byte & 0x0F));
    }
    return text;
}

std::optional<base::Money> ZvtFields::amount() const {
    const auto text = digits(bmp::amount);
    if (text.empty())
        return std::nullopt;
    return base::Money::cents(std::stoll(text)); // twelve digits, checked above
}

std::optional<std::uint8_t> ZvtFields::byte(std::uint8_t number) const {
    const auto field = find(number);
    return field && field->size() == 1 ? std::optional(field->front()) : std::nullopt;
}

std::string ZvtFields::ascii(std::uint8_t number) const {
    std::string text;
    for (const auto byte : find(number).value_or(std::span<const std::uint8_t>{})) {
        if (byte == 0)
            break;
        if (byte >= 0x20 && byte < 0x7F)
            text += static_cast<char>(byte);
    }
    return text;
}

std::string ZvtFields::maskedCardNumber() const {
    std::string text;
    for (const auto byte : find(bmp::cardNumber).value_or(std::span<const std::uint8_t>{}))
        for (const int half : {byte >> 4, byte & 0x0F})
            if (half != 0x0F) // fills the last byte of an odd count
                text += half <= 9 ? static_cast<char>('0' + half) : '*';
    for (std::size_t at = 6; at + 4 < text.size(); ++at)
        text[at] = '*';
    return text;
}

base::Bytes bcd(std::uint64_t value, std::size_t size) {
    base::Bytes bytes(size);
    for (auto at = bytes.rbegin(); at != bytes.rend(); ++at, value /= 100)
        *at = static_cast<std::uint8_t>((value / 10 % 10) << 4 | value % 10);
    return bytes;
}

ZvtFieldWriter& ZvtFieldWriter::raw(std::span<const std::uint8_t> bytes) {
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    return *this;
}

ZvtFieldWriter& ZvtFieldWriter::fixed(std::uint8_t number, std::span<const std::uint8_t> bytes) {
    bytes_.push_back(number);
    return raw(bytes);
}

ZvtFieldWriter& ZvtFieldWriter::decimal(std::uint8_t number, std::uint64_t value, std::size_t size) {
    return fixed(number, bcd(value, size));
}

ZvtFieldWriter& ZvtFieldWriter::variable(std::uint8_t number, std::span<const std::uint8_t> bytes,
                                         int digits) {
    bytes_.push_back(number);
    for (std::size_t place = digits == 3 ? 100 : 10; place > 0; place /= 10)
        bytes_.push_back(static_cast<std::uint8_t>(0xF0 | bytes.size() / place % 10));
    return raw(bytes);
}

ZvtFieldWriter& ZvtFieldWriter::container(std::span<const std::uint8_t> tlv) {
    bytes_.push_back(bmp::tlvContainer);
    appendTlvLength(bytes_, tlv.size());
    return raw(tlv);
}

} // namespace vienlogs::devices::pos
