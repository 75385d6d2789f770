// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fields_payments.h"
#include "vienlogs/domain/cases/commands.h"

/// Which fields the domain's types have on the wire; one description serves reading and writing.
namespace vienlogs::contract {

namespace cases = domain::cases;
namespace clients = domain::clients;

template<typename V>
void fields(V& v, clients::Client& o) {
    v("identifier", o.identifier);
    v("givenName", o.givenName);
    v("familyName", o.familyName);
}
template<typename V>
void fields(V& v, clients::ActingFor& o) {
    v("kind", o.kind);
    v("represented", o.represented);
    v("name", o.name);
}
template<typename V>
void fields(V& v, cases::SignatureProof& o) {
    v("level", o.level);
    v("sha256", o.sha256);
    v("size", o.size);
    v("at", o.at);
    v.optional("stopped", o.stopped);
}
template<typename V>
void fields(V& v, cases::Document& o) {
    v("kind", o.kind);
    v("sha256", o.sha256);
    v("title", o.title);
    v("mediaType", o.mediaType);
    v("size", o.size);
    v("pages", o.pages);
    v.optional("proof", o.proof);
}
template<typename V>
void fields(V& v, cases::InvoiceFee& o) {
    v("costId", o.costId);
    v("proofId", o.proofId);
    v("label", o.label);
    v("urgency", o.urgency);
    v("legalBasis", o.legalBasis);
    v("ground", o.ground);
    v("proof", o.proof);
}
template<typename V>
void fields(V& v, cases::Invoice& o) {
    v("id", o.id);
    v("number", o.number);
    v("amountCents", o.amount);
    v("recipient", o.recipient);
    v("purpose", o.purpose);
    v("issuedAt", o.issuedAt);
    v("fee", o.fee);
}
template<typename V>
void fields(V& v, cases::StepTime& o) {
    v("step", o.step);
    v("from", o.from);
    v("to", o.to);
}
template<typename V>
void fields(V& v, cases::CaseEvent& o) {
    v("type", o.type);
    v("at", o.at);
    v("clerk", o.clerk);
    v("place", o.place);
    v.optional("command", o.command);
}
template<typename V>
void fields(V& v, cases::Case& o) {
    v("id", o.id);
    v("contactId", o.contactId);
    v("number", o.number);
    v("state", o.state);
    v("client", o.client);
    v("actingFor", o.actingFor);
    v("identityLevel", o.identityLevel);
    v("legalBasis", o.legalBasis);
    v("channel", o.channel);
    v("place", o.place);
    v("device", o.device);
    v("clerk", o.clerk);
    v("lifeEventId", o.lifeEventId);
    v("serviceId", o.serviceId);
    v("serviceVersion", o.serviceVersion);
    v("institution", o.institution);
    v("formId", o.formId);
    v("formVersion", o.formVersion);
    v("answers", JsonText{o.answersJson});
    v("answersKey", o.answersKey);
    v("documents", o.documents);
    v("signedBy", o.signedBy);
    v("invoice", o.invoice);
    v("payments", o.payments);
    v("delivery", o.delivery);
    v("stepTimes", o.stepTimes);
    v("history", o.history);
    v("openedAt", o.openedAt);
    v("submittedAt", o.submittedAt);
    v("version", o.version);
}

} // namespace vienlogs::contract
