// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/failure.h"
#include "vienlogs/verify/findings.h"

/// What validating signatures found, for containers and PDF alike. Values only; writers:
/// vienlogs/verify/report_writer.h.
namespace vienlogs::verify {

/// The three answers of ETSI EN 319 102-1, section 5.1.3.
enum class Indication { TotalPassed, Indeterminate, TotalFailed };

/// Why it is not "passed"; the names of ETSI EN 319 102-1, table 5 and 6.
enum class SubIndication {
    None,
    FormatFailure,
    HashFailure,
    SigCryptoFailure,
    Expired,
    NotYetValid,
    SigConstraintsFailure,
    ChainConstraintsFailure,
    CryptoConstraintsFailure,
    NoSigningCertificateFound,
    NoCertificateChainFound,
    SignedDataNotFound,
    RevokedNoPoe,
    RevokedCaNoPoe,
    OutOfBoundsNoPoe,
    OutOfBoundsNotRevoked,
    TryLater,
};

/// Baseline levels (ETSI EN 319 132-1, EN 319 142-1): B signed, T with proof of the time, LT with the proofs
/// that are needed when nobody can be asked any more.
enum class Level { B, T, LT };

/// Whether one level is reached, and if not why. Each is judged by itself.
struct LevelResult {
    Level level = Level::B;
    bool reached = false;
    std::vector<base::Failure> reasons;
};

/// What is checked; each has its words in report_writer.
enum class CheckKind {
    Structure,       ///< Built as the standard asks for, nothing else in it.
    Algorithms,      ///< Hashes and keys that are still safe.
    FileDigest,      ///< One file is what was signed.
    Coverage,        ///< Every file is signed.
    Properties,      ///< Time and certificate of the signer are signed, too.
    SignatureValue,  ///< The key signed this.
    Certificate,     ///< It is the certificate that the signer named.
    Purpose,         ///< Its key may sign documents.
    Chain,           ///< Trusted issuers, valid at the time.
    Revocation,      ///< Not revoked at the time.
    TimeStamp,       ///< A time stamp holds.
    StampRevocation, ///< The certificate of the time stamp service was not revoked.
    Times,           ///< The claimed time and the proved one agree.
    TrustedListing,  ///< What the trusted list says.
    Revision,        ///< Of a PDF: what was changed after it was signed.
};

/// Noted: said, but it decides nothing about the signature.
enum class Outcome { Passed, Failed, Noted };

struct Check {
    CheckKind kind = CheckKind::Structure;
    Outcome outcome = Outcome::Passed;
    std::string about{};                ///< The file, certificate or service it is about.
    std::optional<base::Failure> why{}; ///< Why it did not pass.
};

/// Whether the signature (or seal) may be called qualified. Never without a trusted list's word.
struct QualifiedResult {
    bool yes = false;
    std::vector<base::Failure> reasons;         ///< Why not.
    std::optional<ports::TrustListing> listing; ///< What the list said.
};

/// One signature.
struct SignatureReport {
    std::string place;      ///< "META-INF/signatures0.xml", or the field of a PDF.
    std::string id;         ///< The Id of its element.
    bool seal = false;      ///< Of an organisation, not of a person.
    std::string signer;     ///< "ANNA BĒRZIŅA" or the organisation; empty when no certificate was found.
    std::string identifier; ///< "PNOLV-010181-15098", "NTRLV-40003000000".
    std::optional<base::Timestamp> claimedAt; ///< By the signer.
    std::optional<base::Timestamp> provedAt;  ///< By the first time stamp that holds.
    Indication indication = Indication::TotalPassed;
    SubIndication sub = SubIndication::None;
    std::vector<base::Failure> reasons; ///< Why it is not passed, the deciding one first.
    std::vector<LevelResult> levels;    ///< B, T, LT in this order.
    QualifiedResult qualified;
    std::vector<Check> checks;

    // Diagnostic
    std::string format; ///< "XAdES", "PAdES"
    std::string signatureMethod, canonicalization;
    std::vector<std::string> roles;
    std::vector<std::string> files;     ///< Signed.
    std::vector<CertificateData> chain; ///< The signer's certificate first.
    std::vector<CertificateData> otherCertificates;
    std::vector<TimeStampData> timeStamps;
    std::vector<RevocationData> revocation;

    [[nodiscard]] bool valid() const { return indication == Indication::TotalPassed; }
    /// The highest level reached without a gap; nothing when not even B is.
    [[nodiscard]] std::optional<Level> level() const;
};

/// A file of the container.
struct FileData {
    std::string name;
    std::uint64_t size = 0;
    std::string mediaType; ///< As signed; empty if no signature says.
};

/// A whole container or PDF.
struct ValidationReport {
    std::string mediaType;
    base::Timestamp validatedAt;
    std::vector<FileData> files;
    std::vector<SignatureReport> signatures; ///< None: nobody signed.

    /// Every signature is.
    [[nodiscard]] bool valid() const;
};

/// "TOTAL-PASSED"
[[nodiscard]] const char* nameOf(Indication indication);
/// "HASH_FAILURE"; empty for None.
[[nodiscard]] const char* nameOf(SubIndication sub);
/// "B", "T", "LT"
[[nodiscard]] const char* nameOf(Level level);

} // namespace vienlogs::verify
