// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "options.h"

#include <charconv>
#include <functional>
#include <map>

namespace vienlogs::virtualcard {

namespace {

using Take = std::function<bool(Options&, const std::string&)>;

bool takePort(Options& options, const std::string& text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    options.address.port = std::uint16_t(value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 && value <= 65535;
}

bool takeFault(Options& options, const std::string& text) {
    const auto fault = parseFault(text);
    if (fault)
        options.faults.push_back(*fault);
    return fault.has_value();
}

const std::map<std::string, Take>& withValue() {
    static const std::map<std::string, Take> options{
        {"--profile",
         [](Options& o, const std::string& v) { return profileNamed(o.profile = v).has_value(); }},
        {"--person", [](Options& o, const std::string& v) { return !(o.personFile = v).empty(); }},
        {"--ca-dir",
         [](Options& o, const std::string& v) { return !(o.order.authorityDirectory = v).empty(); }},
        {"--state", [](Options& o, const std::string& v) { return !(o.stateFile = v).empty(); }},
        {"--trust-url",
         [](Options& o, const std::string& v) { return (o.order.trustUrl = v).starts_with("http://"); }},
        {"--host", [](Options& o, const std::string& v) { return !(o.address.host = v).empty(); }},
        {"--port", takePort},
        {"--fault", takeFault},
    };
    return options;
}

const std::map<std::string, std::function<void(Options&)>>& withoutValue() {
    static const std::map<std::string, std::function<void(Options&)>> options{
        {"--help", [](Options& o) { o.task = Options::Task::Help; }},
        {"--version", [](Options& o) { o.task = Options::Task::Version; }},
        {"--check", [](Options& o) { o.task = Options::Task::Check; }},
        {"--expired",
         [](Options& o) {
             o.order.validity = {-6 * 365, -1};
         }},
        {"--not-yet-valid",
         [](Options& o) {
             o.order.validity = {30, 5 * 365};
         }},
        {"--removed", [](Options& o) { o.inserted = false; }},
        {"--unknown-issuer", [](Options& o) { o.order.unknownIssuer = true; }},
    };
    return options;
}

} // namespace

tl::expected<Options, std::string> parseOptions(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& name = arguments[i];
        if (const auto flag = withoutValue().find(name); flag != withoutValue().end()) {
            flag->second(options);
            continue;
        }
        const auto option = withValue().find(name);
        if (option == withValue().end())
            return tl::unexpected("unknown option " + name);
        if (++i == arguments.size() || !option->second(options, arguments[i]))
            return tl::unexpected("missing or wrong value for " + name);
    }
    const bool complete =
        !options.profile.empty() && !options.personFile.empty() && !options.order.authorityDirectory.empty();
    if (options.task != Options::Task::Help && options.task != Options::Task::Version && !complete)
        return tl::unexpected(std::string("--profile, --person and --ca-dir are needed"));
    return options;
}

std::string helpText() {
    std::string names;
    for (const auto name : profileNames())
        names += (names.empty() ? "" : ", ") + std::string(name);
    return "vienlogs-card --profile NAME --person FILE --ca-dir DIR [options]\n"
           "A virtual eID card in the virtual reader vpcd.\n\n"
           "  --profile NAME      " +
           names +
           "\n"
           "  --person FILE       JSON: givenName, familyName, personalCode or identifier; pin1, pin2, puk;\n"
           "                      issuer {commonName, country} for one that nobody trusts\n"
           "  --ca-dir DIR        the test authority that issues the certificates; made there at first use\n"
           "  --state FILE        keeps the card, so that it is the same one next time\n"
           "  --trust-url URL     of vienlogs-trust: where the certificates of a new card say that it "
           "answers\n"
           "  --host ADDRESS      of vpcd, 127.0.0.1\n"
           "  --port NUMBER       of vpcd, 35963; 35964 is the second reader\n"
           "  --expired, --not-yet-valid, --unknown-issuer   what is wrong with a new card's certificates\n"
           "  --fault TEXT        \"answer 6F00 at APDU 5\", \"drop at APDU 5\", \"wrong hash signed\" or "
           "\"slow 200 ms\";\n"
           "                      may be given several times\n"
           "  --removed           does not put the card in before it is told to\n"
           "  --check             makes or reads the card and ends\n"
           "While it runs it reads commands: remove, insert [PORT], fault TEXT, count, quit.\n";
}

} // namespace vienlogs::virtualcard
