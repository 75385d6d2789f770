// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The objects that a PDF is made of (ISO 32000-1, section 7.3).
namespace vienlogs::pdf {

class Object;
using Array = std::vector<Object>;
using Dictionary = std::map<std::string, Object, std::less<>>;

/// "12 0 R"
struct Reference {
    std::uint32_t number = 0;
    std::uint32_t generation = 0;
    friend auto operator<=>(const Reference&, const Reference&) = default;
};

struct Name {
    std::string text;
    friend bool operator==(const Name&, const Name&) = default;
};

/// As it is written in the file, so that it is written back the same.
struct Number {
    std::string text;
    friend bool operator==(const Number&, const Number&) = default;
};

struct String {
    std::string bytes;
    std::uint64_t offset = 0; ///< Of its "(" or "<" in what was parsed.
    std::uint64_t length = 0; ///< With its delimiters.
    bool hexadecimal = false;
    friend bool operator==(const String& a, const String& b) { return a.bytes == b.bytes; }
};

/// The bytes of a stream stay where they are.
struct Stream {
    Dictionary dictionary;
    std::uint64_t start = 0; ///< In the file.
    friend bool operator==(const Stream&, const Stream&);
};

class Object {
public:
    using Value =
        std::variant<std::monostate, bool, Number, Name, String, Array, Dictionary, Reference, Stream>;
    Object() = default;
    template<typename T>
    requires(!std::is_same_v<std::remove_cvref_t<T>, Object> && std::is_constructible_v<Value, T&&>)
        Object(T&& value)
        : value_(std::forward<T>(value)) {} // not explicit: a tree of objects is written down
    [[nodiscard]] static Object integer(std::int64_t value) { return Number{std::to_string(value)}; }

    [[nodiscard]] bool isNull() const { return std::holds_alternative<std::monostate>(value_); }
    template<typename T>
    [[nodiscard]] const T* as() const {
        return std::get_if<T>(&value_);
    }
    template<typename T>
    [[nodiscard]] T* as() {
        return std::get_if<T>(&value_);
    }
    /// A whole number, or nothing.
    [[nodiscard]] std::optional<std::int64_t> toInteger() const;
    [[nodiscard]] std::optional<double> toReal() const;
    /// Whether it is the name, "Type" for /Type.
    [[nodiscard]] bool isName(std::string_view name) const;
    /// Its entries: a dictionary's or a stream's; nothing if it has none.
    [[nodiscard]] const Dictionary* entries() const;
    [[nodiscard]] const Value& value() const { return value_; }
    friend bool operator==(const Object&, const Object&) = default;

private:
    Value value_;
};

inline bool operator==(const Stream& a, const Stream& b) {
    return a.dictionary == b.dictionary && a.start == b.start;
}

/// The entry, or null.
[[nodiscard]] const Object& entryOf(const Dictionary& dictionary, std::string_view key);

/// As it stands in a file. A stream is written as its dictionary only.
[[nodiscard]] std::string toText(const Object& object);
/// A text string (section 7.9.2.2): ASCII as it is, all else as UTF-16.
[[nodiscard]] String textString(std::string_view utf8);
/// A text string as UTF-8; what is neither UTF-16 nor UTF-8 is taken as Latin-1.
[[nodiscard]] std::string utf8Of(const String& text);

} // namespace vienlogs::pdf
