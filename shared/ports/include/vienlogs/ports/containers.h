// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/ports/card_reader.h"

namespace vienlogs::ports {

/// A file that goes into a signed container.
struct ContainerFile {
    std::string name;      ///< UTF-8, without folders.
    std::string mediaType; ///< "application/pdf"
    base::Bytes content;
};

/// Makes signed containers of files.
class ContainerSigner {
public:
    virtual ~ContainerSigner() = default;
    /// An ASiC-E container (ETSI EN 319 162-1) with one XAdES baseline-B signature of the card over all
    /// files.
    [[nodiscard]] virtual base::Result<base::Bytes> sign(CardSession& card, PinInput pin2,
                                                         const std::vector<ContainerFile>& files,
                                                         base::Timestamp signedAt) = 0;
};

} // namespace vienlogs::ports
