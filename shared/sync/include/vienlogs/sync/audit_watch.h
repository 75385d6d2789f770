// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QMetaType>
#include <QObject>
#include <QTimer>

#include "vienlogs/base/failure.h"
#include "vienlogs/ports/audit_source.h"
#include "vienlogs/sync/store_thread.h"

namespace vienlogs::sync {

/// Holds the server to its audit: keeps the signed head it saw last and has the server prove that the newest
/// one only adds to it, at the start of a session and every ten minutes. A server without a connection is
/// asked again later. Work goes on whatever it finds.
///
/// After an alarm the head that no longer fits is kept as evidence under `evidenceKey`, and the server's new
/// one is watched from the next start on: a server restored from a backup would else alarm for ever.
class AuditWatch final : public QObject {
    Q_OBJECT
public:
    static constexpr const char* pinKey = "audit.pin";
    static constexpr const char* evidenceKey = "audit.evidence";

    AuditWatch(StoreThread& store, ports::AuditSource& source);
    /// Begins; to be called when there is a session.
    void start();
    void stop();

Q_SIGNALS:
    /// The proof holds, or a first head was kept.
    void confirmed(qint64 size);
    /// VL-AUD-0001, -0002 or -0004: to be told to the clerk, once a session.
    void alarmed(const vienlogs::base::Failure& why);

private:
    void run();
    void check(const contract::AuditHeads& pinned);
    void pinFirst();
    void keep(const contract::AuditHeads& heads);
    /// A pin that is watched no more stays as evidence.
    void setAside(const std::string& pin);
    void alarm(const contract::AuditHeads& pinned, const base::Failure& why);

    StoreThread& store_;
    ports::AuditSource& source_;
    QTimer timer_;
    bool running_ = false;
    int turn_ = 0; ///< Grows with stop(), so that late answers are recognised.
};

} // namespace vienlogs::sync
