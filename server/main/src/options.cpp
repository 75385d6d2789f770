// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "options.h"

#include <charconv>
#include <span>

#include "remote_address.h"
#include "staff_feed.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::server {

namespace {

constexpr int maxDrainSeconds = 60;
constexpr int maxTsaMinutes = 7 * 24 * 60;

template<typename T>
bool readNumber(std::string_view text, T& value) {
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && at == text.data() + text.size();
}

bool readAddress(std::string_view text, Options& options) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return false;
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) // An address of version 6.
        host = host.substr(1, host.size() - 2);
    options.host = host;
    return readNumber(text.substr(colon + 1), options.port);
}

bool readFlag(std::string_view name, Options& options) {
    for (const auto& [flag, target] : {std::pair{"--plain-http", &Options::plainHttp},
                                       {"--check", &Options::check},
                                       {"--version", &Options::version},
                                       {"--help", &Options::help}})
        if (name == flag)
            return options.*target = true;
    return false;
}

/// "URL" or "URL NAME OF THE INSTITUTION".
bool readIssuer(std::string_view text, Options& options) {
    const auto space = text.find(' ');
    const std::string address(text.substr(0, space));
    options.issuers.push_back(
        {address, space == std::string_view::npos ? address : std::string(text.substr(space + 1))});
    return !address.empty() && !options.issuers.back().name.empty();
}

bool readValue(std::string_view name, std::string_view value, Options& options) {
    if (name == "--data")
        options.data = value;
    else if (name == "--store")
        options.store = value;
    else if (name == "--reference")
        options.reference = std::filesystem::path(value);
    else if (name == "--registers")
        options.registers = value;
    else if (name == "--staff")
        options.staff = value;
    else if (name == "--staff-ca")
        options.staffCa = value;
    else if (name == "--issuer")
        return readIssuer(value, options);
    else if (name == "--issuer-ca")
        options.issuerCa = value;
    else if (name == "--issuer-client")
        options.issuerClient = value;
    else if (name == "--tsa")
        options.tsa = value;
    else if (name == "--tsa-ca")
        options.tsaCa = value;
    else if (name == "--tsa-tls-ca")
        options.tsaTlsCa = value;
    else if (name == "--tsa-policy")
        options.tsaPolicy = value;
    else if (name == "--tsa-every")
        return readNumber(value, options.tsaMinutes) && options.tsaMinutes > 0 &&
               options.tsaMinutes <= maxTsaMinutes;
    else if (name == "--ocsp-url")
        options.ocspUrl = value;
    else if (name == "--crl-url")
        options.crlUrl = value;
    else if (name == "--syslog")
        options.syslog = value;
    else if (name == "--syslog-ca")
        options.syslogCa = value;
    else if (name == "--rate")
        return readNumber(value, options.rate) && options.rate > 0;
    else if (name == "--connections")
        return readNumber(value, options.connections) && options.connections > 0;
    else if (name == "--drain")
        return readNumber(value, options.drainSeconds) && options.drainSeconds >= 0 &&
               options.drainSeconds <= maxDrainSeconds;
    else
        return name == "--listen" && readAddress(value, options);
    return !value.empty();
}

/// A list of staff gives rights: whoever could answer in its source's place could give them.
bool isSafe(const std::string& staff, const std::filesystem::path& authority) {
    const auto address = remoteAddress(staff, authority);
    return !StaffFeed::isRemote(staff) || (address && isProtected(*address));
}

} // namespace

base::Result<Options> parseOptions(int argc, const char* const* argv) {
    Options options;
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (readFlag(name, options))
            continue;
        if (i + 1 >= arguments.size() || !readValue(name, arguments[i + 1], options))
            return base::fail(base::codes::invalidArgument, std::string(name));
        ++i;
    }
    if (options.data.empty() && !options.help && !options.version)
        return base::fail(base::codes::invalidArgument, "--data is missing");
    if (options.tsa.empty() != options.tsaCa.empty())
        return base::fail(base::codes::invalidArgument, "--tsa and --tsa-ca belong together");
    if (!isSafe(options.staff, options.staffCa))
        return base::fail(
            base::codes::invalidArgument,
            "--staff gives rights: a file, http://127.0.0.1:PORT/PATH, or https with --staff-ca");
    return options;
}

std::string helpText() {
    return "vienlogs-server --data DIR [--store postgresql://…] [--listen HOST:PORT] [--reference DIR] "
           "[--registers URL]\n"
           "                [--rate N] [--connections N] [--drain SECONDS] [--plain-http] [--check]\n"
           "                [--version] [--help]\n"
           "  --data DIR         store, keyring, certificates (vienlogs-admin --data DIR init makes them)\n"
           "  --store ADDRESS    PostgreSQL instead of the file below DIR; password in PGPASSFILE or in\n"
           "                     DIR/keyring/postgres.password, never in the address\n"
           "  --listen HOST:PORT 127.0.0.1:0, an address, no name; port 0 takes a free one and prints "
           "\"listening HOST:PORT\"\n"
           "  --reference DIR    catalogue, forms and classifiers for the desks\n"
           "  --registers URL    address of the central registers, described in DIR/registers of "
           "--reference\n"
           "  --staff SOURCE     list of staff, taken over every minute: a file, https://HOST/PATH, or\n"
           "                     http://127.0.0.1:PORT/PATH\n"
           "  --staff-ca FILE    whose certificates a list over https must have, PEM\n"
           "  --issuer \"URL NAME\" OpenID Connect issuer whose people may log in, as they call it; may be "
           "repeated\n"
           "  --issuer-ca FILE   whose certificates an issuer over https must have, PEM\n"
           "  --issuer-client ID what those issuers call this server (vienlogs)\n"
           "  --tsa URL          time stamp service (RFC 3161) for the audit, http://HOST:PORT/PATH\n"
           "                     or https://HOST/PATH\n"
           "  --tsa-tls-ca FILE  whose certificates a service over https must have, PEM\n"
           "  --tsa-ca FILE      PEM of the authorities whose time stamps are believed\n"
           "  --tsa-every N      minutes between two stamps (60)\n"
           "  --tsa-policy OID   policy that the service is to work by\n"
           "  --ocsp-url URL     where it is asked at a login whether the card was revoked (OCSP); the word\n"
           "                     certificate for the address that each card names. An outage is noted in\n"
           "                     the audit and locks nobody out\n"
           "  --crl-url URL      list of revoked cards for when that does not answer, instead of the card's\n"
           "  --syslog ADDRESS   collector of the log and of security events (RFC 5424): udp://, tcp:// or\n"
           "                     tls://HOST:PORT; tls shows the server's certificate\n"
           "  --syslog-ca FILE   PEM of who vouches for the collector\n"
           "  --rate N           requests a second of one device (200)\n"
           "  --connections N    at most, all together, also of one address or device (12000, 1024, 64)\n"
           "  --drain SECONDS    on SIGTERM: time in which /readyz says no before nothing new is taken (0)\n"
           "  --plain-http       no TLS, loopback only, device named by a header: for tests\n"
           "  --check            checks store, keys and data files, then ends\n";
}

} // namespace vienlogs::server
