// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "vienlogs/ports/trust_services.h"
#include "vienlogs/sign/authorities.h"
#include "vienlogs/sign/signing_key.h"
#include "vienlogs/sign/source_file.h"

/// ASiC-E containers (ETSI EN 319 162-1; .asice and .edoc alike) with XAdES baseline signatures (ETSI EN 319
/// 132-1), made, signed by more people, and lifted to a higher level. Files are read in pieces: memory does
/// not grow with them. A container holds at most 10 000 files of together 3 GiB: VL-SIGN-0003.
namespace vienlogs::sign {

using Level = ports::SignatureLevel;

inline constexpr std::size_t mostFiles = 10'000;
inline constexpr std::uint64_t mostBytes = 3ULL << 30;

/// Where time stamps, word on revocation and issuers come from; all of it outlives the call.
struct TrustServices {
    ports::TimeStamps& timeStamps;
    ports::Revocation& revocation;
    const Authorities& authorities;
};

/// When is signed, and how far. A level that cannot be reached does not cost the signature: see Outcome.
struct SigningOrder {
    base::Timestamp signedAt;
    Level wanted = Level::B;
    const TrustServices* services = nullptr; ///< Needed above B only; without it the signature stays at B.
};

/// What became of a container that was written.
struct Outcome {
    Level level = Level::B;                   ///< Of the signature made, or the lowest of those lifted.
    std::optional<base::Failure> notHigher{}; ///< Why it is not at the level that was asked for.
};

/// Makes a container of files with one signature over all of them. Names must differ, also in other letter
/// case, and have no folders: VL-SIGN-0002. The file at `container` appears whole or not at all.
[[nodiscard]] base::Result<Outcome> createContainer(const std::filesystem::path& container,
                                                    const std::vector<SourceFile>& files, SigningKey& key,
                                                    const SigningOrder& order);
/// The same in memory.
[[nodiscard]] base::Result<ports::SignedContainer>
createContainer(const std::vector<ports::ContainerFile>& files, SigningKey& key, const SigningOrder& order);

/// Adds a parallel signature over all files of a container; files and other signatures stay as they are.
/// VL-SIGN-0005 if it is no ASiC-E container with files. The file changes whole or not at all.
[[nodiscard]] base::Result<Outcome> addSignature(const std::filesystem::path& container, SigningKey& key,
                                                 const SigningOrder& order);
[[nodiscard]] base::Result<ports::SignedContainer> addSignature(const base::Bytes& container, SigningKey& key,
                                                                const SigningOrder& order);

/// Lifts every signature that is below `wanted`, as far as the services answer; what is signed stays as it
/// is, to the byte. A container that is there already stays untouched. VL-SIGN-0005 if it cannot be read or
/// has no signature.
[[nodiscard]] base::Result<Outcome> liftContainer(const std::filesystem::path& container, Level wanted,
                                                  const TrustServices& services);
[[nodiscard]] base::Result<ports::SignedContainer> liftContainer(const base::Bytes& container, Level wanted,
                                                                 const TrustServices& services);
/// The lowest level of a container's signatures, by what they carry; whether it holds is for who validates.
[[nodiscard]] base::Result<Level> levelOf(const base::Bytes& container);

} // namespace vienlogs::sign
