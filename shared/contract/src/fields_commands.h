// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fields_domain.h"

/// Which fields the commands have on the wire.
namespace vienlogs::contract {

template<typename V>
void fields(V& v, cases::LogInOffline& o) {
    v("certificateSha256", o.certificateSha256);
}
template<typename V>
void fields(V& v, cases::OpenContact& o) {
    v("channel", o.channel);
}
template<typename V>
void fields(V& v, cases::IdentifyClient& o) {
    v("client", o.client);
    v("level", o.level);
    v("reader", o.reader);
    v("certificateSha256", o.certificateSha256);
    v("purpose", o.purpose);
}
template<typename V>
void fields(V& v, cases::EndContact& o) {
    v("stepTimes", o.stepTimes);
    v("outcome", o.outcome);
}
template<typename V>
void fields(V& v, cases::OpenCase& o) {
    v("contactId", o.contactId);
    v("number", o.number);
    v("client", o.client);
    v("actingFor", o.actingFor);
    v("identityLevel", o.identityLevel);
    v("legalBasis", o.legalBasis);
    v("channel", o.channel);
    v("lifeEventId", o.lifeEventId);
    v("serviceId", o.serviceId);
    v("serviceVersion", o.serviceVersion);
    v("institution", o.institution);
    v("formId", o.formId);
    v("formVersion", o.formVersion);
}
template<typename V>
void fields(V& v, cases::SaveAnswers& o) {
    v("answers", JsonText{o.answersJson});
    v("basedOn", o.basedOn);
}
template<typename V>
void fields(V& v, cases::AttachDocument& o) {
    v("document", o.document);
}
template<typename V>
void fields(V& v, cases::RemoveDocument& o) {
    v("sha256", o.sha256);
}
template<typename V>
void fields(V& v, cases::SignCase& o) {
    v("method", o.method);
    v("documentSha256", o.documentSha256);
    v("basedOn", o.basedOn);
}
template<typename V>
void fields(V& v, cases::IssueInvoice& o) {
    v("invoice", o.invoice);
}
template<typename V>
void fields(V& v, cases::RecordPayment& o) {
    v("payment", o.payment);
}
template<typename V>
void fields(V& v, cases::SubmitCase& o) {
    v("delivery", o.delivery);
    v("stepTimes", o.stepTimes);
}
template<typename V>
void fields(V& v, cases::WithdrawCase& o) {
    v("reason", o.reason);
}
template<typename V>
void fields(V& v, cases::CloseDay& o) {
    v("closing", o.closing);
}

} // namespace vienlogs::contract
