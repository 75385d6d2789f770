// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "card_revocation.h"

namespace vienlogs::server {

namespace {

/// Shorter than the usual: somebody waits at a desk.
web::WebSettings shortWaits() {
    web::WebSettings settings;
    settings.connect = std::chrono::milliseconds(1500);
    settings.answer = std::chrono::milliseconds(3000);
    return settings;
}

trust::RevocationSettings settingsOf(const Options& options) {
    trust::RevocationSettings settings;
    settings.ocspUrl = options.ocspUrl == "certificate" ? std::string() : options.ocspUrl;
    settings.crlUrl = options.crlUrl;
    return settings;
}

} // namespace

CardRevocation::CardRevocation(const Options& options, const base::Clock& clock)
    : wanted_(!options.ocspUrl.empty()), web_(shortWaits()), service_(web_, clock, settingsOf(options)) {}

} // namespace vienlogs::server
