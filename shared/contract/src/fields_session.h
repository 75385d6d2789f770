// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/contract/session.h"

namespace vienlogs::contract {

template<typename V>
void fields(V& v, LoginChallenge& o) {
    v("id", o.id);
    v("challenge", o.challenge);
    v("expiresAt", o.expiresAt);
}
template<typename V>
void fields(V& v, LoginRequest& o) {
    v("challengeId", o.challengeId);
    v("place", o.place);
    v("certificate", o.certificate);
    v("algorithm", o.algorithm);
    v("signature", o.signature);
}
template<typename V>
void fields(V& v, Session& o) {
    v("token", o.token);
    v("expiresAt", o.expiresAt);
    v("clerkId", o.clerkId);
    v("clerkName", o.clerkName);
    v("roles", o.roles);
    v("place", o.place);
    v("placeName", o.placeName);
    v("device", o.device);
    v("refreshToken", o.refreshToken);
    v("refreshUntil", o.refreshUntil);
    v("lifeSeconds", o.lifeSeconds);
}
template<typename V>
void fields(V& v, LoginIssuer& o) {
    v("id", o.id);
    v("name", o.name);
}
template<typename V>
void fields(V& v, FederatedBegin& o) {
    v("redirectUri", o.redirectUri);
    v.optional("issuer", o.issuer);
}
template<typename V>
void fields(V& v, FederatedChallenge& o) {
    v("id", o.id);
    v("authorizationUrl", o.authorizationUrl);
    v("expiresAt", o.expiresAt);
}
template<typename V>
void fields(V& v, FederatedLoginRequest& o) {
    v("id", o.id);
    v("place", o.place);
    v("state", o.state);
    v("code", o.code);
    v("secondFactor", o.secondFactor);
}

} // namespace vienlogs::contract
