// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::server {

/// The command line of vienlogs-server.
struct Options {
    std::filesystem::path data;
    std::string store; ///< "postgresql://…"; empty for the file below the data folder.
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;
    std::optional<std::filesystem::path> reference;
    std::string registers;         ///< Base address of the central registers; empty for none.
    std::string staff;             ///< File or address of the list of staff; empty for none.
    std::filesystem::path staffCa; ///< Authorities of a list over https, PEM.
    struct Issuer {
        std::string address;
        std::string name; ///< For people.
    };
    std::vector<Issuer> issuers;           ///< OpenID Connect issuers of federated staff.
    std::string issuerClient = "vienlogs"; ///< What those issuers call this server.
    std::filesystem::path issuerCa;        ///< Authorities of issuers over https, PEM.
    std::string tsa;                       ///< Address of the time stamp service; empty for none.
    std::filesystem::path tsaCa;           ///< PEM of whose time stamps are believed.
    std::filesystem::path tsaTlsCa;        ///< Authorities of the service's own https, PEM.
    std::string tsaPolicy;                 ///< Object identifier; empty for the service's own.
    int tsaMinutes = 60;                   ///< Between two stamps.
    std::string ocspUrl; ///< Where cards' status is asked; "certificate" for where each says; empty: nowhere.
    std::string crlUrl;  ///< Where the issuer's list of revoked cards lies; empty for where each says.
    std::string syslog;  ///< Address of the log's collector; empty for none.
    std::filesystem::path syslogCa; ///< PEM of who vouches for that collector.
    double rate = 200;
    std::size_t connections = 0; ///< At most, in all and of one address; 0 for the front's own limits.
    int drainSeconds = 0;        ///< From not being ready to taking nothing new, at the end.
    bool plainHttp = false;
    bool check = false;
    bool version = false;
    bool help = false;
};

/// VL-BASE-0002 with the argument that is not understood.
[[nodiscard]] base::Result<Options> parseOptions(int argc, const char* const* argv);
[[nodiscard]] std::string helpText();

} // namespace vienlogs::server
