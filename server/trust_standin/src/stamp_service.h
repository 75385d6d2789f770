// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "certificates.h"
#include "stamp_control.h"

namespace vienlogs::trust_standin {

/// Answers time stamp questions (RFC 3161) as its control says.
class StampService {
public:
    explicit StampService(StampControls& controls);
    /// The answer's DER; nothing when the connection is to end without one.
    [[nodiscard]] std::optional<std::string> answer(const std::string& question);
    /// The certificate that good stamps can be checked by, in PEM.
    [[nodiscard]] std::string authorityPem() const { return pemOf(authority_); }

    [[nodiscard]] const Identity& authority() const { return authority_; }

private:
    [[nodiscard]] const Identity& signerFor(StampState state) const;

    StampControls& controls_;
    Identity authority_;
    Identity stamper_;
    Identity expired_;
    Identity stranger_;
};

} // namespace vienlogs::trust_standin
