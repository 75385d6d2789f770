// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
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

/// How much of its own proof a signature carries (baseline levels of ETSI EN 319 132-1): B the signature
/// alone, T also a time stamp, LT also certificates and what their issuers said of revocation.
enum class SignatureLevel { B, T, LT };

/// A container after an attempt to reach a level.
struct SignedContainer {
    base::Bytes bytes;
    SignatureLevel level = SignatureLevel::B; ///< The lowest of its signatures.
    std::optional<base::Failure> notHigher{}; ///< Why it is not at the level that was asked for.
};

/// What a batch came to: containers in the order of the requests, up to the first that failed.
struct SignedBatch {
    std::vector<base::Bytes> containers;
    std::optional<base::Failure> stoppedBy{};
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
    /// One container for each set of files, with one PIN2 that the holder typed for all of them. The first
    /// failure ends it, so that a wrong PIN costs one try. At a reader's pad the holder enters PIN2 for each.
    [[nodiscard]] SignedBatch signBatch(CardSession& card, PinInput pin2,
                                        const std::vector<std::vector<ContainerFile>>& sets,
                                        base::Timestamp signedAt) {
        SignedBatch batch;
        for (const auto& files : sets) {
            auto container = sign(card, pin2, files, signedAt);
            if (!container) {
                batch.stoppedBy = std::move(container.error());
                break;
            }
            batch.containers.push_back(std::move(*container));
        }
        return batch;
    }
};

/// Adds proof to signatures that were made without a network. Blocking; may be used by several threads.
class ContainerLifter {
public:
    virtual ~ContainerLifter() = default;
    /// The container with its signatures at `wanted`, or as near as could be reached; what is signed stays
    /// as it was. Fails when it is no container that can be read.
    [[nodiscard]] virtual base::Result<SignedContainer> lift(const base::Bytes& container,
                                                             SignatureLevel wanted) = 0;
};

} // namespace vienlogs::ports
