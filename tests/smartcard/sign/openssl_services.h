// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/ports/trust_services.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/test/work_folder.h"
#include "vienlogs/timestamp/authority.h"

namespace vienlogs::test {

/// An authority whose certificates and answers are made by OpenSSL's own program: a time stamp service with a
/// root of its own, and OCSP for what that root and the authority of the cards issued.
class OpensslServices final : public ports::TimeStamps, public ports::Revocation {
public:
    /// `cards` has ca.crt and ca.key of the authority of the cards.
    explicit OpensslServices(const std::filesystem::path& cards);

    base::Result<ports::TimeStampToken> stamp(const base::Bytes& data) override;
    base::Result<ports::RevocationAnswer> ask(const base::Bytes& certificate,
                                              const base::Bytes& issuer) override;
    base::Result<ports::RevocationAnswer> askAfter(const base::Bytes& certificate, const base::Bytes& issuer,
                                                   base::Timestamp notBefore) override;

    /// Both together, with the authorities of cards and time stamps.
    [[nodiscard]] sign::TrustServices services() { return {*this, *this, authorities_}; }
    [[nodiscard]] const WorkFolder& folder() const { return folder_; }

    bool stampsAway = false;
    bool revocationAway = false;
    std::string revokedAt; ///< "261123100000Z": when every certificate was revoked; empty if none was.
    int stamps = 0, questions = 0;
    base::Timestamp askedAfter{};

private:
    std::filesystem::path cards_;
    WorkFolder folder_;
    sign::Authorities authorities_;
    std::optional<timestamp::Authority> stampAuthority_;
};

} // namespace vienlogs::test
