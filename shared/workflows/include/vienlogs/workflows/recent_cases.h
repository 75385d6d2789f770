// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <vector>

#include "vienlogs/domain/cases/case.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// How far the acts of a case are on their way to the server.
enum class Sent { All, Waiting, Refused };

struct RecentCase {
    domain::cases::Case theCase;
    Sent sent = Sent::All;
    std::optional<std::string> problemCode; ///< With Refused.
};

/// The newest cases of this place as the store has them.
class RecentCases final : public QObject {
    Q_OBJECT
public:
    explicit RecentCases(StoreAccess& store, QObject* parent = nullptr) : QObject(parent), store_(store) {}

    [[nodiscard]] const std::vector<RecentCase>& cases() const { return cases_; }
    /// The case by id; nothing when it is not among them.
    [[nodiscard]] const RecentCase* find(base::Ulid id) const;
    /// Reads again; `changed` follows. Any number of calls until then are one.
    void refresh();

Q_SIGNALS:
    void changed();
    void failed(const vienlogs::base::Failure& failure);

private:
    StoreAccess& store_;
    bool reading_ = false;
    bool again_ = false;
    std::vector<RecentCase> cases_;
};

} // namespace vienlogs::workflows
