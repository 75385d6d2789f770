// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
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

/// SHA-256 of a certificate's DER and its PEM text; nothing unless it is the certificate of an authority.
struct Issuer {
    std::string fingerprint;
    std::string pem;
};
std::optional<Issuer> issuerOf(const std::string& text) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), X509_free);
    ERR_clear_error();
    if (!certificate || X509_check_ca(certificate.get()) == 0)
        return std::nullopt;
    base::Bytes der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
    auto* at = der.data();
    i2d_X509(certificate.get(), &at);
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(out.get(), certificate.get());
    char* pem = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &pem);
    return Issuer{digest::toHex(digest::sha256(der)), std::string(pem, static_cast<std::size_t>(size))};
}

} // namespace

Done init(const Context& context, const Arguments&) {
    if (std::filesystem::exists(context.data.caCertificate()))
        return base::fail(codes::alreadyThere, "CA", "ca.pem");
    std::error_code error;
    std::filesystem::create_directories(context.data.cardIssuers(), error);
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
    const auto issuer = issuerOf(*text);
    if (!issuer)
        return base::fail(base::codes::invalidArgument, "not the certificate of an authority");
    const auto target = context.data.cardIssuers() / (issuer->fingerprint.substr(0, 32) + ".pem");
    if (std::filesystem::exists(target))
        return {};
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    return writeRecorded(context, "card-ca.add", issuer->fingerprint,
                         [&](store::Transaction&) { return writeNew(target, issuer->pem, 0644); });
}

} // namespace vienlogs::server::admin
