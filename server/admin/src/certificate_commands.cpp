// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/card_issuers.h"
#include "vienlogs/server/pki/authority.h"

namespace vienlogs::server::admin {

namespace {

constexpr const char* authorityKey = "ca.key";
constexpr const char* serverKey = "server.key";

/// Writes a file that must not exist yet, with the given mode from the first byte.
Done writeNew(const std::filesystem::path& file, std::string_view text, mode_t mode) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0)
        return base::fail(errno == EEXIST ? codes::alreadyThere : base::codes::fileUnreadable, "write",
                          file.filename().string());
    const bool written = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written)
        return base::fail(base::codes::fileUnreadable, "write", file.filename().string());
    return {};
}

Done keep(const Context& context, const pki::Issued& issued, const char* keyName,
          const std::filesystem::path& certificateFile) {
    std::error_code error;
    std::filesystem::create_directories(certificateFile.parent_path(), error);
    return context.data.keyring().save(keyName, issued.privateKey).and_then([&] {
        return writeNew(certificateFile, issued.certificate, 0644);
    });
}

base::Result<pki::Authority> authority(const Context& context) {
    auto key = context.data.keyring().load(authorityKey);
    if (!key)
        return base::fail(key.error().code == base::codes::notFound
                              ? base::Failure{codes::noSuch, "run init first", "ca.pem"}
                              : key.error());
    auto certificate = readText(context.data.caCertificate());
    if (!certificate)
        return base::fail(certificate.error());
    return pki::Authority::load(std::move(*certificate), std::move(*key));
}

Done writeDeviceFiles(const pki::Authority& ca, const pki::Issued& device,
                      const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    return writeNew(folder / "device.key", device.privateKey.view(), 0600)
        .and_then([&] { return writeNew(folder / "device.pem", device.certificate, 0644); })
        .and_then([&] { return writeNew(folder / "ca.pem", ca.certificate(), 0644); });
}

base::Result<std::vector<store::CardIssuer>> cardIssuers(const Context& context) {
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    return store::inRead<std::vector<store::CardIssuer>>(
        **store, [](store::Transaction& t) { return t.factors().cardIssuers(); });
}

} // namespace

Done init(const Context& context, const Arguments&) {
    if (std::filesystem::exists(context.data.caCertificate()))
        return base::fail(codes::alreadyThere, "CA", "ca.pem");
    const auto ca = pki::Authority::create("Vienlogs device CA", context.clock);
    if (!ca)
        return base::fail(ca.error());
    return keep(context, *ca, authorityKey, context.data.caCertificate())
        .and_then([&] { return authority(context); })
        .and_then([&](const auto& loaded) {
            return loaded.issueServer({"localhost", "127.0.0.1", "::1"}, context.clock);
        })
        .and_then([&](const auto& server) {
            return keep(context, server, serverKey, context.data.serverCertificate());
        })
        .and_then([&] { return writeRecorded(context, "init", "", [](auto&) { return Done(); }); });
}

Done addDevice(const Context& context, const Arguments& arguments) {
    const auto name = arguments.word(0, "NAME");
    const auto place = arguments.option("place");
    const auto folder = arguments.option("out");
    for (const auto* given : {&name, &place, &folder})
        if (!*given)
            return base::fail(given->error());
    const auto ca = authority(context);
    if (!ca)
        return base::fail(ca.error());
    const auto device = ca->issueDevice(*name, context.clock);
    if (!device)
        return base::fail(device.error());
    return writeRecorded(context, "device.add", *name, [&](store::Transaction& t) -> Done {
        const auto known = t.directory().place(*place);
        if (!known)
            return base::fail(known.error());
        if (!*known)
            return base::fail(codes::noSuch, "place", *place);
        // The files come first: a device whose key is lost would be in the way, files without a row are
        // harmless.
        return writeDeviceFiles(*ca, *device, *folder).and_then([&] {
            return t.directory().saveDevice({*name, device->fingerprint, *place, std::nullopt});
        });
    });
}

Done addCardIssuer(const Context& context, const Arguments& arguments) {
    const auto file = arguments.word(0, "FILE");
    if (!file)
        return base::fail(file.error());
    const auto text = readText(*file);
    if (!text)
        return base::fail(text.error());
    const auto issuer = app::cardIssuerOf(*text);
    if (!issuer)
        return base::fail(base::codes::invalidArgument, "not the certificate of an authority");
    return writeRecorded(context, "card-ca.add", issuer->fingerprint,
                         [&](store::Transaction& t) { return t.factors().addCardIssuer(*issuer); });
}

Done listCardIssuers(const Context& context, const Arguments&) {
    const auto known = cardIssuers(context);
    if (!known)
        return base::fail(known.error());
    for (const auto& issuer : *known)
        context.out << issuer.fingerprint << '\n' << issuer.certificate;
    return {};
}

Done removeCardIssuer(const Context& context, const Arguments& arguments) {
    const auto fingerprint = arguments.word(0, "FINGERPRINT");
    if (!fingerprint)
        return base::fail(fingerprint.error());
    const auto known = cardIssuers(context);
    if (!known)
        return base::fail(known.error());
    if (std::none_of(known->begin(), known->end(),
                     [&](const auto& issuer) { return issuer.fingerprint == *fingerprint; }))
        return base::fail(codes::noSuch, "card issuer", *fingerprint);
    return writeRecorded(context, "card-ca.remove", *fingerprint,
                         [&](store::Transaction& t) { return t.factors().removeCardIssuer(*fingerprint); });
}

} // namespace vienlogs::server::admin
