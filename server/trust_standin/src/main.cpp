// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <iostream>

#include <xmlsec/xmlsec.h> // before the others, which need it

#include <xmlsec/openssl/app.h>
#include <xmlsec/openssl/crypto.h>

#include "desk.h"
#include "vienlogs/standin/program.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::trust_standin;

constexpr const char* usage =
    "vienlogs-trust: stand-in of a trust service provider: time stamps (RFC 3161), OCSP, CRLs, trusted list\n"
    "  --listen 127.0.0.1:PORT   port 0 takes a free one; prints \"listening 127.0.0.1:PORT\"\n"
    "  --ca-out FILE             where to write the certificate that its stamps can be checked by\n"
    "  --operator-out FILE       where to write the certificate that its list can be checked by\n"
    "  --issuer-cert FILE, --issuer-key FILE      an authority (PEM) that it answers for and lists, too\n"
    "  --operator-cert FILE, --operator-key FILE  who signs the list; else somebody made at each start\n"
    "  --check                   only makes its keys, then ends\n"
    "  --version, --help\n";

struct Settings {
    standin::WebOptions web;
    std::map<std::string, std::string> files;
};

bool readValue(const std::string& name, const std::string& value, Settings& settings) {
    static const std::set<std::string> files{"--ca-out",     "--operator-out",  "--issuer-cert",
                                             "--issuer-key", "--operator-cert", "--operator-key"};
    if (files.contains(name))
        settings.files[name] = value;
    else if (const auto port = name == "--listen" ? standin::loopbackPort(value) : std::nullopt)
        settings.web.port = *port;
    else
        return false;
    return true;
}

std::optional<Identity> identityOf(const Settings& settings, const std::string& option) {
    const auto certificate = settings.files.find(option + "-cert"),
               key = settings.files.find(option + "-key");
    if (certificate == settings.files.end() && key == settings.files.end())
        return {};
    if (certificate == settings.files.end() || key == settings.files.end())
        throw std::runtime_error(option + "-cert and " + option + "-key belong together");
    return readIdentity(certificate->second, key->second);
}

void writeFile(const Settings& settings, const std::string& option, const std::string& text) {
    const auto file = settings.files.find(option);
    if (file != settings.files.end() && !(std::ofstream(file->second) << text << std::flush))
        throw std::runtime_error(option + " cannot be written");
}

int run(const Settings& settings, bool checkOnly) {
    standin::holdSignals();
    if (xmlSecInit() != 0 || xmlSecOpenSSLAppInit(nullptr) != 0 || xmlSecOpenSSLInit() != 0)
        throw std::runtime_error("xmlsec cannot be used");
    Desk desk({identityOf(settings, "--issuer"), identityOf(settings, "--operator")});
    if (checkOnly)
        return 0;
    writeFile(settings, "--ca-out", desk.authorityPem());
    writeFile(settings, "--operator-out", desk.operatorPem());
    standin::serve(
        settings.web, [&](const standin::Call& call) { return desk.answer(call); },
        [](const std::string& address) { std::cout << "listening " << address << std::endl; },
        [&] { desk.close(); });
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    Settings settings;
    return standin::runProgram(
        argc, argv,
        {"vienlogs-trust", VIENLOGS_VERSION, usage,
         [&](const std::string& name, const std::string& value) { return readValue(name, value, settings); },
         [&](bool checkOnly) { return run(settings, checkOnly); }});
}
