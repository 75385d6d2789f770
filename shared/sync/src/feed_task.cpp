// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "feed_task.h"

namespace vienlogs::sync {

using contract::ChangesPage;

namespace {
constexpr std::chrono::milliseconds shortestWait{500};
}

void FeedTask::run() {
    inStore([scope = link_.options.scope](ports::LocalStore& store) { return store.cursor(scope); },
            [this](const ports::LocalStore::Cursor& cursor) { ask(cursor); });
}

void FeedTask::ask(const ports::LocalStore::Cursor& cursor) {
    const int wait = mayWait_ && !failure() ? link_.options.longPollSeconds : 0;
    asked_ = link_.clock.steadyNow();
    link_.api.changes(link_.options.scope, cursor.after, cursor.epoch, wait,
                      then<ChangesPage>([this, epoch = cursor.epoch](const ChangesPage& page) {
                          inStore([scope = link_.options.scope, page](
                                      ports::LocalStore& store) { return store.applyChanges(scope, page); },
                                  [this, page, epoch] { taken(page, epoch); });
                      }));
}

void FeedTask::taken(const ChangesPage& page, const std::string& epoch) {
    std::vector<base::Ulid> cases;
    bool reference = false;
    const bool newEpoch = !epoch.empty() && epoch != page.epoch;
    for (const auto& change : page.changes) {
        reference = reference || change.kind == "reference";
        if (const auto id = base::Ulid::parse(change.id); id && change.kind == "case" && !newEpoch)
            cases.push_back(*id);
    }
    // A server that answers at once with nothing, instead of waiting, must not be asked without a pause.
    const bool idle =
        page.changes.empty() && (mayWait_ || page.more) && link_.clock.steadyNow() - asked_ < shortestWait;
    mayWait_ = !page.more && !newEpoch;
    if (newEpoch)
        Q_EMIT restored();
    if (!cases.empty())
        Q_EMIT casesChanged(cases);
    if (reference)
        Q_EMIT referenceChanged();
    if (mayWait_)
        Q_EMIT caughtUp();
    if (idle && !newEpoch)
        return later();
    done();
    poke();
}

} // namespace vienlogs::sync
