// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "vienlogs/base/clock.h"

namespace vienlogs::trust_standin {

struct RevokedEntry {
    base::Timestamp at;
    int reason = -1; ///< CRLReason of RFC 5280, -1 for none.
};

/// Which certificates are revoked, by serial number in upper-case hexadecimal.
class Revoked {
public:
    /// {"serial": "0A1B", "at": "2026-11-23T10:00:00Z", "reason": "keyCompromise"}; "at" and "reason" may be
    /// left out; "state": "good" takes it back. False for anything else.
    bool set(const std::string& json);
    [[nodiscard]] std::optional<RevokedEntry> find(const std::string& serial) const;
    [[nodiscard]] std::map<std::string, RevokedEntry> all() const;

private:
    mutable std::mutex mutex_;
    std::map<std::string, RevokedEntry> entries_;
};

} // namespace vienlogs::trust_standin
