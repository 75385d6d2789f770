// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fstream>
#include <string>

#include "vienlogs/server/app/audit_stamps.h"
#include "vienlogs/server/gateway/http_exchange.h"
#include "vienlogs/testkit/process.h"
#include "vienlogs/timestamp/failures.h"

namespace vienlogs::testhelp {

/// vienlogs-trust as a process of its own, and the way to it that a server takes.
class TimeStampStandIn final : public server::app::StampService {
public:
    explicit TimeStampStandIn(const std::filesystem::path& folder)
        : caFile(folder / "tsa-ca.pem"),
          process_({VIENLOGS_BIN_DIR "/vienlogs-trust", "--listen", "127.0.0.1:0", "--ca-out", caFile},
                   folder / "trust.log") {
        address = "http://" + process_.readLine().substr(std::string("listening ").size());
        endpoint_ = *server::gateway::endpointOf(address);
    }
    int control(const std::string& json) const {
        return server::gateway::exchange(endpoint_, {"PUT", "/control/tsa", {}, json}, {})->status;
    }
    [[nodiscard]] std::string post(const std::string& question) const {
        const auto reply = server::gateway::exchange(
            endpoint_, {"POST", "/tsa", {{"Content-Type", "application/timestamp-query"}}, question},
            {.answer = std::chrono::milliseconds(1000)});
        return reply && reply->status == 200 ? reply->body : std::string();
    }
    base::Result<base::Bytes> ask(const base::Bytes& question) override {
        ++asked;
        const auto reply = post({question.begin(), question.end()});
        return reply.empty() ? base::fail(timestamp::codes::away)
                             : base::Result<base::Bytes>(base::bytesOf(reply));
    }
    [[nodiscard]] timestamp::Authority authority() const {
        std::ifstream file(caFile);
        return *timestamp::Authority::fromPem({std::istreambuf_iterator<char>(file), {}}, "ca");
    }

    std::filesystem::path caFile;
    std::string address;
    int asked = 0;

private:
    testkit::Process process_;
    server::gateway::Endpoint endpoint_;
};

} // namespace vienlogs::testhelp
