// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "fields_audit.h"
#include "fields_commands.h"
#include "fields_session.h"
#include "vienlogs/contract/wire.h"

namespace vienlogs::contract {

template<typename V>
void fields(V& v, Problem& o) {
    v("status", o.status);
    v("code", o.code);
    v("title", o.title);
    v("detail", o.detail);
    v.optional("argument", o.argument);
}
template<typename V>
void fields(V& v, CommandResult& o) {
    v("key", o.key);
    v("status", o.status);
    v("problem", o.problem);
    v("version", o.version);
    v("deviceEpoch", o.deviceEpoch);
    v("storeEpoch", o.storeEpoch);
    v("mark", o.mark);
}
template<typename V>
void fields(V& v, Change& o) {
    v("sequence", o.sequence);
    v("kind", o.kind);
    v("id", o.id);
    v("tombstone", o.tombstone);
    v("body", JsonText{o.bodyJson});
}
template<typename V>
void fields(V& v, ChangesPage& o) {
    v("epoch", o.epoch);
    v("changes", o.changes);
    v("next", o.next);
    v("more", o.more);
}
template<typename V>
void fields(V& v, BlobState& o) {
    v("sha256", o.sha256);
    v("size", o.size);
    v("complete", o.complete);
    v("missing", o.missing);
    v.optional("held", o.held);
}
template<typename V>
void fields(V& v, RegisterRequest& o) {
    v("register", o.registerId);
    v("operation", o.operation);
    v("subject", o.subject);
    v("purpose", o.purpose);
    v("legalBasis", o.legalBasis);
    v("contactId", o.contactId);
    v("parameters", JsonText{o.parametersJson});
}
template<typename V>
void fields(V& v, RegisterAnswer& o) {
    v("register", o.registerId);
    v("source", o.source);
    v("state", o.state);
    v("asOf", o.asOf);
    v("data", JsonText{o.dataJson});
    v("problem", o.problem);
}
template<typename V>
void fields(V& v, ReferenceItem& o) {
    v("name", o.name);
    v("sha256", o.sha256);
    v("size", o.size);
}
template<typename V>
void fields(V& v, ReferenceManifest& o) {
    v("version", o.version);
    v("items", o.items);
}
template<typename V>
void fields(V& v, HistoryEntry& o) {
    v("caseId", o.caseId);
    v("number", o.number);
    v("serviceId", o.serviceId);
    v("state", o.state);
    v("channel", o.channel);
    v("institution", o.institution);
    v("at", o.at);
}
template<typename V>
void fields(V& v, AccessRecord& o) {
    v("index", o.index);
    v("at", o.at);
    v("who", o.who);
    v("place", o.place);
    v("what", o.what);
    v("purpose", o.purpose);
    v("legalBasis", o.legalBasis);
}
template<typename V>
void fields(V& v, RegisterHealth& o) {
    v("register", o.registerId);
    v("name", o.name);
    v("state", o.state);
    v("latencyMs", o.latencyMs);
}

} // namespace vienlogs::contract
