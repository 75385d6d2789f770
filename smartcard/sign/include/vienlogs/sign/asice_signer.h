// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/ports/containers.h"

namespace vienlogs::sign {

/// Makes ASiC-E containers with one XAdES signature (ETSI EN 319 132-1, baseline level B: no time stamp, no
/// word on revocation). That is a signature made now by this key, not proof that it is a qualified one.
class AsiceSigner final : public ports::ContainerSigner {
public:
    /// At most 100 files of together 256 MiB: VL-SIGN-0003. Names must differ and have no folders:
    /// VL-SIGN-0002. The card's failures are passed on.
    [[nodiscard]] base::Result<base::Bytes> sign(ports::CardSession& card, ports::PinInput pin2,
                                                 const std::vector<ports::ContainerFile>& files,
                                                 base::Timestamp signedAt) override;
};

} // namespace vienlogs::sign
