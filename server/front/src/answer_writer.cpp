// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "answer_writer.h"

#include <array>
#include <charconv>

namespace vienlogs::server::front {

namespace {

constexpr std::array<std::pair<int, std::string_view>, 29> reasons{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

std::string_view reasonOf(int status) {
    for (const auto& [known, reason] : reasons)
        if (known == status)
            return reason;
    return "";
}

void number(std::string& out, std::int64_t value, int base = 10) {
    std::array<char, 24> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value, base);
    out.append(text.data(), end);
}

void header(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

Framing framingOf(const Answer& answer) {
    if (answer.status == 204 || answer.status == 304)
        return Framing::None;
    return answer.next && !answer.length ? Framing::Chunks : Framing::Length;
}

void writeHead(std::string& out, const Answer& answer, Framing framing, bool keep, std::string_view date) {
    out += "HTTP/1.1 ";
    number(out, answer.status);
    out.append(" ").append(reasonOf(answer.status)).append("\r\n");
    header(out, "Date", date);
    if (framing == Framing::Length) {
        out += "Content-Length: ";
        number(out, answer.next ? *answer.length : static_cast<std::int64_t>(answer.body.size()));
        out += "\r\n";
    } else if (framing == Framing::Chunks) {
        header(out, "Transfer-Encoding", "chunked");
    }
    if (!answer.contentType.empty() && framing != Framing::None)
        header(out, "Content-Type", answer.contentType);
    for (const auto& [name, value] : answer.headers)
        header(out, name, value);
    if (!keep)
        header(out, "Connection", "close");
    out += "\r\n";
}

void writePiece(std::string& out, std::string_view piece, Framing framing) {
    if (framing != Framing::Chunks) {
        out += piece;
        return;
    }
    number(out, static_cast<std::int64_t>(piece.size()), 16);
    out.append("\r\n").append(piece).append("\r\n");
}

std::string httpDate(std::time_t at) {
    std::tm parts{};
    ::gmtime_r(&at, &parts);
    std::array<char, 40> text{};
    const auto size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text.data(), size};
}

} // namespace vienlogs::server::front
