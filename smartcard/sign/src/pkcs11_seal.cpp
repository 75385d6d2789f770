// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sign/pkcs11_seal.h"

#include "pkcs11_session.h"
#include "vienlogs/card/certificate.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

struct Pkcs11Seal::State {
    std::unique_ptr<Pkcs11Session> session;
    Pkcs11Session::Object key = 0;
    base::Bytes certificate;
    card::KeyKind kind = card::KeyKind::Rsa;
};

Pkcs11Seal::Pkcs11Seal(std::unique_ptr<State> state) : state_(std::move(state)) {}
Pkcs11Seal::~Pkcs11Seal() = default;

base::Result<std::unique_ptr<Pkcs11Seal>> Pkcs11Seal::open(const SealPlace& place, const base::Secret& pin) {
    auto session = Pkcs11Session::open(place.module, place.tokenLabel, pin);
    if (!session)
        return base::fail(std::move(session.error()));
    auto state = std::make_unique<State>();
    state->session = std::move(*session);
    const auto key = state->session->privateKey(place.keyLabel, place.keyId);
    if (!key)
        return base::fail(key.error());
    state->key = *key;
    auto certificate = state->session->certificateOf(*key);
    const auto kind = certificate ? card::keyKindOf(*certificate) : base::fail(certificate.error());
    if (!kind)
        return base::fail(codes::noSealKey, kind.error().detail, place.keyLabel);
    state->certificate = std::move(*certificate);
    state->kind = *kind;
    return std::unique_ptr<Pkcs11Seal>(new Pkcs11Seal(std::move(state)));
}

base::Result<base::Bytes> Pkcs11Seal::certificate() {
    return state_->certificate;
}

base::Result<ports::CardSignature> Pkcs11Seal::sign(const base::Bytes& data) {
    const bool rsa = state_->kind == card::KeyKind::Rsa;
    const auto hash = card::hashFor(state_->kind, data);
    auto value = state_->session->sign(state_->key, rsa, rsa ? card::digestInfo(hash) : hash);
    if (!value)
        return base::fail(std::move(value.error()));
    return card::verifySignature(state_->certificate, state_->kind, data, *value).map([&] {
        return ports::CardSignature{state_->certificate, card::algorithmOf(state_->kind), std::move(*value)};
    });
}

} // namespace vienlogs::sign
