// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "task.h"

namespace vienlogs::sync {

/// Follows the change feed of one scope: each page and its cursor are taken in one transaction, then the next
/// is asked for, which the server holds back until there is something new.
class FeedTask final : public Task {
    Q_OBJECT
public:
    using Task::Task;

Q_SIGNALS:
    void casesChanged(const std::vector<vienlogs::base::Ulid>& ids);
    void referenceChanged();
    /// The server has another epoch than before: all is to be offered again.
    void restored();
    /// Nothing more is to come for now.
    void caughtUp();

private:
    void run() override;
    void ask(const ports::LocalStore::Cursor& cursor);
    void taken(const contract::ChangesPage& page, const std::string& epoch);

    std::chrono::steady_clock::time_point asked_;
    bool mayWait_ = false; ///< The first question of a run of questions is answered at once.
};

} // namespace vienlogs::sync
