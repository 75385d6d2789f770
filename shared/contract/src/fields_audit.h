// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/contract/audit.h"

namespace vienlogs::contract {

template<typename V>
void fields(V& v, AuditHead& o) {
    v("size", o.size);
    v("root", o.root);
    v("at", o.at);
    v("signature", o.signature);
    v("keyId", o.keyId);
}
template<typename V>
void fields(V& v, AuditKeyInfo& o) {
    v("id", o.id);
    v("publicKey", o.publicKey);
    v("endorsedBy", o.endorsedBy);
    v("endorsement", o.endorsement);
}
template<typename V>
void fields(V& v, AuditHeads& o) {
    v("head", o.head);
    v("keys", o.keys);
}
template<typename V>
void fields(V& v, AuditInclusion& o) {
    v("index", o.index);
    v("size", o.size);
    v("leafHash", o.leafHash);
    v("path", o.path);
    v("root", o.root);
}
template<typename V>
void fields(V& v, AuditConsistency& o) {
    v("from", o.from);
    v("path", o.path);
    v("head", o.head);
    v("keys", o.keys);
}
template<typename V>
void fields(V& v, AuditStamp& o) {
    v("head", o.head);
    v("at", o.at);
    v("token", o.token);
}
template<typename V>
void fields(V& v, AuditStampState& o) {
    v("isConfigured", o.isConfigured);
    v("records", o.records);
    v("waiting", o.waiting);
    v("waitingSince", o.waitingSince);
    v("newest", o.newest);
    v("failure", o.failure);
}
template<typename V>
void fields(V& v, SecurityEvent& o) {
    v("firstAt", o.firstAt);
    v("lastAt", o.lastAt);
    v("code", o.code);
    v("device", o.device);
    v("operation", o.operation);
    v("count", o.count);
}

} // namespace vienlogs::contract
