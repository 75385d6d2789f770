// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <vector>

#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/acts.h"

namespace vienlogs::workflows {

/// An act of this desk, what became of it, and its case as it is now.
struct SentAct {
    ports::OutboxEntry entry;
    std::optional<domain::cases::Case> theCase;
};

/// What was done here on its way to the server: waiting, taken, refused, or in conflict with what others did,
/// for a clerk to look at and to decide.
class Sending final : public QObject {
    Q_OBJECT
public:
    explicit Sending(Acts& acts, QObject* parent = nullptr) : QObject(parent), acts_(acts) {}

    /// What needs somebody first, then the newest.
    [[nodiscard]] const std::vector<SentAct>& acts() const { return sent_; }
    /// Reads again; `changed` follows.
    void refresh();
    /// A refused act was dealt with, or in a conflict the others' answers are right: it leaves the list.
    void setAside(base::Ulid key);
    /// In a conflict the answers given here are right: they are recorded again over those that are there now.
    void keepOurs(base::Ulid key);

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);

private:
    void take(base::Result<std::vector<SentAct>> now);
    Acts& acts_;
    std::vector<SentAct> sent_;
};

} // namespace vienlogs::workflows
