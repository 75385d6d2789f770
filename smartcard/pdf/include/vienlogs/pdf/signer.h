// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/pdf/source.h"
#include "vienlogs/ports/trust_services.h"
#include "vienlogs/sign/signing_key.h"

namespace vienlogs::pdf {

/// Baseline levels of ETSI EN 319 142-1: signed; with a time stamp; with the proofs that are needed later.
enum class Level { B, T, LT };

/// Points (1/72 inch) from the lower left corner of the page as it is seen.
struct Rectangle {
    double left = 36, bottom = 36, width = 226, height = 62;
};

/// A field that is seen on a page: a box with the signer's name and the time.
struct VisibleField {
    int page = 1;
    Rectangle place;
    /// TrueType fonts that have Latvian letters (Debian: fonts-noto-core).
    std::filesystem::path font = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";
    std::filesystem::path boldFont = "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf";
};

struct SignOptions {
    Level level = Level::B;
    base::Timestamp signedAt;
    std::chrono::minutes utcOffset{0}; ///< Of the place of signing, for the time that is shown.
    std::optional<VisibleField> visible;
    std::string reason, location;     ///< Empty: not said.
    std::vector<base::Bytes> issuers; ///< DER: the signer's issuers and those of the time stamp service.
};

/// Signs PDF files as PAdES (ETSI EN 319 142-1: /ETSI.CAdES.detached, the signing certificate's hash signed,
/// the time in /M and not in the CMS). Earlier bytes are never touched, so that earlier signatures stay good.
class PdfSigner {
public:
    /// Both may be null for level B; `revocation` for T. They must live longer.
    PdfSigner(ports::TimeStamps* timeStamps, ports::Revocation* revocation)
        : timeStamps_(timeStamps), revocation_(revocation) {}

    /// What is to be appended to the file (see writeExtended()). The key signs only when all else is right.
    /// VL-PDF-0001 to VL-PDF-0009, VL-PDF-0018; the key's, the time stamp service's (VL-TSA-*) and the
    /// revocation services' failures are passed on; VL-PDF-0016, VL-PDF-0017 for level LT.
    [[nodiscard]] base::Result<std::string> sign(sign::SigningKey& key, const Source& source,
                                                 const SignOptions& options) const;

private:
    base::Result<std::string> proofs(const Source& source, const SignOptions& options,
                                     const base::Bytes& certificate,
                                     const ports::TimeStampToken& stamp) const;
    ports::TimeStamps* timeStamps_;
    ports::Revocation* revocation_;
};

} // namespace vienlogs::pdf
