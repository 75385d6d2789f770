// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/sync_view_model.h"

#include "texts.h"

namespace vienlogs::viewmodels {

QString SyncViewModel::waitingText() const {
    QStringList parts; // both: one refused does not stop the others from waiting
    if (refused_ > 0)
        parts << tr("%n refused", nullptr, refused_);
    if (waiting_ > 0)
        parts << tr("%n waiting to send", nullptr, waiting_);
    return parts.isEmpty() ? tr("Everything is sent") : parts.join(QStringLiteral(", "));
}

QString SyncViewModel::lastSyncText() const {
    return lastSync_ ? tr("last sync %1").arg(timeOfDay(*lastSync_)) : tr("not yet synchronised");
}

void SyncViewModel::setConnected(bool connected) {
    if (std::exchange(connected_, connected) != connected)
        Q_EMIT changed();
}

void SyncViewModel::setCounts(int waiting, int refused) {
    waiting_ = waiting;
    refused_ = refused;
    Q_EMIT changed();
}

void SyncViewModel::setLastSync(base::Timestamp at) {
    lastSync_ = at;
    Q_EMIT changed();
}

void SyncViewModel::setFailure(const std::optional<base::Failure>& failure) {
    if (std::exchange(failure_, failure) != failure && failure)
        Q_EMIT failed(*failure);
}

} // namespace vienlogs::viewmodels
