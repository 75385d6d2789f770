// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include <openssl/ssl.h>

#include "vienlogs/base/result.h"
#include "vienlogs/server/front/front.h"

namespace vienlogs::server::front {

using TlsContext = std::shared_ptr<SSL_CTX>;

/// What OpenSSL tells of a connection during its handshake; SSL_get_app_data() points to it.
struct TlsNotes {
    std::string refused; ///< Fingerprint of the certificate that was not believed.
};

/// TLS 1.3, own certificate, a client certificate of the device CA required. VL-SRV-0045 names the file that
/// is wrong.
[[nodiscard]] base::Result<TlsContext> makeTlsContext(const TlsFiles& files);
/// The oldest error of OpenSSL on this thread in words, and forgets the rest.
[[nodiscard]] std::string takeTlsError();
/// Name, fingerprint and end of the certificate that the handshake has verified; the address is kept.
[[nodiscard]] Peer peerOf(const SSL& session, std::string address);

} // namespace vienlogs::server::front
