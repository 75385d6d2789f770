// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/containers.h"
#include "vienlogs/sign/container.h"

namespace vienlogs::sign {

/// Makes ASiC-E containers with one XAdES signature (ETSI EN 319 132-1, baseline level B: no time stamp, no
/// word on revocation). That is a signature made now by this key, not proof that it is a qualified one.
class AsiceSigner final : public ports::ContainerSigner {
public:
    /// As createContainer(); the card's failures are passed on.
    [[nodiscard]] base::Result<base::Bytes> sign(ports::CardSession& card, ports::PinInput pin2,
                                                 const std::vector<ports::ContainerFile>& files,
                                                 base::Timestamp signedAt) override;
};

/// liftContainer() as a port. The services outlive it.
class AsiceLifter final : public ports::ContainerLifter {
public:
    explicit AsiceLifter(const TrustServices& services) : services_(services) {}
    [[nodiscard]] base::Result<ports::SignedContainer> lift(const base::Bytes& container,
                                                            ports::SignatureLevel wanted) override {
        return liftContainer(container, wanted, services_);
    }

private:
    TrustServices services_;
};

} // namespace vienlogs::sign
