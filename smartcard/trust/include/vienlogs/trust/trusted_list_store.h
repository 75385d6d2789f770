// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "vienlogs/base/clock.h"
#include "vienlogs/trust/trusted_list.h"

namespace vienlogs::trust {

/// Where the list comes from, where it is kept and who may sign it.
struct TrustedListSettings {
    std::string url;                    ///< Empty: only the kept file.
    std::filesystem::path file;         ///< The last good list, replaced whole.
    std::vector<base::Bytes> operators; ///< Certificates (DER) of the scheme operator.
    std::chrono::seconds refreshEvery = std::chrono::hours(6);
    std::chrono::seconds retryEvery = std::chrono::minutes(10); ///< After an outage.
};

/// How good the list in use is.
struct TrustedListState {
    int sequenceNumber = 0;
    base::Timestamp issued;
    std::optional<base::Timestamp> nextUpdate;
    std::optional<base::Timestamp>
        fetched;                          ///< When the service gave it last; none since the program started.
    bool past = false;                    ///< Beyond its nextUpdate, or closed.
    std::optional<base::Failure> trouble; ///< Of the last fetch.
};

/// The port TrustedList: fetches the list when it is due, checks it, keeps the last good one on disk. An
/// outage never takes it away, and it never goes back to a lower sequence number. While one caller fetches,
/// the others are answered from the list at hand.
class TrustedListStore final : public ports::TrustedList {
public:
    /// `web` may be null: then only the kept file is used.
    TrustedListStore(ports::WebClient* web, const base::Clock& clock, TrustedListSettings settings);
    /// VL-TRUST-0004 when there is no list at all, neither kept nor to be fetched.
    [[nodiscard]] base::Result<ports::TrustListing> about(const base::Bytes& certificate,
                                                          base::Timestamp at) override;
    /// Fetches now. The list in use stays when this fails: VL-WEB-*, VL-TRUST-0005, 0006, 0007, 0009.
    base::Result<void> refresh();
    /// Of the list in use; VL-TRUST-0004 when there is none.
    [[nodiscard]] base::Result<TrustedListState> state();

private:
    using List = std::shared_ptr<const TrustedListContent>;
    void refreshWhenDue();
    [[nodiscard]] bool isDue();
    void loadKept();
    base::Result<void> fetch();
    base::Result<void> fetchAndNote();
    [[nodiscard]] static base::Result<void> admit(const TrustedListContent& fresh, const List& old);
    [[nodiscard]] base::Result<void> writeKept(const base::Bytes& xml) const;
    [[nodiscard]] List current();

    ports::WebClient* web_;
    const base::Clock& clock_;
    TrustedListSettings settings_;
    std::mutex fetching_; ///< Held while the service is asked.
    std::mutex mutex_;    ///< Guards what follows; never held while waiting.
    List list_;
    bool triedKept_ = false;
    std::optional<base::Timestamp> fetched_;
    std::optional<base::Failure> trouble_;
    std::optional<std::chrono::steady_clock::time_point> lastTry_;
    bool lastFailed_ = false;
};

} // namespace vienlogs::trust
