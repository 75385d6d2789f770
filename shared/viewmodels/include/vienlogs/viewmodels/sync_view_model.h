// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/base/clock.h"
#include "vienlogs/viewmodels/view_model.h"

namespace vienlogs::viewmodels {

/// What is sent, waiting and refused, for the state line.
class SyncViewModel final : public ViewModel {
    Q_OBJECT
    Q_PROPERTY(bool connected READ connected NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
    Q_PROPERTY(QString lastSyncText READ lastSyncText NOTIFY changed)

public:
    explicit SyncViewModel(QObject* parent = nullptr) : ViewModel(parent) {}

    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] int waiting() const { return waiting_; }
    [[nodiscard]] int refused() const { return refused_; }
    /// "2 waiting to send", "Everything is sent"
    [[nodiscard]] QString waitingText() const;
    /// "last sync 10:41", "not yet synchronised"
    [[nodiscard]] QString lastSyncText() const;

public Q_SLOTS:
    void setConnected(bool connected);
    void setCounts(int waiting, int refused);
    void setLastSync(vienlogs::base::Timestamp at);
    /// Why something is not sent although the server answers; told once, until it is another reason or gone.
    void setFailure(const std::optional<vienlogs::base::Failure>& failure);

private:
    bool connected_ = false;
    int waiting_ = 0;
    int refused_ = 0;
    std::optional<base::Timestamp> lastSync_;
    std::optional<base::Failure> failure_;
};

} // namespace vienlogs::viewmodels
