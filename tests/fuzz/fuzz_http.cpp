// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
// The first byte says how the rest is cut; what comes out must not depend on it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "vienlogs/server/front/body_parser.h"
#include "vienlogs/server/front/head_parser.h"

using namespace vienlogs::server::front;

namespace {

constexpr std::size_t mostBody = 4096;

/// What a request came to, as text; `step` bytes at a time.
std::string outcomeOf(std::string_view bytes, std::size_t step) {
    const Limits limits{.requestLine = 256, .headBytes = 2048, .headerCount = 8};
    const auto text = [](const Refusal& refusal) {
        return std::to_string(refusal.status) + " " + std::string(refusal.what);
    };
    HeadScanner scanner;
    std::size_t end = 0;
    for (std::size_t got = std::min(step, bytes.size()); end == 0; got = std::min(got + step, bytes.size())) {
        const auto scanned = scanner.scan(bytes.substr(0, got), limits);
        if (const auto* refusal = std::get_if<Refusal>(&scanned))
            return text(*refusal);
        if (const auto* size = std::get_if<std::size_t>(&scanned))
            end = *size;
        else if (got == bytes.size())
            return "incomplete";
    }
    auto parsed = parseHead(bytes.substr(0, end), limits);
    if (const auto* refusal = std::get_if<Refusal>(&parsed))
        return text(*refusal);
    const auto& head = std::get<Head>(parsed);
    if (head.header("host").empty() || (head.chunked && head.length) ||
        (head.target.front() != '/' && head.target != "*") || head.headers.size() > limits.headerCount)
        std::abort();
    std::string outcome = head.method + " " + head.target;
    BodyParser body(head, limits, mostBody);
    std::string content;
    for (auto rest = bytes.substr(end); !rest.empty() && !body.isDone();) {
        const auto piece = rest.substr(0, step);
        const auto consumed = body.consume(piece, &content);
        if (const auto* refusal = std::get_if<Refusal>(&consumed))
            return text(*refusal);
        const auto count = std::get<std::size_t>(consumed);
        if (count == 0 || count > piece.size() || content.size() > mostBody ||
            content.size() != body.received())
            std::abort();
        rest.remove_prefix(count);
        if (body.isDone())
            outcome += " rest " + std::to_string(rest.size());
    }
    return outcome + " " + content + (body.isDone() ? " done" : " open");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (outcomeOf(bytes, data[0] % 32U + 1U) != outcomeOf(bytes, bytes.size() + 1))
        std::abort();
    return 0;
}
