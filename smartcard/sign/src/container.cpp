// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sign/container.h"

#include <algorithm>
#include <set>

#include "archive.h"
#include "names.h"
#include "signature_file.h"
#include "vienlogs/sign/failures.h"
#include "zip_writer.h"

namespace vienlogs::sign {

namespace {

/// A signature's file in META-INF, and how far it came.
struct MadeSignature {
    base::Bytes xml;
    Outcome outcome;
};

base::Result<void> check(const std::vector<SourceFile>& files) {
    if (files.empty())
        return base::fail(codes::nothingToSign);
    if (files.size() > mostFiles)
        return base::fail(codes::tooLarge);
    std::set<std::string> names;
    for (const auto& file : files)
        // Names that differ only in letter case would be one file on some desks.
        if (!isUsableName(file.name) || !names.insert(inSmallLetters(file.name)).second)
            return base::fail(codes::fileNameUnusable, {}, file.name);
    return {};
}

base::Result<SignerCertificate> certificateOf(SigningKey& key) {
    auto der = key.certificate();
    if (!der)
        return base::fail(std::move(der.error()));
    return card::keyKindOf(*der).map([&](card::KeyKind kind) { return SignerCertificate{*der, kind}; });
}

base::Result<Outcome> lift(SignatureFile& signature, Level wanted, const TrustServices* services) {
    auto done = services || wanted == Level::B ? base::Result<void>() : base::fail(codes::noServices);
    if (services)
        done = signature.lift(wanted, *services);
    return Outcome{signature.level(), done ? std::nullopt : std::optional(done.error())};
}

/// The signature over files that are hashed, by the key whose certificate it names.
base::Result<MadeSignature> makeSignature(const std::vector<SignedFile>& files, int number,
                                          const SignerCertificate& certificate, SigningKey& key,
                                          const SigningOrder& order) {
    auto document = SignatureDocument::make(files, certificate, order.signedAt, number);
    const auto toSign = document ? document->signedInfo() : base::fail(document.error());
    const auto signature = toSign ? key.sign(*toSign) : base::fail(toSign.error());
    if (!signature)
        return base::fail(signature.error());
    if (signature->certificate != certificate.der)
        return base::fail(codes::notBuilt, "another key signed than the one named");
    auto xml = document->complete(signature->value);
    if (!xml || order.wanted == Level::B)
        return std::move(xml).map([](base::Bytes bytes) { return MadeSignature{std::move(bytes), {}}; });
    auto made = SignatureFile::parse(*xml);
    const auto outcome = made ? lift(*made, order.wanted, order.services) : base::fail(made.error());
    if (!outcome)
        return base::fail(outcome.error());
    return made->bytes().map([&](base::Bytes bytes) { return MadeSignature{std::move(bytes), *outcome}; });
}

base::Result<std::vector<SignedFile>> writeFiles(ZipWriter& zip, const std::vector<SourceFile>& files) {
    std::vector<SignedFile> written;
    for (const auto& file : files) {
        auto reader = file.open();
        auto hash = reader ? zip.add(file.name, **reader) : base::fail(reader.error());
        if (!hash)
            return base::fail(std::move(hash.error()));
        written.push_back({file.name, file.mediaType, std::move(*hash)});
    }
    return written;
}

base::Result<Outcome> writeContainer(Output& output, const std::vector<SourceFile>& files, SigningKey& key,
                                     const SigningOrder& order) {
    if (auto good = check(files); !good)
        return base::fail(std::move(good.error()));
    // Before a gigabyte is read: no card, no container.
    const auto certificate = certificateOf(key);
    if (!certificate)
        return base::fail(certificate.error());
    ZipWriter zip(output, order.signedAt);
    if (auto done = zip.add("mimetype", base::bytesOf(containerType)); !done)
        return base::fail(std::move(done.error()));
    const auto written = writeFiles(zip, files);
    if (!written)
        return base::fail(written.error());
    const auto signature = makeSignature(*written, 0, *certificate, key, order);
    if (!signature)
        return base::fail(signature.error());
    return zip.add(manifestName, manifestOf(*written))
        .and_then([&] { return zip.add(signatureName(0), signature->xml); })
        .and_then([&] { return zip.finish(); })
        .map([&] { return signature->outcome; });
}

base::Result<Outcome> addTo(Archive& archive, SigningKey& key, const SigningOrder& order) {
    const auto certificate = certificateOf(key);
    if (!certificate)
        return base::fail(certificate.error());
    const auto files = archive.files();
    if (!files)
        return base::fail(files.error());
    const int number = archive.freeNumber();
    auto signature = makeSignature(*files, number, *certificate, key, order);
    if (!signature)
        return base::fail(std::move(signature.error()));
    return archive.put(signatureName(number), std::move(signature->xml)).map([&] {
        return signature->outcome;
    });
}

/// Whether anything changed, and how far it came.
struct Lifted {
    Outcome outcome{Level::LT, {}};
    bool changed = false;
};

base::Result<Lifted> liftIn(Archive& archive, Level wanted, const TrustServices& services) {
    Lifted all;
    const auto names = archive.signatureNames();
    if (names.empty())
        return base::fail(codes::notContainer, "no signature");
    for (const auto& name : names) {
        const auto bytes = archive.content(name);
        auto signature = bytes ? SignatureFile::parse(*bytes) : base::fail(bytes.error());
        const auto outcome = signature ? lift(*signature, wanted, &services) : base::fail(signature.error());
        if (!outcome)
            return base::fail(outcome.error());
        all.outcome.level = std::min(all.outcome.level, outcome->level);
        if (!all.outcome.notHigher)
            all.outcome.notHigher = outcome->notHigher;
        if (!signature->changed())
            continue;
        all.changed = true;
        const auto put =
            signature->bytes().and_then([&](base::Bytes xml) { return archive.put(name, std::move(xml)); });
        if (!put)
            return base::fail(put.error());
    }
    return all;
}

std::vector<SourceFile> sourcesOf(const std::vector<ports::ContainerFile>& files) {
    std::vector<SourceFile> sources;
    for (const auto& file : files)
        sources.push_back(fromMemory(file));
    return sources;
}

ports::SignedContainer containerOf(base::Bytes bytes, const Outcome& outcome) {
    return {std::move(bytes), outcome.level, outcome.notHigher};
}

} // namespace

base::Result<Outcome> createContainer(const std::filesystem::path& container,
                                      const std::vector<SourceFile>& files, SigningKey& key,
                                      const SigningOrder& order) {
    auto output = FileOutput::create(container);
    if (!output)
        return base::fail(std::move(output.error()));
    return writeContainer(**output, files, key, order).and_then([&](const Outcome& outcome) {
        return (*output)->finish().map([&] { return outcome; });
    });
}

base::Result<ports::SignedContainer> createContainer(const std::vector<ports::ContainerFile>& files,
                                                     SigningKey& key, const SigningOrder& order) {
    MemoryOutput output;
    return writeContainer(output, sourcesOf(files), key, order).map([&](const Outcome& outcome) {
        return containerOf(output.take(), outcome);
    });
}

base::Result<Outcome> addSignature(const std::filesystem::path& container, SigningKey& key,
                                   const SigningOrder& order) {
    auto archive = Archive::open(container);
    if (!archive)
        return base::fail(std::move(archive.error()));
    return addTo(*archive, key, order).and_then([&](const Outcome& outcome) {
        return archive->close().map([&] { return outcome; });
    });
}

base::Result<ports::SignedContainer> addSignature(const base::Bytes& container, SigningKey& key,
                                                  const SigningOrder& order) {
    auto archive = Archive::open(container);
    if (!archive)
        return base::fail(std::move(archive.error()));
    return addTo(*archive, key, order).and_then([&](const Outcome& outcome) {
        return archive->close().and_then([&] { return archive->bytes(); }).map([&](base::Bytes bytes) {
            return containerOf(std::move(bytes), outcome);
        });
    });
}

base::Result<Outcome> liftContainer(const std::filesystem::path& container, Level wanted,
                                    const TrustServices& services) {
    auto archive = Archive::open(container);
    if (!archive)
        return base::fail(std::move(archive.error()));
    return liftIn(*archive, wanted, services).and_then([&](const Lifted& lifted) -> base::Result<Outcome> {
        if (lifted.changed)
            if (auto closed = archive->close(); !closed)
                return base::fail(std::move(closed.error()));
        return lifted.outcome;
    });
}

base::Result<ports::SignedContainer> liftContainer(const base::Bytes& container, Level wanted,
                                                   const TrustServices& services) {
    auto archive = Archive::open(container);
    if (!archive)
        return base::fail(std::move(archive.error()));
    const auto lifted = liftIn(*archive, wanted, services);
    if (!lifted)
        return base::fail(lifted.error());
    if (!lifted->changed)
        return containerOf(container, lifted->outcome);
    return archive->close().and_then([&] { return archive->bytes(); }).map([&](base::Bytes bytes) {
        return containerOf(std::move(bytes), lifted->outcome);
    });
}

base::Result<Level> levelOf(const base::Bytes& container) {
    const auto archive = Archive::open(container);
    if (!archive)
        return base::fail(archive.error());
    const auto names = archive->signatureNames();
    if (names.empty())
        return base::fail(codes::notContainer, "no signature");
    auto lowest = Level::LT;
    for (const auto& name : names) {
        const auto bytes = archive->content(name);
        const auto signature = bytes ? SignatureFile::parse(*bytes) : base::fail(bytes.error());
        if (!signature)
            return base::fail(signature.error());
        lowest = std::min(lowest, signature->level());
    }
    return lowest;
}

} // namespace vienlogs::sign
