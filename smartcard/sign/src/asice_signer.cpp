// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sign/asice_signer.h"

namespace vienlogs::sign {

base::Result<base::Bytes> AsiceSigner::sign(ports::CardSession& card, ports::PinInput pin2,
                                            const std::vector<ports::ContainerFile>& files,
                                            base::Timestamp signedAt) {
    CardSigningKey key(card, pin2);
    return createContainer(files, key, {.signedAt = signedAt}).map([](ports::SignedContainer made) {
        return std::move(made.bytes);
    });
}

} // namespace vienlogs::sign
