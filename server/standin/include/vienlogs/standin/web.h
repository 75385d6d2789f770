// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace vienlogs::standin {

struct Call {
    std::string method;
    std::string path;
    std::map<std::string, std::string> query;
    std::string body; ///< At most 64 KiB.
    std::string contentType{};
};

struct Answer {
    int status = 200;
    std::string contentType{};
    std::string body{};
    std::string location{};
};

/// Answers one call, on any thread; nothing: the connection ends without an answer.
using Answering = std::function<std::optional<Answer>(const Call&)>;

struct WebOptions {
    std::uint16_t port = 0; ///< Of 127.0.0.1; 0 takes a free one.
    std::string tls;        ///< PEM file with certificate and key; empty for plain HTTP.
};

/// Blocks SIGTERM and SIGINT for this thread and those that it starts. Before the first other thread.
void holdSignals();

/// Serves until SIGTERM or SIGINT. `listening` hears "127.0.0.1:PORT" before the first call, `ending` is
/// called before the last answers are waited for.
void serve(const WebOptions& options, const Answering& answering,
           const std::function<void(const std::string&)>& listening, const std::function<void()>& ending);

} // namespace vienlogs::standin
