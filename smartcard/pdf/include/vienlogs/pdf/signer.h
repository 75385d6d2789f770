// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/pdf/source.h"
#include "vienlogs/ports/containers.h"
#include "vienlogs/ports/trust_services.h"
#include "vienlogs/sign/signing_key.h"

namespace vienlogs::pdf {

using Level = ports::SignatureLevel;

/// What signing made, and how far it came: a level that cannot be reached does not cost the signature.
struct Signed {
    std::string appended; ///< To be put behind the file (see writeExtended()).
    Level level = Level::B;
    std::optional<base::Failure> notHigher{}; ///< Why it is not at the level that was asked for.
};

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
    /// Without time stamps a signature stays at B, without word on revocation at T. They must live longer.
    PdfSigner(ports::TimeStamps* timeStamps, ports::Revocation* revocation)
        : timeStamps_(timeStamps), revocation_(revocation) {}

    /// The key signs only when all else is right. VL-PDF-0001 to VL-PDF-0009, VL-PDF-0018 and the key's
    /// failures. Told as `notHigher`: VL-SIGN-0009, the failures of the time stamp service (VL-TSA-*) and of
    /// the revocation services, VL-PDF-0016 and VL-PDF-0017 for level LT.
    [[nodiscard]] base::Result<Signed> sign(sign::SigningKey& key, const Source& source,
                                            const SignOptions& options) const;

private:
    ports::TimeStamps* timeStamps_;
    ports::Revocation* revocation_;
};

} // namespace vienlogs::pdf
