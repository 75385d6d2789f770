// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "card_files.h"
#include "vienlogs/card/certificate.h"
#include "vienlogs/card/layout.h"

namespace vienlogs::card {

/// An application of the card, and how its PIN is presented where the card does not say so itself.
struct Application {
    base::Bytes identifier;
    PinLayout pin;
};

/// Finds and reads the certificate of the selected application: EF.OD, EF.CDF, the first file that holds one
/// (cards of one kind of key keep empty files
/// for the other); where several hold one, the one for this purpose.
[[nodiscard]] base::Result<ApplicationLayout>
discoverCertificate(CardFiles& files, const base::Bytes& application, Purpose purpose);

/// Finds how the key of the certificate is used: EF.PrKD, EF.AOD if there is one, EF.TokenInfo.
[[nodiscard]] base::Result<KeyLayout> discoverKey(CardFiles& files, const ApplicationLayout& layout,
                                                  KeyKind kind, const PinLayout& usualPin);

} // namespace vienlogs::card
