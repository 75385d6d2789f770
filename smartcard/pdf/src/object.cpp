// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/pdf/object.h"

#include <algorithm>
#include <charconv>

namespace vienlogs::pdf {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

std::string nameText(std::string_view name) {
    constexpr std::string_view special = "()<>[]{}/%#";
    std::string text = "/";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || special.find(c) != std::string_view::npos)
            text += {'#', hexDigits[byte >> 4], hexDigits[byte & 15]};
        else
            text.push_back(c);
    }
    return text;
}

std::string stringText(const String& string) {
    const bool plain =
        !string.hexadecimal && std::all_of(string.bytes.begin(), string.bytes.end(), [](char c) {
            return c >= 0x20 && c < 0x7F && c != '(' && c != ')' && c != '\\';
        });
    if (plain)
        return "(" + string.bytes + ")";
    std::string text = "<";
    for (const char c : string.bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += {hexDigits[byte >> 4], hexDigits[byte & 15]};
    }
    return text + ">";
}

std::string dictionaryText(const Dictionary& dictionary) {
    std::string text = "<<";
    for (const auto& [key, value] : dictionary)
        text += nameText(key) + " " + toText(value) + "\n";
    if (!dictionary.empty())
        text.pop_back();
    return text + ">>";
}

void appendUtf8(std::string& text, char32_t c) {
    if (c < 0x80) {
        text.push_back(char(c));
    } else if (c < 0x800) {
        text += {char(0xC0 | (c >> 6)), char(0x80 | (c & 63))};
    } else if (c < 0x10000) {
        text += {char(0xE0 | (c >> 12)), char(0x80 | ((c >> 6) & 63)), char(0x80 | (c & 63))};
    } else {
        text += {char(0xF0 | (c >> 18)), char(0x80 | ((c >> 12) & 63)), char(0x80 | ((c >> 6) & 63)),
                 char(0x80 | (c & 63))};
    }
}

std::string fromUtf16(std::string_view bytes) {
    std::string text;
    const auto unit = [&](std::size_t at) {
        return char32_t((static_cast<unsigned char>(bytes[at]) << 8) |
                        static_cast<unsigned char>(bytes[at + 1]));
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto c = unit(at);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 &&
            unit(at + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        }
        appendUtf8(text, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
    }
    return text;
}

} // namespace

std::optional<std::int64_t> Object::toInteger() const {
    const auto* number = as<Number>();
    if (!number || number->text.empty())
        return std::nullopt;
    const auto* first = number->text.data() + (number->text[0] == '+');
    const auto* last = number->text.data() + number->text.size();
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(first, last, value);
    if (problem != std::errc() || end != last)
        return std::nullopt;
    return value;
}

std::optional<double> Object::toReal() const {
    const auto* number = as<Number>();
    if (!number || number->text.empty())
        return std::nullopt;
    const auto* first = number->text.data() + (number->text[0] == '+');
    const auto* last = number->text.data() + number->text.size();
    double value = 0;
    const auto [end, problem] = std::from_chars(first, last, value, std::chars_format::fixed);
    if (problem != std::errc() || end != last)
        return std::nullopt;
    return value;
}

bool Object::isName(std::string_view name) const {
    const auto* own = as<Name>();
    return own && own->text == name;
}

const Dictionary* Object::entries() const {
    if (const auto* stream = as<Stream>())
        return &stream->dictionary;
    return as<Dictionary>();
}

const Object& entryOf(const Dictionary& dictionary, std::string_view key) {
    static const Object null;
    const auto found = dictionary.find(key);
    return found == dictionary.end() ? null : found->second;
}

std::string toText(const Object& object) {
    struct Writer {
        std::string operator()(std::monostate) const { return "null"; }
        std::string operator()(bool value) const { return value ? "true" : "false"; }
        std::string operator()(const Number& number) const { return number.text; }
        std::string operator()(const Name& name) const { return nameText(name.text); }
        std::string operator()(const String& string) const { return stringText(string); }
        std::string operator()(const Array& array) const {
            std::string text = "[";
            for (std::size_t i = 0; i < array.size(); ++i)
                text += (i ? " " : "") + toText(array[i]);
            return text + "]";
        }
        std::string operator()(const Dictionary& dictionary) const { return dictionaryText(dictionary); }
        std::string operator()(const Reference& reference) const {
            return std::to_string(reference.number) + " " + std::to_string(reference.generation) + " R";
        }
        std::string operator()(const Stream& stream) const { return dictionaryText(stream.dictionary); }
    };
    return std::visit(Writer{}, object.value());
}

String textString(std::string_view utf8) {
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7F; }))
        return {std::string(utf8)};
    std::string bytes = "\xFE\xFF";
    for (std::size_t at = 0; at < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[at++]);
        const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        char32_t c = more == 3 ? first & 7 : more == 2 ? first & 15 : more == 1 ? first & 31 : first;
        for (int i = 0; i < more && at < utf8.size(); ++i)
            c = (c << 6) | (static_cast<unsigned char>(utf8[at++]) & 63);
        const auto put = [&](char32_t unit) { bytes += {char(unit >> 8), char(unit)}; };
        if (c >= 0x10000) {
            put(0xD800 + ((c - 0x10000) >> 10));
            put(0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            put(c);
        }
    }
    return {std::move(bytes), 0, 0, true};
}

std::string utf8Of(const String& text) {
    if (text.bytes.starts_with("\xFE\xFF"))
        return fromUtf16(std::string_view(text.bytes).substr(2));
    if (text.bytes.starts_with("\xEF\xBB\xBF"))
        return text.bytes.substr(3);
    std::string utf8;
    for (const char c : text.bytes)
        appendUtf8(utf8, static_cast<unsigned char>(c));
    return utf8;
}

} // namespace vienlogs::pdf
