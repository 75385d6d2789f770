// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "issuer_question.h"

namespace vienlogs::workstation {

namespace {

/// Shorter than the usual: a desk that is being closed waits for its last question.
web::WebSettings shortWaits(const std::string& proxy) {
    web::WebSettings settings;
    settings.connect = std::chrono::milliseconds(1500);
    settings.answer = std::chrono::milliseconds(3000);
    settings.proxy = proxy;
    return settings;
}

trust::RevocationSettings addressOf(const std::string& ocsp) {
    trust::RevocationSettings settings;
    settings.ocspUrl = ocsp == "certificate" ? std::string() : ocsp;
    return settings;
}

} // namespace

IssuerQuestion::IssuerQuestion(const IssuerSettings& settings, const card::TrustStore& trust,
                               const base::Clock& clock)
    : wanted_(!settings.ocsp.empty()), trust_(trust), web_(shortWaits(settings.proxy)),
      service_(web_, clock, addressOf(settings.ocsp)) {}

base::Result<ports::RevocationAnswer> IssuerQuestion::ask(const base::Bytes& certificate) {
    const auto issuer = trust_.issuerOf(certificate);
    if (!issuer)
        return base::fail(issuer.error());
    return service_.ask(certificate, *issuer);
}

} // namespace vienlogs::workstation
