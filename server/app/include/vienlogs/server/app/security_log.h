// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// What was refused: wrong and copied devices, replayed logins, missing rights, malformed and hostile
/// requests. Who is refused decides nothing about the room this takes: a row a device, reason, operation and
/// hour, at most a thousand an hour; the first of a kind is durable at once, the rest are counted.
class SecurityLog {
public:
    SecurityLog(store::Store& store, const base::Clock& clock) : store_(store), clock_(clock) {}
    /// Notes a refusal when its code is one of security; anything else is nothing to it. Names are cut to 64
    /// printable characters.
    void note(std::string_view code, std::string_view device, std::string_view operation);
    /// As above from memory alone: written by the next flush.
    void noteLater(std::string_view code, std::string_view device, std::string_view operation);
    /// Notes a connection that was refused before anybody was known, from memory alone. The fingerprint of
    /// the certificate that was shown, if any, stands in the device's place; a hundred different ones an
    /// hour, so that who makes certificates up leaves room for the devices.
    void noteStranger(std::string_view code, const std::string& fingerprint, std::string_view reason);
    /// Writes what was only counted; to be called now and then and at the end.
    [[nodiscard]] base::Result<void> flush();
    /// The newest first, at most 500.
    [[nodiscard]] base::Result<std::vector<contract::SecurityEvent>> events();
    [[nodiscard]] static bool isOfSecurity(std::string_view code);

private:
    using Key = std::tuple<std::int64_t, std::string, std::string, std::string>;
    /// The event to be written at once, if it is the first of its kind.
    std::optional<store::SecurityEvent> count(std::string_view code, std::string_view device,
                                              std::string_view operation);

    store::Store& store_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::int64_t hour_ = 0;                       ///< Of the last flush.
    std::set<std::string> strangers_;             ///< Fingerprints since that hour began.
    std::map<Key, store::SecurityEvent> counted_; ///< Of this hour; `count` is what is not written yet.
};

} // namespace vienlogs::server::app
