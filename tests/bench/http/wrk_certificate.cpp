// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Loaded into wrk, which has no option for it: shows a client certificate on every TLS connection.
#include <cstdlib>

#include <dlfcn.h>
#include <openssl/ssl.h>

extern "C" __attribute__((visibility("default"))) SSL_CTX* SSL_CTX_new(const SSL_METHOD* method) {
    using Real = SSL_CTX* (*)(const SSL_METHOD*);
    static const auto real = reinterpret_cast<Real>(::dlsym(RTLD_NEXT, "SSL_CTX_new"));
    auto* context = real(method);
    const char* certificate = std::getenv("WRK_CERTIFICATE");
    const char* key = std::getenv("WRK_KEY");
    if (context && certificate && key &&
        (SSL_CTX_use_certificate_chain_file(context, certificate) != 1 ||
         SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1))
        std::abort();
    return context;
}
