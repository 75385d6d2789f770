// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/clients/client.h"

#include "vienlogs/base/names.h"

namespace vienlogs::domain::clients {

namespace {

constexpr base::Names<IdentityLevel, 5> levels{{{IdentityLevel::None, "none"},
                                                {IdentityLevel::DocumentSeen, "document-seen"},
                                                {IdentityLevel::CardPresent, "card-present"},
                                                {IdentityLevel::CertificateValid, "certificate-valid"},
                                                {IdentityLevel::PinProved, "pin-proved"}}};
constexpr base::Names<LegalBasis, 3> bases{{{LegalBasis::InPersonAuthorisation, "in-person-authorisation"},
                                            {LegalBasis::PhoneAuthentication, "phone-authentication"},
                                            {LegalBasis::OwnAct, "own-act"}}};
constexpr base::Names<ActingFor::Kind, 4> kinds{{{ActingFor::Kind::Self, "self"},
                                                 {ActingFor::Kind::MinorChild, "minor-child"},
                                                 {ActingFor::Kind::Company, "company"},
                                                 {ActingFor::Kind::OtherPerson, "other-person"}}};

} // namespace

std::string_view nameOf(IdentityLevel level) {
    return base::nameIn(levels, level);
}
std::string_view nameOf(LegalBasis basis) {
    return base::nameIn(bases, basis);
}
std::string_view nameOf(ActingFor::Kind kind) {
    return base::nameIn(kinds, kind);
}
std::optional<IdentityLevel> identityLevelFrom(std::string_view name) {
    return base::valueIn(levels, name);
}
std::optional<LegalBasis> legalBasisFrom(std::string_view name) {
    return base::valueIn(bases, name);
}
std::optional<ActingFor::Kind> actingForFrom(std::string_view name) {
    return base::valueIn(kinds, name);
}

} // namespace vienlogs::domain::clients
