// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <list>
#include <mutex>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/trust/crl.h"

namespace vienlogs::trust {

/// Where to ask. An address given here goes before the certificate's own.
struct RevocationSettings {
    std::string ocspUrl;
    std::string crlUrl;
    bool nonceRequired = false;
    std::chrono::seconds clockSlack = std::chrono::minutes(5);
    std::size_t mostKept = 1024; ///< OCSP answers in memory.
};

/// The port Revocation: OCSP first, by SHA-256 and then by SHA-1, for a responder may know one only; where it
/// is away or not to be believed, the CRL. An answer is used again until its nextUpdate. In memory only.
class RevocationService final : public ports::Revocation {
public:
    RevocationService(ports::WebClient& web, const base::Clock& clock, RevocationSettings settings = {});
    [[nodiscard]] base::Result<ports::RevocationAnswer> ask(const base::Bytes& certificate,
                                                            const base::Bytes& issuer) override;
    [[nodiscard]] base::Result<ports::RevocationAnswer>
    askAfter(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp notBefore) override;

private:
    struct Kept {
        base::Bytes key; ///< SHA-256 over certificate and issuer.
        ports::RevocationAnswer answer;
    };
    struct KeptCrl {
        std::string url;
        base::Bytes der;
        base::Timestamp nextUpdate;
    };
    using Answer = base::Result<ports::RevocationAnswer>;
    Answer askAll(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp notBefore);
    Answer askOcspBy(CertIdHash hash, const std::string& url, const base::Bytes& certificate,
                     const base::Bytes& issuer, base::Timestamp notBefore);
    Answer askResponder(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp notBefore);
    Answer askCrl(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp notBefore);
    [[nodiscard]] RevocationRules rules() const;
    std::optional<ports::RevocationAnswer> kept(const base::Bytes& key);
    void keep(const base::Bytes& key, const ports::RevocationAnswer& answer);
    std::optional<base::Bytes> keptCrl(const std::string& url);
    void keepCrl(const std::string& url, const base::Bytes& der, base::Timestamp nextUpdate);

    ports::WebClient& web_;
    const base::Clock& clock_;
    RevocationSettings settings_;
    std::mutex mutex_;
    std::list<Kept> kept_;       ///< The newest first.
    std::list<KeptCrl> keptCrl_; ///< Together at most mostCrlBytes.
};

} // namespace vienlogs::trust
