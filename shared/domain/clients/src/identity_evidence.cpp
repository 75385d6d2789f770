// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/clients/identity_evidence.h"

namespace vienlogs::domain::clients {

IdentityLevel levelOf(const IdentityEvidence& evidence) {
    const auto without = evidence.documentSeen ? IdentityLevel::DocumentSeen : IdentityLevel::None;
    if (!evidence.cardRead || evidence.revoked)
        return without;
    if (!evidence.notRevoked)
        return IdentityLevel::CardPresent;
    return evidence.pinProved ? IdentityLevel::PinProved : IdentityLevel::CertificateValid;
}

IdentityEvidence joined(const IdentityEvidence& before, const IdentityEvidence& more) {
    auto all = before;
    const auto add = [](auto& known, const auto& fresh) {
        if (!known)
            known = fresh;
    };
    add(all.documentSeen, more.documentSeen);
    add(all.cardRead, more.cardRead);
    if (!all.notRevoked && more.notRevoked) {
        all.notRevoked = more.notRevoked;
        all.saidBy = more.saidBy;
    }
    all.revoked = all.revoked || more.revoked;
    add(all.pinProved, more.pinProved);
    add(all.photoChecked, more.photoChecked);
    return all;
}

std::string describe(const IdentityEvidence& evidence) {
    std::string text;
    const auto add = [&text](const std::string& word) { text += (text.empty() ? "" : ", ") + word; };
    if (evidence.documentSeen)
        add("document");
    if (evidence.cardRead)
        add("card");
    if (evidence.revoked)
        add("revoked");
    else if (evidence.notRevoked)
        add(evidence.saidBy + " " + base::toRfc3339(*evidence.notRevoked));
    else if (evidence.cardRead)
        add("not confirmed");
    if (evidence.pinProved)
        add("pin");
    if (evidence.photoChecked)
        add("photo");
    return text;
}

} // namespace vienlogs::domain::clients
