// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>

#include "task.h"

namespace vienlogs::sync {

/// Follows the change feed of one scope: each page and its cursor are taken in one transaction, then the next
/// is asked for, which the server holds back until there is something new. While a page is being taken the
/// one behind it is asked for already; it is used only if the store came to where it begins.
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
    using Cursor = ports::LocalStore::Cursor;
    /// A question for the page behind the one that is being taken.
    struct Ahead {
        Cursor cursor;
        int turn = 0;
        std::optional<base::Result<contract::ChangesPage>> answer;
        bool wanted = false; ///< The run waits for the answer.
    };

    void run() override;
    void ask(const Cursor& cursor);
    void askAhead(Cursor cursor);
    /// Takes a page that was asked for with this epoch.
    void answeredWith(const std::string& epoch, base::Result<contract::ChangesPage> answer);
    void taken(const contract::ChangesPage& page, const std::string& epoch);

    std::shared_ptr<Ahead> ahead_;
    std::chrono::steady_clock::time_point asked_;
    bool mayWait_ = false; ///< The first question of a run of questions is answered at once.
};

} // namespace vienlogs::sync
