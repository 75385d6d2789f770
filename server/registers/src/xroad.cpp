// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "xroad.h"

#include <algorithm>

#include <Poco/SHA2Engine.h>
#include <Poco/UUIDGenerator.h>
#include <nlohmann/json.hpp>

#include "vienlogs/base/bytes.h"

namespace vienlogs::registers::xroad {

namespace {

std::string requestHash(const HttpCall& call) {
    Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_512);
    engine.update(call.method + " " + call.path + "\n" + call.header("X-Road-Client") + "\n" +
                  call.header("X-Road-Id") + "\n" + call.body);
    const auto& digest = engine.digest();
    return base::toBase64(base::Bytes(digest.begin(), digest.end()));
}

} // namespace

bool hasClient(const HttpCall& call) {
    const auto client = call.header("X-Road-Client");
    const auto slashes = std::count(client.begin(), client.end(), '/');
    const bool emptyPart = client.empty() || client.front() == '/' || client.back() == '/' ||
                           client.find("//") != std::string::npos;
    return !emptyPart && (slashes == 2 || slashes == 3);
}

HttpAnswer finish(HttpAnswer answer, const HttpCall& call) {
    answer.headers.emplace_back("X-Road-Request-Id",
                                Poco::UUIDGenerator::defaultGenerator().createRandom().toString());
    answer.headers.emplace_back("X-Road-Request-Hash", requestHash(call));
    for (const char* name : {"X-Road-Client", "X-Road-Id", "X-Road-UserId", "X-Road-Issue"})
        if (const auto value = call.header(name); !value.empty())
            answer.headers.emplace_back(name, value);
    return answer;
}

HttpAnswer error(int status, const std::string& type, const std::string& message, const HttpCall& call) {
    const nlohmann::json body{{"type", type}, {"message", message}};
    HttpAnswer answer{status, "application/json", body.dump(), {{"X-Road-Error", type}}};
    return finish(std::move(answer), call);
}

} // namespace vienlogs::registers::xroad
