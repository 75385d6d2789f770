// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signature_check.h"

#include <algorithm>
#include <set>

#include "certificate_facts.h"
#include "entry_name.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

void passed(SignatureReport& report, CheckKind kind, std::string about = {}) {
    report.checks.push_back({kind, Outcome::Passed, std::move(about), std::nullopt});
}

void failed(SignatureReport& report, CheckKind kind, base::Failure why, Indication indication,
            SubIndication sub, std::string about = {}) {
    fail(report, {kind, Outcome::Failed, std::move(about), std::move(why)}, indication, sub);
}

void weakAlgorithm(SignatureReport& report, base::Failure why) {
    failed(report, CheckKind::Algorithms, std::move(why), Indication::Indeterminate,
           SubIndication::CryptoConstraintsFailure);
}

void checkFile(const FileReference& reference, const FileDigests& files, SignatureReport& report) {
    const auto name = shown(reference.name);
    const auto hash = hashNamed(reference.algorithm);
    if (!hash)
        return weakAlgorithm(report, hash.error());
    const auto file = files.find(reference.name);
    if (file == files.end())
        return failed(report, CheckKind::FileDigest, {codes::fileMissing, {}, name},
                      Indication::Indeterminate, SubIndication::SignedDataNotFound, name);
    const auto digest = file->second.find(*hash);
    if (digest == file->second.end() || digest->second != reference.digest)
        return failed(report, CheckKind::FileDigest, {codes::fileChanged, {}, name}, Indication::TotalFailed,
                      SubIndication::HashFailure, name);
    passed(report, CheckKind::FileDigest, name);
}

void checkCoverage(const XadesSignature& signature, const FileDigests& files, SignatureReport& report) {
    if (signature.files.empty())
        return failed(report, CheckKind::Coverage, {codes::malformed, "no file", "ds:Reference"},
                      Indication::TotalFailed, SubIndication::FormatFailure);
    std::set<std::string> covered;
    for (const auto& reference : signature.files)
        covered.insert(reference.name);
    bool all = true;
    for (const auto& [name, digests] : files)
        if (!covered.contains(name)) {
            all = false;
            failed(report, CheckKind::Coverage, {codes::fileNotSigned, {}, shown(name)},
                   Indication::Indeterminate, SubIndication::SigConstraintsFailure, shown(name));
        }
    if (all)
        passed(report, CheckKind::Coverage);
}

void checkProperties(xmlDoc* document, const XadesSignature& signature, SignatureReport& report) {
    if (signature.propertiesDigest.value.empty())
        return failed(report, CheckKind::Properties, {codes::propertiesUnsigned}, Indication::TotalFailed,
                      SubIndication::FormatFailure);
    const auto hash = hashNamed(signature.propertiesDigest.algorithm);
    if (!hash)
        return weakAlgorithm(report, hash.error());
    const auto text = xml::canonical(document, signature.properties, signature.propertiesForm);
    if (!text || digestOf(*hash, *text) != signature.propertiesDigest.value)
        return failed(report, CheckKind::Properties, {codes::propertiesUnsigned, "digest"},
                      Indication::TotalFailed, SubIndication::HashFailure);
    passed(report, CheckKind::Properties);
}

/// The certificate that the signed properties name (ETSI EN 319 132-1, section 5.2.2), of those that came
/// along: KeyInfo alone is not signed, anybody could have exchanged it.
void findCertificate(XadesSignature& signature, SignatureReport& report) {
    const auto missing = [&](const char* why) {
        failed(report, CheckKind::Certificate, {codes::noCertificate, why}, Indication::Indeterminate,
               SubIndication::NoSigningCertificateFound);
    };
    if (signature.certificateDigests.empty())
        return missing("no SigningCertificate");
    const auto& named = signature.certificateDigests.front();
    const auto hash = hashNamed(named.algorithm);
    if (!hash)
        return weakAlgorithm(report, hash.error());
    const auto found =
        std::find_if(signature.keyInfo.begin(), signature.keyInfo.end(),
                     [&](const base::Bytes& der) { return digestOf(*hash, der) == named.value; });
    if (found == signature.keyInfo.end() || !factsOf(*found))
        return missing("KeyInfo does not have the certificate that was signed");
    signature.evidence.signer = *found;
    passed(report, CheckKind::Certificate);
}

void checkValue(xmlDoc* document, const XadesSignature& signature, SignatureReport& report) {
    const auto method = methodNamed(signature.method);
    if (!method)
        return weakAlgorithm(report, method.error());
    if (signature.evidence.signer.empty())
        return; // no key to check it with, and the report says so
    const auto text = xml::canonical(document, signature.signedInfo, signature.canonicalization);
    const auto good =
        text ? checkSignature(signature.evidence.signer, *method, *text, signature.signatureValue)
             : base::fail(text.error());
    if (good)
        return passed(report, CheckKind::SignatureValue);
    if (good.error().code == codes::weak)
        return weakAlgorithm(report, good.error());
    failed(report, CheckKind::SignatureValue, good.error(), Indication::TotalFailed,
           SubIndication::SigCryptoFailure);
}

} // namespace

void checkSignature(xmlDoc* document, XadesSignature& signature, const FileDigests& files,
                    SignatureReport& report) {
    passed(report, CheckKind::Structure);
    for (const auto& reference : signature.files)
        checkFile(reference, files, report);
    checkCoverage(signature, files, report);
    checkProperties(document, signature, report);
    findCertificate(signature, report);
    checkValue(document, signature, report);
}

} // namespace vienlogs::verify
