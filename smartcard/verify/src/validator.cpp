// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/verify/validator.h"

#include <set>

#include "container.h"
#include "signature_check.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t mostSignatureFiles = 20;

/// One META-INF/signatures*.xml, or why it cannot be read.
struct SignatureFile {
    std::string name;
    base::Result<XadesDocument> content;
};

base::Result<std::vector<SignatureFile>> readSignatures(Container& container) {
    const auto entries = container.signatureFiles();
    if (entries.size() > mostSignatureFiles)
        return base::fail(codes::tooLarge, "the number of signature files");
    std::vector<SignatureFile> files;
    for (const auto* entry : entries) {
        const auto text = container.readWhole(*entry, xml::mostBytes);
        if (!text)
            return base::fail(text.error());
        files.push_back({entry->name, readXades(*text)});
    }
    return files;
}

/// The safe hashes that the signatures want of files.
std::set<Hash> hashesOf(const std::vector<SignatureFile>& files) {
    std::set<Hash> hashes;
    for (const auto& file : files) {
        if (!file.content)
            continue;
        for (const auto& signature : file.content->signatures)
            if (signature)
                for (const auto& reference : signature->files)
                    if (const auto hash = hashNamed(reference.algorithm))
                        hashes.insert(*hash);
    }
    return hashes;
}

/// Unpacks every file once, whether or not somebody signed it: what cannot be unpacked is refused.
base::Result<FileDigests> digestFiles(Container& container, const std::set<Hash>& hashes) {
    FileDigests all;
    for (const auto* file : container.files()) {
        std::map<Hash, Digest> running;
        for (const auto hash : hashes)
            running.emplace(hash, Digest(hash));
        const auto good = container.read(*file, [&](std::span<const std::uint8_t> bytes) {
            for (auto& [hash, digest] : running)
                digest.add(bytes);
        });
        if (!good)
            return base::fail(good.error());
        auto& digests = all[file->name];
        for (auto& [hash, digest] : running)
            digests.emplace(hash, digest.finish());
    }
    return all;
}

SignatureReport unreadable(const std::string& place, const base::Failure& why) {
    SignatureReport report;
    report.place = place;
    report.format = "XAdES";
    fail(report, {CheckKind::Structure, Outcome::Failed, {}, why}, Indication::TotalFailed,
         SubIndication::FormatFailure);
    return report;
}

void describe(const XadesSignature& signature, SignatureReport& report) {
    report.id = signature.id;
    report.claimedAt = signature.claimedAt;
    report.signatureMethod = signature.method;
    report.canonicalization = signature.canonicalizationName;
    report.roles = signature.roles;
    for (const auto& file : signature.files)
        report.files.push_back(file.name);
}

/// What the signers say the files are; the first word counts.
void nameMediaTypes(const XadesSignature& signature, std::vector<FileData>& files) {
    for (const auto& reference : signature.files) {
        const auto type = signature.mediaTypes.find(reference.id);
        if (type == signature.mediaTypes.end() || reference.id.empty())
            continue;
        for (auto& file : files)
            if (file.name == reference.name && file.mediaType.empty())
                file.mediaType = type->second;
    }
}

base::Result<ValidationReport> validateSource(std::unique_ptr<ByteSource> source, const Judge& judge,
                                              base::Timestamp now) {
    auto container = Container::open(std::move(source));
    auto signatures = container ? readSignatures(*container) : base::fail(container.error());
    if (!signatures)
        return base::fail(signatures.error());
    const auto digests = digestFiles(*container, hashesOf(*signatures));
    if (!digests)
        return base::fail(digests.error());
    ValidationReport report{Container::mediaType, now, {}, {}};
    for (const auto* file : container->files())
        report.files.push_back({file->name, file->size, {}});
    for (auto& file : *signatures) {
        if (!file.content) {
            auto each = unreadable(file.name, file.content.error());
            judge.judge({}, now, each);
            report.signatures.push_back(std::move(each));
            continue;
        }
        for (auto& signature : file.content->signatures) {
            auto each = signature ? SignatureReport{} : unreadable(file.name, signature.error());
            each.place = file.name;
            each.format = "XAdES";
            if (signature) {
                describe(*signature, each);
                nameMediaTypes(*signature, report.files);
                checkSignature(file.content->document.get(), *signature, *digests, each);
            }
            judge.judge(signature ? signature->evidence : Evidence{}, now, each);
            report.signatures.push_back(std::move(each));
        }
    }
    return report;
}

} // namespace

base::Result<ValidationReport> Validator::validate(const std::filesystem::path& file,
                                                   base::Timestamp now) const {
    auto source = openFile(file);
    return source ? validateSource(std::move(*source), judge_, now) : base::fail(source.error());
}

base::Result<ValidationReport> Validator::validate(std::span<const std::uint8_t> container,
                                                   base::Timestamp now) const {
    return validateSource(viewBytes(container), judge_, now);
}

} // namespace vienlogs::verify
