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
void fields(V& v, SecurityEvent& o) {
    v("firstAt", o.firstAt);
    v("lastAt", o.lastAt);
    v("code", o.code);
    v("device", o.device);
    v("operation", o.operation);
    v("count", o.count);
}

} // namespace vienlogs::contract
