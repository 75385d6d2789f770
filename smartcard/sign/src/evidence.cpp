// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "evidence.h"

#include <algorithm>

#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

void addOnce(std::vector<base::Bytes>& to, const base::Bytes& piece) {
    if (std::find(to.begin(), to.end(), piece) == to.end())
        to.push_back(piece);
}

/// Revoked after the time stamp, a certificate still was good when it signed; the proof says both.
base::Result<void> judge(const ports::RevocationAnswer& answer, base::Timestamp stamped) {
    if (answer.state == ports::RevocationState::Revoked &&
        (!answer.revokedAt || *answer.revokedAt <= stamped))
        return base::fail(codes::revoked, answer.reason);
    if (answer.state == ports::RevocationState::Unknown)
        return base::fail(codes::stateUnknown);
    return {};
}

base::Result<void> addRevocation(Evidence& evidence, const base::Bytes& certificate,
                                 const base::Bytes& issuer, base::Timestamp stamped,
                                 ports::Revocation& revocation) {
    const auto answer = revocation.askAfter(certificate, issuer, stamped);
    if (!answer)
        return base::fail(answer.error());
    addOnce(answer->source == ports::RevocationSource::Ocsp ? evidence.ocspResponses : evidence.crls,
            answer->proof);
    return judge(*answer, stamped);
}

base::Result<void> addChain(Evidence& evidence, const base::Bytes& certificate, const StampToken& stamp,
                            const std::vector<base::Bytes>& others, const TrustServices& services) {
    const auto chain = services.authorities.chainOf(certificate, others);
    if (!chain)
        return base::fail(chain.error());
    bool believed = false;
    for (std::size_t i = 0; i < chain->size(); ++i) {
        const auto& link = (*chain)[i];
        addOnce(evidence.certificates, link.der);
        believed = believed || link.anchor;
        if (believed)
            continue;
        // The chain goes on to one that is believed, so there is a next one.
        auto added = addRevocation(evidence, link.der, (*chain)[i + 1].der, stamp.at, services.revocation);
        if (!added)
            return added;
    }
    return {};
}

} // namespace

base::Result<Evidence> gatherEvidence(const base::Bytes& signer, const StampToken& stamp,
                                      const std::vector<base::Bytes>& otherCertificates,
                                      const TrustServices& services) {
    Evidence evidence;
    auto done = addChain(evidence, signer, stamp, otherCertificates, services).and_then([&] {
        if (stamp.signer.empty())
            return base::Result<void>(base::fail(codes::notContainer, "a time stamp without certificate"));
        return addChain(evidence, stamp.signer, stamp, stamp.certificates, services);
    });
    if (!done)
        return base::fail(std::move(done.error()));
    // The signer's own certificate is in the signature already.
    std::erase(evidence.certificates, signer);
    return evidence;
}

} // namespace vienlogs::sign
