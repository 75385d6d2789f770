// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "certificates.h"
#include "commands.h"
#include "failures.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::server::admin {

namespace {

constexpr const char* authorityKey = "ca.key";
constexpr const char* serverKey = "server.key";

base::Result<std::string> readText(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::fileUnreadable, "read", file.filename().string());
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

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

Done keep(const Context& context, const Credential& credential, const char* keyName,
          const std::filesystem::path& certificateFile) {
    const auto key = keyPem(credential);
    const auto certificate = certificatePem(credential);
    if (!key || !certificate)
        return base::fail(key ? certificate.error() : key.error());
    std::error_code error;
    std::filesystem::create_directories(certificateFile.parent_path(), error);
    return context.data.keyring().save(keyName, *key).and_then([&] {
        return writeNew(certificateFile, *certificate, 0644);
    });
}

base::Result<Credential> authority(const Context& context) {
    const auto key = context.data.keyring().load(authorityKey);
    if (!key)
        return base::fail(key.error().code == base::codes::notFound
                              ? base::Failure{codes::noSuch, "run init first", "ca.pem"}
                              : key.error());
    const auto certificate = readText(context.data.caCertificate());
    if (!certificate)
        return base::fail(certificate.error());
    return fromPem(*key, *certificate);
}

Done writeDeviceFiles(const Context& context, const Credential& device, const std::filesystem::path& folder) {
    const auto key = keyPem(device);
    const auto certificate = certificatePem(device);
    const auto ca = readText(context.data.caCertificate());
    if (!key || !certificate || !ca)
        return base::fail(base::codes::internal, "PEM of a device");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    return writeNew(folder / "device.key", key->view(), 0600)
        .and_then([&] { return writeNew(folder / "device.pem", *certificate, 0644); })
        .and_then([&] { return writeNew(folder / "ca.pem", *ca, 0644); });
}

} // namespace

Done init(const Context& context, const Arguments&) {
    if (std::filesystem::exists(context.data.caCertificate()))
        return base::fail(codes::alreadyThere, "CA", "ca.pem");
    std::error_code error;
    std::filesystem::create_directories(context.data.cardIssuers(), error);
    const auto now = context.clock.now();
    const auto ca = issue("Vienlogs device CA", Purpose::Authority, nullptr, now);
    if (!ca)
        return base::fail(ca.error());
    const auto server = issue("localhost", Purpose::Server, &*ca, now);
    if (!server)
        return base::fail(server.error());
    return keep(context, *ca, authorityKey, context.data.caCertificate())
        .and_then([&] { return keep(context, *server, serverKey, context.data.serverCertificate()); })
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
    const auto device = issue(*name, Purpose::Device, &*ca, context.clock.now());
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
        return writeDeviceFiles(context, *device, *folder).and_then([&] {
            return t.directory().saveDevice({*name, fingerprintOf(*device), *place, std::nullopt});
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
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(text->data(), static_cast<int>(text->size())), BIO_free);
    Credential issuer{nullptr, {PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free}};
    ERR_clear_error();
    if (!issuer.certificate || X509_check_ca(issuer.certificate.get()) == 0)
        return base::fail(base::codes::invalidArgument, "not the certificate of an authority");
    const auto pem = certificatePem(issuer);
    if (!pem)
        return base::fail(pem.error());
    const auto fingerprint = fingerprintOf(issuer);
    const auto target = context.data.cardIssuers() / (fingerprint.substr(0, 32) + ".pem");
    if (std::filesystem::exists(target))
        return {};
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    return writeRecorded(context, "card-ca.add", fingerprint,
                         [&](store::Transaction&) { return writeNew(target, *pem, 0644); });
}

} // namespace vienlogs::server::admin
