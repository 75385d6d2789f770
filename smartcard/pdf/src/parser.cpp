// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "parser.h"

#include <algorithm>
#include <charconv>

#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr int deepest = 64;
constexpr std::size_t mostObjects = 400'000;
constexpr std::size_t longestNumber = 40;

bool isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c) {
    return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos;
}

int hexValue(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

tl::unexpected<base::Failure> damaged(const char* what) {
    return base::fail(codes::damaged, what);
}

} // namespace

void Parser::skipSpace() {
    while (at_ < text_.size()) {
        if (text_[at_] == '%')
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        else if (isSpace(text_[at_]))
            ++at_;
        else
            return;
    }
}

std::string_view Parser::regular() const {
    auto end = at_;
    while (end < text_.size() && !isSpace(text_[end]) && !isDelimiter(text_[end]))
        ++end;
    return text_.substr(at_, end - at_);
}

bool Parser::word(std::string_view expected) {
    skipSpace();
    if (regular() != expected)
        return false;
    at_ += expected.size();
    return true;
}

std::optional<std::int64_t> Parser::integer() {
    skipSpace();
    const auto digits = regular();
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || end != digits.data() + digits.size() || value < 0)
        return std::nullopt;
    at_ += digits.size();
    return value;
}

bool Parser::skipStreamLine() {
    if (peek() == '\r')
        ++at_;
    if (peek() != '\n')
        return false;
    ++at_;
    return true;
}

base::Result<Object> Parser::object() {
    return parse(0);
}

base::Result<Object> Parser::parse(int depth) {
    if (depth > deepest || ++objects_ > mostObjects)
        return base::fail(codes::tooComplex, "objects too deep or too many");
    skipSpace();
    switch (const char c = peek()) {
    case '[':
        return array(depth);
    case '<':
        return peek(1) == '<' ? dictionary(depth) : hexadecimalString();
    case '(':
        return literalString();
    case '/':
        if (auto text = name())
            return Name{std::move(*text)};
        return damaged("a name");
    default:
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' ? numberOrReference() : keyword();
    }
}

base::Result<Object> Parser::array(int depth) {
    ++at_;
    Array items;
    while (true) {
        skipSpace();
        if (peek() == ']') {
            ++at_;
            return items;
        }
        if (reachedEnd())
            return damaged("an array without end");
        auto item = parse(depth + 1);
        if (!item)
            return item;
        items.push_back(std::move(*item));
    }
}

base::Result<Object> Parser::dictionary(int depth) {
    at_ += 2;
    Dictionary entries;
    while (true) {
        skipSpace();
        if (peek() == '>' && peek(1) == '>') {
            at_ += 2;
            return entries;
        }
        auto key = peek() == '/' ? name() : std::nullopt;
        if (!key)
            return damaged("a dictionary without end");
        auto value = parse(depth + 1);
        if (!value)
            return value;
        // Two entries of one name mean different things to different programs.
        if (!entries.emplace(std::move(*key), std::move(*value)).second)
            return damaged("a dictionary with two entries of one name");
    }
}

base::Result<Object> Parser::numberOrReference() {
    const auto text = regular();
    const bool numeric = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    });
    if (!numeric || text.size() > longestNumber)
        return damaged("a number");
    const auto start = at_;
    const auto number = integer();
    if (number && *number <= UINT32_MAX) {
        const auto after = at_;
        const auto generation = integer();
        if (generation && *generation <= UINT16_MAX && word("R"))
            return Reference{std::uint32_t(*number), std::uint32_t(*generation)};
        at_ = after;
    } else {
        at_ = start + text.size();
    }
    return Number{std::string(text)};
}

base::Result<Object> Parser::keyword() {
    for (const auto& [text, value] :
         {std::pair<std::string_view, Object>{"true", true}, {"false", false}, {"null", Object()}})
        if (word(text))
            return value;
    return damaged("a word that is none");
}

std::optional<std::string> Parser::name() {
    ++at_;
    const auto raw = regular();
    at_ += raw.size();
    std::string text;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '#') {
            text.push_back(raw[i]);
            continue;
        }
        const int high = i + 2 < raw.size() ? hexValue(raw[i + 1]) : -1;
        const int low = i + 2 < raw.size() ? hexValue(raw[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        text.push_back(char(high * 16 + low));
        i += 2;
    }
    return text;
}

void Parser::escape(std::string& bytes) {
    constexpr std::string_view letters = "nrtbf", values = "\n\r\t\b\f";
    const char c = peek();
    if (const auto known = letters.find(c); known != std::string_view::npos) {
        bytes.push_back(values[known]);
        ++at_;
    } else if (c >= '0' && c <= '7') {
        int value = 0;
        for (int digits = 0; digits < 3 && peek() >= '0' && peek() <= '7'; ++digits, ++at_)
            value = value * 8 + (peek() - '0');
        bytes.push_back(char(value));
    } else if (c == '\r' || c == '\n') { // a line that goes on
        at_ += c == '\r' && peek(1) == '\n' ? 2 : 1;
    } else {
        bytes.push_back(c);
        ++at_;
    }
}

base::Result<Object> Parser::literalString() {
    String string{{}, position()};
    int open = 0;
    ++at_;
    while (at_ < text_.size()) {
        const char c = text_[at_++];
        if (c == '\\') {
            escape(string.bytes);
            continue;
        }
        if (c == '(')
            ++open;
        if (c == ')' && open-- == 0) {
            string.length = position() - string.offset;
            return string;
        }
        string.bytes.push_back(c);
    }
    return damaged("a string without end");
}

base::Result<Object> Parser::hexadecimalString() {
    String string{{}, position(), 0, true};
    int half = -1;
    ++at_;
    while (at_ < text_.size()) {
        const char c = text_[at_++];
        if (isSpace(c))
            continue;
        const int value = hexValue(c);
        if (value < 0 && c != '>')
            return damaged("a hexadecimal string");
        if (half >= 0) {
            string.bytes.push_back(char(half * 16 + std::max(value, 0)));
            half = -1;
        } else {
            half = value;
        }
        if (c == '>') {
            string.length = position() - string.offset;
            return string;
        }
    }
    return damaged("a string without end");
}

} // namespace vienlogs::pdf
