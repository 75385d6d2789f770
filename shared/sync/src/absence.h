// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

#include "vienlogs/base/clock.h"
#include "vienlogs/sync/store_thread.h"

namespace vienlogs::sync {

/// Remembers in the store when this desk was up to date last, so that somebody who comes back after weeks is
/// told.
class Absence final : public QObject {
    Q_OBJECT
public:
    Absence(StoreThread& store, const base::Clock& clock) : store_(store), clock_(clock) {}

    /// All was sent and all changes were taken just now.
    void synchronised();

Q_SIGNALS:
    void ended(int days);

private:
    StoreThread& store_;
    const base::Clock& clock_;
    std::optional<base::Timestamp> noted_; ///< What this program wrote down last.
};

} // namespace vienlogs::sync
