// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signing_fixture.h"
#include "vienlogs/pdf/document.h"
#include "vienlogs/pdf/failures.h"
#include "vienlogs/sign/failures.h"

using namespace vienlogs;
using namespace vienlogs::test;
namespace codes = pdf::codes;

namespace {

class PdfSign : public testing::Test, protected SigningFixture {
protected:
    /// What poppler, qpdf and openssl say: so many signatures, the last one of a trusted issuer, and a clean
    /// file.
    void othersAccept(const std::string& pdf, int signatures) {
        folder.write("signed.pdf", pdf);
        ASSERT_TRUE(folder.succeeds("pdfsig -nocert signed.pdf && pdfsig -dump signed.pdf"))
            << folder.text("output");
        EXPECT_EQ(count("Signature Validation: Signature is Valid."), signatures) << folder.text("output");
        EXPECT_EQ(count("ETSI.CAdES.detached"), signatures) << folder.text("output");
        EXPECT_TRUE(folder.succeeds("qpdf --check signed.pdf")) << folder.text("output");
        EXPECT_EQ(folder.text("output").find("WARNING"), std::string::npos) << folder.text("output");
        unsigned long before = 0, from = 0, size = 0;
        ASSERT_EQ(std::sscanf(pdf.c_str() + pdf.rfind("/ByteRange ["), "/ByteRange [0 %lu %lu %lu", &before,
                              &from, &size),
                  3);
        folder.write("content", pdf.substr(0, before) + pdf.substr(from, size));
        EXPECT_TRUE(folder.succeeds("openssl cms -verify -cades -binary -inform DER -in signed.pdf.sig" +
                                    std::to_string(signatures - 1) +
                                    " -content content -purpose any -CAfile '" +
                                    (authority() / "ca.pem").string() + "' -out verified"))
            << folder.text("output");
    }
    int count(const std::string& text) const {
        const auto output = folder.text("output");
        int found = 0;
        for (auto at = output.find(text); at != std::string::npos; at = output.find(text, at + 1))
            ++found;
        return found;
    }
    std::string application = pdfOf(applicationObjects());
};

} // namespace

TEST_F(PdfSign, OthersAcceptAnInvisibleSignature) {
    const auto pdf = sign(application);
    EXPECT_TRUE(pdf.starts_with(application));
    othersAccept(pdf, 1);
}

TEST_F(PdfSign, OthersAcceptTheNextOnesAndTheFirstStays) {
    options.visible.emplace();
    const auto once = sign(application);
    options.visible->place.left = 300;
    const auto twice = sign(once);
    EXPECT_TRUE(twice.starts_with(once));
    options.visible->page = 2;
    othersAccept(sign(twice), 3);
}

TEST_F(PdfSign, TheVisibleFieldHasNameAndTimeAsText) {
    options.visible.emplace();
    options.signedAt = *base::fromRfc3339("2026-11-23T11:19:28.500Z");
    folder.write("signed.pdf", sign(application));
    ASSERT_TRUE(folder.succeeds("pdftotext -layout signed.pdf - && pdffonts signed.pdf"));
    for (const auto* text : {"Elektroniski parakstīts", "JĀNIS BĒRZIŅŠ-ŠĶĒLE", "23.11.2026. 13:19:28 +02:00"})
        EXPECT_EQ(count(text), 1) << text << folder.text("output");
    EXPECT_EQ(count("VLSIGN+NotoSans"), 2) << folder.text("output");
}

TEST_F(PdfSign, LevelsTAndLtKeepFilesOfStreamsIntact) {
    folder.write("plain.pdf", application);
    ASSERT_TRUE(folder.succeeds("qpdf --object-streams=generate plain.pdf packed.pdf"))
        << folder.text("output");
    options.level = pdf::Level::LT;
    options.visible.emplace();
    const auto pdf = sign(folder.text("packed.pdf"));
    othersAccept(pdf, 1);
    EXPECT_NE(pdf.find("/DSS"), std::string::npos);
    EXPECT_EQ(revocation.asked, 2) << "the signer's certificate and the time stamp service's";
    options.level = pdf::Level::T;
    othersAccept(sign(pdf), 2);
}

TEST_F(PdfSign, RefusesWhatCannotBeSignedBeforeThePinIsTried) {
    EXPECT_EQ(refusal("no PDF"), codes::damaged);
    EXPECT_EQ(refusal(application.substr(0, application.size() - 60)), codes::damaged);
    EXPECT_EQ(refusal(pdfOf(applicationObjects("/AcroForm << /XFA (form) /Fields [] >> "))), codes::xfaForm);
    folder.write("plain.pdf", application);
    ASSERT_TRUE(folder.succeeds("qpdf --encrypt '' owner 256 -- plain.pdf locked.pdf"))
        << folder.text("output");
    EXPECT_EQ(refusal(folder.text("locked.pdf")), codes::encrypted);
    const auto certified = [](const char* level) {
        return pdfOf(
            applicationObjects("/Perms << /DocMDP << /Type /Sig /Reference [<< /TransformMethod /DocMDP "
                               "/TransformParams << /P " +
                               std::string(level) + " >> >>] >> >> "));
    };
    EXPECT_EQ(refusal(certified("1")), codes::changesForbidden);
    options.visible.emplace().page = 3;
    EXPECT_EQ(refusal(application), codes::noSuchPage);
    options.visible->page = 1;
    options.visible->place.left = 500;
    EXPECT_EQ(refusal(application), codes::fieldTaken);
    options.visible->place.left = 10;
    options.visible->font = "/dev/null";
    EXPECT_EQ(refusal(application), codes::fontUnusable);
    EXPECT_EQ(slot.card->image().pin2.left, 3);
    options.visible.reset();
    EXPECT_EQ(refusal(certified("2")), base::FailureCode{});
    options.level = pdf::Level::LT;
    revocation.state = ports::RevocationState::Revoked;
    EXPECT_FALSE(sign(application).empty());
    EXPECT_EQ(outcome.level, pdf::Level::T);
    EXPECT_EQ(outcome.notHigher->code, codes::revoked);
}

TEST_F(PdfSign, ALevelOutOfReachCostsNoSignature) {
    options.level = pdf::Level::LT;
    timeStamps.away = true;
    othersAccept(sign(application), 1);
    EXPECT_EQ(outcome.level, pdf::Level::B);
    EXPECT_EQ(outcome.notHigher->code, timestamp::codes::away);
    timeStamps.away = false;
    revocation.state = ports::RevocationState::Unknown;
    othersAccept(sign(application), 1);
    EXPECT_EQ(outcome.level, pdf::Level::T);
    EXPECT_EQ(outcome.notHigher->code, codes::revocationUnknown);
    revocation.state = ports::RevocationState::Good;
    EXPECT_FALSE(sign(application).empty());
    EXPECT_EQ(outcome.level, pdf::Level::LT);
    EXPECT_FALSE(outcome.notHigher);
    signer = pdf::PdfSigner(nullptr, nullptr);
    EXPECT_FALSE(sign(application).empty());
    EXPECT_EQ(outcome.level, pdf::Level::B);
    EXPECT_EQ(outcome.notHigher->code, sign::codes::noServices);
}

TEST(PdfSignTrust, PopplerTrustsTheCertificateWhenItKnowsTheAuthorityAndCanAskIt) {
    const auto ca = (authority() / "ca.pem").string();
    ChildProcess standIn({VIENLOGS_BIN_DIR "/vienlogs-trust", "--listen", "127.0.0.1:0", "--issuer-cert", ca,
                          "--issuer-key", (authority() / "ca/ca.key").string(), "--ca-out",
                          (authority() / "stamps.pem").string(), "--operator-out",
                          (authority() / "operator.pem").string()});
    const auto listening = standIn.readLine(std::chrono::seconds(30)).value_or("");
    ASSERT_TRUE(listening.starts_with("listening ")) << listening;
    SigningFixture asked("teid2", "http://" + listening.substr(10));
    asked.folder.write("signed.pdf", asked.sign(pdfOf(applicationObjects())));
    ASSERT_TRUE(asked.folder.succeeds(
        "mkdir nss && certutil -N -d sql:nss --empty-password && pdfsig -nssdir sql:nss "
        "signed.pdf && certutil -A -d sql:nss -n ca -t CT,C,C -i '" +
        ca + "' && pdfsig -nssdir sql:nss signed.pdf"))
        << asked.folder.text("output");
    const auto said = asked.folder.text("output");
    const auto without = said.find("Certificate Validation: "), with = said.rfind("Certificate Validation: ");
    EXPECT_NE(said.substr(with, 60).find("Certificate is Trusted."), std::string::npos) << said;
    EXPECT_EQ(said.substr(without, 60).find("Certificate is Trusted."), std::string::npos) << said;
}

TEST(PdfSignRsa, OthersAcceptIt) {
    SigningFixture rsa("seid-rsa");
    rsa.options.visible.emplace();
    rsa.folder.write("signed.pdf", rsa.sign(pdfOf(applicationObjects())));
    ASSERT_TRUE(rsa.folder.succeeds("pdfsig signed.pdf")) << rsa.folder.text("output");
    EXPECT_NE(rsa.folder.text("output").find("Signature is Valid."), std::string::npos)
        << rsa.folder.text("output");
}

TEST_F(PdfSign, AFileOf150MegabytesIsReadPieceByPiece) {
    auto objects = applicationObjects();
    objects[7] = streamOf(std::string(150U << 20, 'x'));
    folder.write("large.pdf", pdfOf(objects));
    objects.clear();
    const auto source = *pdf::FileSource::open(folder / "large.pdf");
    const auto more = signer.sign(*key, *source, options);
    ASSERT_TRUE(more) << more.error().detail;
    EXPECT_LT(more->appended.size(), 64U << 10);
    ASSERT_TRUE(pdf::writeExtended(*source, more->appended, folder / "signed.pdf"));
    ASSERT_TRUE(folder.succeeds("pdfsig signed.pdf | grep 'Signature is Valid'")) << folder.text("output");
}
