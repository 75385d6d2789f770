// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/pdf/validator.h"

#include "changes.h"
#include "signature_reader.h"
#include "vienlogs/pdf/failures.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::pdf {

namespace {

using verify::CheckKind;
using verify::Indication;
using verify::Outcome;
using verify::SubIndication;

void refuse(verify::SignatureReport& report, CheckKind kind, base::Failure why, Indication indication,
            SubIndication sub) {
    verify::fail(report, {kind, Outcome::Failed, {}, std::move(why)}, indication, sub);
}

/// Who certified the document may have allowed the change; a signature alone allows nothing that is seen.
bool allowed(Change change, std::optional<int> certified) {
    switch (change) {
    case Change::Signatures:
    case Change::Metadata:
        return true;
    case Change::FormFilling:
        return certified && *certified >= 2;
    case Change::Annotations:
        return certified && *certified >= 3;
    case Change::Other:
        return false;
    }
    return false;
}

base::FailureCode codeOf(Change change) {
    switch (change) {
    case Change::Signatures:
        return codes::signedAfter;
    case Change::Metadata:
        return codes::metadataAfter;
    case Change::FormFilling:
        return codes::formFilledAfter;
    case Change::Annotations:
        return codes::annotatedAfter;
    case Change::Other:
        return codes::changedAfter;
    }
    return codes::changedAfter;
}

/// Says which revision was signed and what came after it.
void tellRevision(Document& document, std::uint64_t end, verify::SignatureReport& report) {
    auto revision = Document::open(document.source(), end);
    if (!revision)
        return refuse(report, CheckKind::Revision, revision.error(), Indication::TotalFailed,
                      SubIndication::FormatFailure);
    const auto which = std::to_string(revision->revisions()) + "/" + std::to_string(document.revisions());
    if (end == document.end()) {
        report.checks.push_back({CheckKind::Revision, Outcome::Passed, which, {}});
        return;
    }
    const auto certified = certifiedFor(*revision);
    const auto changes = changesBetween(*revision, document);
    const auto found = changes ? *changes : std::set{Change::Other};
    for (const auto change : found) {
        const base::Failure why{codeOf(change), {}, which};
        if (allowed(change, certified ? *certified : std::nullopt))
            report.checks.push_back({CheckKind::Revision, Outcome::Noted, which, why});
        else
            verify::fail(report, {CheckKind::Revision, Outcome::Failed, which, why},
                         Indication::Indeterminate, SubIndication::SigConstraintsFailure);
    }
    if (found.empty())
        report.checks.push_back({CheckKind::Revision, Outcome::Passed, which, {}});
}

void checkForm(const PdfSignature& signature, verify::SignatureReport& report) {
    report.format = signature.subFilter == "ETSI.CAdES.detached" ? "PAdES" : signature.subFilter;
    if (report.format != "PAdES")
        refuse(report, CheckKind::Structure, {codes::unknownForm, {}, signature.subFilter},
               Indication::Indeterminate, SubIndication::SigConstraintsFailure);
}

verify::SignatureReport reportOn(Document& document, const PdfSignature& signature,
                                 verify::Evidence& evidence) {
    verify::SignatureReport report;
    report.place = signature.field;
    report.claimedAt = signature.claimedAt;
    if (signature.subFilter != "ETSI.CAdES.detached" && signature.subFilter != "adbe.pkcs7.detached") {
        report.format = "PDF";
        refuse(report, CheckKind::Structure, {codes::unknownForm, {}, signature.subFilter},
               Indication::Indeterminate, SubIndication::FormatFailure);
        return report;
    }
    checkForm(signature, report);
    const auto covered = coverageOf(signature, document.source());
    if (!covered) {
        refuse(report, CheckKind::Coverage, covered.error(), Indication::TotalFailed,
               SubIndication::FormatFailure);
        return report;
    }
    report.checks.push_back({CheckKind::Coverage, Outcome::Passed, {}, {}});
    checkCms(signature.contents, document.source(), *covered, report, evidence);
    tellRevision(document, covered->end, report);
    takeStore(document, evidence);
    return report;
}

} // namespace

base::Result<verify::ValidationReport> PdfValidator::validate(const Source& source,
                                                              base::Timestamp now) const {
    auto document = Document::open(source);
    if (!document)
        return base::fail(document.error());
    if (document->encrypted())
        return base::fail(codes::encrypted);
    const auto signatures = readSignatures(*document);
    if (!signatures)
        return base::fail(signatures.error());
    if (signatures->empty())
        return base::fail(verify::codes::noSignature);
    verify::ValidationReport report{"application/pdf", now, {}, {}};
    for (const auto& signature : *signatures) {
        verify::Evidence evidence;
        auto each = reportOn(*document, signature, evidence);
        judge_.judge(evidence, now, each);
        report.signatures.push_back(std::move(each));
    }
    return report;
}

} // namespace vienlogs::pdf
