// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signing_fixture.h"
#include "vienlogs/pdf/failures.h"
#include "vienlogs/pdf/validator.h"
#include "vienlogs/verify/failures.h"

using namespace vienlogs;
using namespace vienlogs::test;
using verify::CheckKind;
using verify::Indication;
using verify::Outcome;
using verify::SubIndication;
namespace codes = pdf::codes;

namespace {

class PdfVerify : public testing::Test, protected SigningFixture {
protected:
    base::Result<verify::ValidationReport> validate(const std::string& pdf) {
        const pdf::MemorySource source(pdf);
        return pdf::PdfValidator(
                   {.issuers = {authority().bytes("ca.der")}, .stampRoots = {authority().bytes("ca.der")}})
            .validate(source, clock.now());
    }
    verify::SignatureReport first(const std::string& pdf) {
        const auto report = validate(pdf);
        EXPECT_TRUE(report) << report.error().code.text << report.error().detail;
        return report ? report->signatures.at(0) : verify::SignatureReport{};
    }
    /// The code that a check gave, or "passed"; "none" when there was no such check.
    static std::string found(const verify::SignatureReport& report, CheckKind kind) {
        std::string text = "none";
        for (const auto& check : report.checks)
            if (check.kind == kind)
                text = check.why ? std::string(check.why->code.text) : "passed";
        return text;
    }
    /// What validating says of the revision after these objects were put in the place of others.
    std::string after(const std::string& signedPdf, const std::map<int, std::string>& objects) {
        return found(first(appended(signedPdf, objects)), CheckKind::Revision);
    }
    std::string application = pdfOf(applicationObjects());
};

std::string text(base::FailureCode code) {
    return std::string(code.text);
}

} // namespace

TEST_F(PdfVerify, AllLevelsAreToldAndFurtherSignaturesAreNoChange) {
    const auto basic = first(sign(application));
    EXPECT_EQ(basic.indication, Indication::Indeterminate) << "nobody says whether it was revoked";
    EXPECT_EQ(basic.sub, SubIndication::TryLater);
    EXPECT_EQ(basic.level(), verify::Level::B);
    EXPECT_EQ(basic.signer, "JĀNIS BĒRZIŅŠ-ŠĶĒLE");
    EXPECT_EQ(basic.claimedAt, std::chrono::floor<std::chrono::seconds>(options.signedAt));
    EXPECT_EQ(basic.format, "PAdES");
    for (const auto kind :
         {CheckKind::Structure, CheckKind::Coverage, CheckKind::Algorithms, CheckKind::FileDigest,
          CheckKind::SignatureValue, CheckKind::Certificate, CheckKind::Revision})
        EXPECT_EQ(found(basic, kind), "passed") << int(kind);

    options.level = pdf::Level::LT;
    options.visible.emplace();
    const auto report = validate(sign(sign(application)));
    ASSERT_TRUE(report);
    ASSERT_EQ(report->signatures.size(), 2U);
    for (const auto& each : report->signatures) {
        EXPECT_TRUE(each.valid()) << (each.reasons.empty() ? "" : each.reasons[0].code.text);
        EXPECT_EQ(each.level(), verify::Level::LT);
        EXPECT_EQ(found(each, CheckKind::Revision), text(codes::signedAfter));
    }
}

TEST_F(PdfVerify, TamperingShows) {
    const auto pdf = sign(application);
    auto changed = pdf;
    changed[changed.find("pabalstu")] = 'P';
    EXPECT_EQ(first(changed).indication, Indication::TotalFailed);
    EXPECT_EQ(first(changed).sub, SubIndication::HashFailure);
    EXPECT_EQ(found(first(changed), CheckKind::FileDigest), text(codes::contentChanged));
    EXPECT_EQ(validate(application).error().code, verify::codes::noSignature);
}

TEST_F(PdfVerify, AByteRangeThatLeavesSomethingOutIsRefused) {
    const auto pdf = sign(application);
    unsigned long before = 0, from = 0, size = 0;
    const auto at = pdf.rfind("/ByteRange [0 ") + 14;
    ASSERT_EQ(std::sscanf(pdf.c_str() + at, "%lu %lu %lu", &before, &from, &size), 3);
    const auto with = [&](unsigned long a, unsigned long b, unsigned long c) {
        char range[64];
        std::snprintf(range, sizeof range, "%-10lu %-10lu %-10lu", a, b, c);
        auto changed = pdf;
        changed.replace(at, 32, range);
        const auto report = first(changed);
        return report.indication == Indication::TotalFailed ? found(report, CheckKind::Coverage) : "accepted";
    };
    for (const auto& [a, b, c] : {std::tuple{before - 1, from, size},
                                  {before, from + 1, size - 1},
                                  {before, from - 1, size + 1},
                                  {before, from, size - 9},
                                  {before, from, size + 1},
                                  {before, before, size},
                                  {from, before, size},
                                  {before, from, 0UL},
                                  {before, 9999999999UL, size}})
        EXPECT_EQ(with(a, b, c), text(codes::notCovered)) << a << " " << b << " " << c;
    EXPECT_EQ(with(before, from, size), "accepted");
}

TEST_F(PdfVerify, WhatWasChangedAfterSigningIsTold) {
    const auto pdf = sign(application);
    const std::string page = "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 6 0 R >> >> /Contents ";
    EXPECT_EQ(after(pdf, {{5, streamOf("BT ET")}}), text(codes::changedAfter));
    EXPECT_EQ(after(pdf, {{3, page + "20 0 R /Annots [8 0 R] >>"}, {20, streamOf("BT ET")}}),
              text(codes::changedAfter));
    EXPECT_EQ(after(pdf, {{2, "<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 2 /MediaBox [0 0 595 842] >>"}}),
              text(codes::changedAfter));
    EXPECT_EQ(after(pdf, {{3, page + "5 0 R /Annots [8 0 R 20 0 R] >>"},
                          {20, "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (No) >>"}}),
              text(codes::annotatedAfter));
    EXPECT_EQ(after(pdf, {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [8 0 R] /SigFlags 3 >> "
                              "/DSS << /Certs [5 0 R] >> >>"},
                          {5, streamOf("BT ET")}}),
              text(codes::changedAfter))
        << "a security store explains nothing that was there before";
    EXPECT_EQ(validate(appended(pdf, {{8, "null"}})).error().code, verify::codes::noSignature);
}

TEST_F(PdfVerify, WhatOnlyLooksLikeASignatureIsTold) {
    const auto pdf = sign(application);
    const std::string page =
        "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 6 0 R >> >> /Contents 5 0 R "
        "/Annots [8 0 R ";
    const std::string catalog =
        "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [8 0 R 20 0 R] /SigFlags 3 >> ";
    const std::string field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /P 3 0 R ";
    const std::string over = "/Rect [0 0 595 842] /AP << /N 21 0 R >> ";
    const auto paint = streamOf("1 g 0 0 595 842 re f", "/Type /XObject /Subtype /Form /BBox [0 0 595 842] ");
    EXPECT_EQ(
        after(pdf, {{1, catalog + ">>"}, {3, page + "20 0 R] >>"}, {20, field + over + ">>"}, {21, paint}}),
        text(codes::annotatedAfter))
        << "a field that nobody signed covers the page";
    EXPECT_EQ(after(pdf, {{1, catalog + ">>"},
                          {3, page + "20 0 R] >>"},
                          {20, field + over +
                                   "/V << /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /Contents <00> >> >>"},
                          {21, paint}}),
              text(codes::annotatedAfter))
        << "a time stamp that the report does not speak of";
    EXPECT_EQ(after(pdf, {{1, catalog + ">>"}, {3, page + "20 0 R] >>"}, {20, field + "/Rect [0 0 0 0] >>"}}),
              text(codes::signedAfter))
        << "an empty field that is never seen";
    EXPECT_EQ(
        after(pdf, {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [8 0 R] /SigFlags 3 >> /DSS << "
                        "/Certs [21 0 R] >> >>"},
                    {3, page + field + over + ">>] >>"},
                    {21, paint}}),
        text(codes::annotatedAfter))
        << "an annotation that only says it is one, drawn by what lies in the security store";
}

TEST_F(PdfVerify, HowFieldsAreDrawnIsPartOfTheirLook) {
    auto objects = applicationObjects("/AcroForm 9 0 R ");
    objects[9] = "<< /Fields [10 0 R] /DR << /Font << /Helv 6 0 R >> >> >>";
    objects[10] = "<< /FT /Tx /T (Summa) /V (1000) >>";
    const auto pdf = sign(pdfOf(objects));
    const auto form = [](const std::string& more) {
        return std::map<int, std::string>{{9, "<< /Fields [10 0 R 12 0 R] /SigFlags 3 " + more + ">>"},
                                          {40, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"}};
    };
    EXPECT_EQ(after(pdf, form("/DR << /Font << /Helv 6 0 R /Cour 40 0 R >> >> ")), text(codes::signedAfter));
    EXPECT_EQ(after(pdf, form("/DR << /Font << /Helv 40 0 R >> >> ")), text(codes::formFilledAfter));
    EXPECT_EQ(after(pdf, form("/DR << /Font << /Helv 6 0 R /Cour 40 0 R >> >> /NeedAppearances true ")),
              text(codes::formFilledAfter));
}

TEST_F(PdfVerify, FilledFormsHolesAndCertificationAreTold) {
    auto objects = applicationObjects("/AcroForm 9 0 R ");
    objects[9] = "<< /Fields [10 0 R] >>";
    objects[10] = "<< /FT /Tx /T (Summa) /V (1) >>";
    const std::map<int, std::string> filled{{10, "<< /FT /Tx /T (Summa) /V (1000) >>"}};
    EXPECT_EQ(after(sign(pdfOf(objects)), filled), text(codes::formFilledAfter));
    EXPECT_EQ(first(appended(sign(pdfOf(objects)), filled)).sub, SubIndication::SigConstraintsFailure);

    objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm 9 0 R /Perms << /DocMDP << /Reference [<< "
                 "/TransformMethod /DocMDP /TransformParams << /P 2 >> >>] >> >> >>";
    EXPECT_EQ(first(appended(sign(pdfOf(objects)), filled)).sub, SubIndication::TryLater)
        << "allowed by its author";

    objects = applicationObjects();
    objects[5] = streamOf("/X Do");
    objects[3] = "<< /Type /Page /Parent 2 0 R /Resources << /XObject << /X 40 0 R >> >> /Contents 5 0 R >>";
    EXPECT_EQ(after(sign(pdfOf(objects)), {{40, streamOf("", "/Type /XObject /Subtype /Form ")}}),
              text(codes::changedAfter))
        << "a hole in the signed revision was filled";
}

TEST_F(PdfVerify, WhatOthersSignIsAccepted) {
    const auto ca = (authority() / "ca.pem").string(), key = (authority() / "ca/ca.key").string();
    folder.write("plain.pdf", application);
    folder.write("signer.cnf", "keyUsage=critical,nonRepudiation\n");
    ASSERT_TRUE(folder.succeeds(
        "mkdir nss && certutil -N -d sql:nss --empty-password && "
        "openssl req -new -newkey rsa:2048 -nodes -keyout s.key -out s.csr "
        "-subj '/C=LV/CN=Cits/serialNumber=PNOLV-020282-12345' && "
        "openssl x509 -req -in s.csr -CA '" +
        ca + "' -CAkey '" + key +
        "' -set_serial 5 -days 20 -extfile signer.cnf -out s.pem && "
        "openssl pkcs12 -export -in s.pem -inkey s.key -name other -out s.p12 -passout pass: && "
        "pk12util -i s.p12 -d sql:nss -W '' && "
        "{ pdfsig -nssdir sql:nss -add-signature -nick other plain.pdf poppler.pdf; "
        "test -s poppler.pdf; }"))
        << folder.text("output");
    const auto poppler = first(folder.text("poppler.pdf"));
    for (const auto kind : {CheckKind::Coverage, CheckKind::FileDigest, CheckKind::SignatureValue,
                            CheckKind::Certificate, CheckKind::Revision})
        EXPECT_EQ(found(poppler, kind), "passed") << int(kind);
    EXPECT_EQ(poppler.format, "adbe.pkcs7.detached");
    EXPECT_FALSE(poppler.level()) << "it holds, but is no PAdES";

    // A signature by openssl in the place of ours.
    auto pdf = sign(application);
    unsigned long before = 0, from = 0, size = 0;
    ASSERT_EQ(std::sscanf(pdf.c_str() + pdf.rfind("/ByteRange ["), "/ByteRange [0 %lu %lu %lu", &before,
                          &from, &size),
              3);
    folder.write("content", pdf.substr(0, before) + pdf.substr(from, size));
    ASSERT_TRUE(
        folder.succeeds("openssl cms -sign -cades -binary -md sha256 -in content -signer s.pem -inkey s.key "
                        "-outform DER -out cms.der"))
        << folder.text("output");
    auto digits = base::toHex(folder.bytes("cms.der"));
    digits.resize(from - before - 2, '0');
    pdf.replace(before + 1, digits.size(), digits);
    const auto cades = first(pdf);
    EXPECT_EQ(cades.sub, SubIndication::TryLater)
        << (cades.reasons.empty() ? "" : cades.reasons[0].code.text);
    EXPECT_EQ(cades.signer, "Cits");
    EXPECT_EQ(cades.level(), verify::Level::B);
}
