// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "chain.h"

namespace vienlogs::verify {

namespace {

constexpr int deepest = 8, securityLevel = 2;

std::time_t seconds(base::Timestamp at) {
    return static_cast<std::time_t>(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

bool isTime(int error) {
    return error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
}

/// Remembers the first certificate that is not valid at the moment and goes on, so that the path is known.
struct Found {
    std::optional<int> outOfBounds;
};

int goOnPastDates(int good, X509_STORE_CTX* context) {
    if (good || !isTime(X509_STORE_CTX_get_error(context)))
        return good;
    auto* found = static_cast<Found*>(X509_STORE_CTX_get_app_data(context));
    if (!found->outOfBounds)
        found->outOfBounds = X509_STORE_CTX_get_error_depth(context);
    return 1;
}

} // namespace

X509ListPtr listOf(std::span<const base::Bytes> certificates) {
    X509ListPtr list(sk_X509_new_null());
    for (const auto& der : certificates)
        if (auto parsed = parseX509(der))
            sk_X509_push(list.get(), parsed.release());
    return list;
}

StorePtr anchorsAt(std::span<const base::Bytes> anchors, base::Timestamp at) {
    StorePtr store(X509_STORE_new());
    for (const auto& der : anchors)
        if (const auto parsed = parseX509(der))
            X509_STORE_add_cert(store.get(), parsed.get());
    auto* rules = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(rules, seconds(at));
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_depth(rules, deepest);
    X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);
    return store;
}

Chain chainOf(const base::Bytes& certificate, std::span<const base::Bytes> others,
              std::span<const base::Bytes> anchors, base::Timestamp at) {
    const auto leaf = parseX509(certificate);
    const auto untrusted = listOf(others);
    const auto store = anchorsAt(anchors, at);
    const StoreContextPtr context(X509_STORE_CTX_new());
    if (!leaf || !context || !X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), untrusted.get()))
        return {.why = "no certificate"};
    Found found;
    X509_STORE_CTX_set_app_data(context.get(), &found);
    X509_STORE_CTX_set_verify_cb(context.get(), goOnPastDates);
    const bool good = X509_verify_cert(context.get()) == 1;
    Chain chain;
    chain.why = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
    ERR_clear_error();
    if (!good)
        return chain;
    const auto* path = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; i < sk_X509_num(path); ++i)
        chain.certificates.push_back(derOf<i2d_X509>(sk_X509_value(path, i)));
    chain.result = found.outOfBounds ? Chain::Result::OutOfBounds : Chain::Result::Trusted;
    chain.outOfBounds = static_cast<std::size_t>(found.outOfBounds.value_or(0));
    return chain;
}

} // namespace vienlogs::verify
