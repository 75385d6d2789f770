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

void FeedTask::ask(const Cursor& cursor) {
    // A mark that came since then is shown with the next question.
    if (ahead_ && ahead_->turn == turn() && ahead_->cursor.after == cursor.after &&
        ahead_->cursor.epoch == cursor.epoch) {
        if (!ahead_->answer) {
            ahead_->wanted = true;
            return;
        }
        const auto ahead = std::exchange(ahead_, nullptr);
        return answeredWith(ahead->cursor.epoch, std::move(*ahead->answer));
    }
    ahead_.reset();
    const int wait = mayWait_ && !failure() ? link_.options.longPollSeconds : 0;
    asked_ = link_.clock.steadyNow();
    link_.api.changes(link_.options.scope, cursor, wait,
                      always<ChangesPage>([this, epoch = cursor.epoch](base::Result<ChangesPage> page) {
                          answeredWith(epoch, std::move(page));
                      }));
}

void FeedTask::askAhead(Cursor cursor) {
    ahead_ = std::make_shared<Ahead>(Ahead{std::move(cursor), turn(), {}, false});
    asked_ = link_.clock.steadyNow();
    link_.api.changes(link_.options.scope, ahead_->cursor, 0,
                      always<ChangesPage>([this, ahead = ahead_](base::Result<ChangesPage> page) {
                          if (ahead_ != ahead)
                              return;
                          if (!ahead->wanted) {
                              ahead->answer.emplace(std::move(page));
                              return;
                          }
                          ahead_.reset();
                          answeredWith(ahead->cursor.epoch, std::move(page));
                      }));
}

void FeedTask::answeredWith(const std::string& epoch, base::Result<ChangesPage> answer) {
    if (!answer)
        return failed(answer.error());
    const auto page = std::make_shared<const ChangesPage>(std::move(*answer));
    if (page->more && (epoch.empty() || epoch == page->epoch))
        askAhead({page->epoch, page->next, {}});
    inStore([scope = link_.options.scope,
             page](ports::LocalStore& store) { return store.applyChanges(scope, *page); },
            [this, page, epoch] { taken(*page, epoch); });
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
