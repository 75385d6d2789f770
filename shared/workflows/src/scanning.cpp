// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/scanning.h"

#include <future>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

namespace {

constexpr int previewWidth = 1000;
constexpr int thumbnailWidth = 160;
constexpr std::size_t mostPreviews = 4;

} // namespace

Scanning::Scanning(ports::Scanner& scanner, std::unique_ptr<PageStack> pages, Executor& executor,
                   QObject* parent)
    : QObject(parent), scanner_(scanner), stack_(std::move(pages)), executor_(executor) {}

Scanning::~Scanning() {
    cancel();
    // The running job tells this object about its pages: it must have ended.
    std::promise<void> ended;
    executor_.post([this, &ended] {
        stack_.reset();
        ended.set_value();
    });
    ended.get_future().wait();
}

void Scanning::refreshScanners() {
    executor_.run(
        this, [&scanner = scanner_] { return scanner.scanners(); },
        [this](const base::Result<std::vector<ports::ScannerInfo>>& found) {
            scanners_ = found ? *found : std::vector<ports::ScannerInfo>();
            if (chosen_ >= static_cast<int>(scanners_.size()) || chosen_ < 0)
                chosen_ = scanners_.empty() ? -1 : 0;
            Q_EMIT scannersChanged();
            Q_EMIT changed();
            if (!found)
                Q_EMIT failed(found.error());
        });
}

void Scanning::choose(int scanner) {
    if (scanner >= 0 && scanner < static_cast<int>(scanners_.size()))
        chosen_ = scanner;
    Q_EMIT changed();
}

/// A page that cannot be shown is shown empty: it keeps its place, so that the next ones keep theirs.
Scanning::View Scanning::viewOf(const PageStack& stack, int page) {
    return std::make_shared<const Page>(
        Page{stack.preview(page, thumbnailWidth).value_or(ports::ScannedPage())});
}

Scanning::Preview Scanning::previewOf(const PageStack& stack, int page) {
    return std::make_shared<const ports::ScannedPage>(
        stack.preview(page, previewWidth).value_or(ports::ScannedPage()));
}

Scanning::Looked Scanning::look(PageStack& stack, const base::Result<void>& done) {
    Looked looked;
    if (!done)
        looked.failure = done.error();
    for (int i = 0; i < stack.size(); ++i)
        looked.views.push_back(viewOf(stack, i));
    looked.canUndo = stack.canUndoRemove();
    return looked;
}

Scanning::Preview Scanning::preview(int page) {
    if (const auto known = previews_.find(page); known != previews_.end())
        return known->second;
    executor_.run(
        this,
        [stack = stack_, page] {
            return page >= 0 && page < stack->size() ? previewOf(*stack, page) : Preview();
        },
        [this, page, turn = turn_](const Preview& preview) {
            if (!preview || turn != turn_)
                return;
            remember(page, preview);
            Q_EMIT previewReady();
        });
    return {};
}

void Scanning::remember(int page, Preview preview) {
    // The ones farthest from the page being looked at go first.
    while (previews_.size() >= mostPreviews) {
        const auto low = previews_.begin(), high = std::prev(previews_.end());
        previews_.erase(page - low->first > high->first - page ? low : high);
    }
    previews_[page] = std::move(preview);
}

void Scanning::append(View view, Preview preview) {
    views_.push_back(std::move(view));
    remember(static_cast<int>(views_.size()) - 1, std::move(preview));
    Q_EMIT changed();
}

void Scanning::take(const Looked& looked) {
    ++turn_;
    previews_.clear();
    views_ = looked.views;
    canUndo_ = looked.canUndo;
    Q_EMIT changed();
    if (looked.failure)
        Q_EMIT failed(*looked.failure);
}

void Scanning::scan(bool feeder, bool colour) {
    if (scanning_)
        return;
    if (chosen_ < 0) {
        Q_EMIT failed({codes::deviceMissing, "no scanner"});
        return;
    }
    scanning_ = true;
    dropped_ = false;
    calledOff_ = std::make_shared<std::atomic<bool>>(false);
    progress_ = 0;
    Q_EMIT changed();
    const ports::ScanRequest request{
        .scannerId = scanners_[static_cast<std::size_t>(chosen_)].id, .feeder = feeder, .colour = colour};
    const auto tell = [this](auto what) {
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    };
    executor_.run(
        this,
        [this, &scanner = scanner_, stack = stack_, request, tell, calledOff = calledOff_] {
            if (*calledOff) // before its turn came
                return std::pair(base::Result<void>(base::fail(base::codes::cancelled)),
                                 stack->canUndoRemove());
            std::optional<base::Failure> refused;
            auto scanned = scanner.scan(
                request,
                [&](const ports::ScannedPage& page) {
                    if (refused)
                        return;
                    if (const auto added = stack->add(page); !added) {
                        refused = added.error();
                        scanner.cancel();
                        return;
                    }
                    const int last = stack->size() - 1;
                    tell([this, view = viewOf(*stack, last), preview = previewOf(*stack, last)] {
                        append(view, preview);
                    });
                },
                [&](int percent) {
                    if (*calledOff) // between the look above and the scanner's beginning
                        scanner.cancel();
                    tell([this, percent] {
                        progress_ = percent;
                        Q_EMIT changed();
                    });
                });
            base::Result<void> done;
            if (refused)
                done = base::fail(*refused);
            else if (!scanned)
                done = base::fail(scanned.error());
            return std::pair(done, stack->canUndoRemove());
        },
        [this](const std::pair<base::Result<void>, bool>& ended) {
            scanning_ = false;
            canUndo_ = ended.second;
            Q_EMIT changed();
            if (!ended.first && !dropped_)
                Q_EMIT failed(ended.first.error());
        });
}

void Scanning::cancel() {
    if (!scanning_)
        return;
    *calledOff_ = true;
    scanner_.cancel();
}

void Scanning::edit(Edit edit) {
    executor_.run(
        this, [stack = stack_, edit = std::move(edit)] { return look(*stack, edit(*stack)); },
        [this](const Looked& looked) { take(looked); });
}

/// A quick second click may name the last page while it is just being left out: then nothing is to be done.
void Scanning::editPage(int page, Edit edit, std::function<void(const Edited&)> done) {
    executor_.run(
        this,
        [stack = stack_, page, edit = std::move(edit)]() -> Edited {
            if (page < 0 || page >= stack->size())
                return {};
            Edited edited{.there = true};
            if (const auto result = edit(*stack); !result)
                edited.failure = result.error();
            edited.canUndo = stack->canUndoRemove();
            if (page < stack->size())
                edited.view = viewOf(*stack, page);
            return edited;
        },
        [this, done = std::move(done)](const Edited& edited) {
            if (!edited.there)
                return;
            ++turn_;
            previews_.clear();
            canUndo_ = edited.canUndo;
            if (!edited.failure)
                done(edited);
            Q_EMIT changed();
            if (edited.failure)
                Q_EMIT failed(*edited.failure);
        });
}

void Scanning::rotate(int page, int degrees) {
    editPage(
        page, [page, degrees](PageStack& stack) { return stack.rotate(page, degrees); },
        [this, page](const Edited& edited) { views_.at(static_cast<std::size_t>(page)) = edited.view; });
}

void Scanning::remove(int page) {
    editPage(
        page, [page](PageStack& stack) { return stack.remove(page); },
        [this, page](const Edited&) { views_.erase(views_.begin() + page); });
}

void Scanning::undoRemove() {
    edit([](PageStack& stack) { return stack.undoRemove(); });
}

void Scanning::clear() {
    cancel();
    dropped_ = scanning_;
    edit([](PageStack& stack) {
        stack.clear();
        return base::Result<void>();
    });
}

void Scanning::makePdf(QObject* context, const std::string& title,
                       std::function<void(const base::Result<Pdf>&)> done) {
    executor_.run(
        this,
        [stack = stack_, title] {
            return stack->toPdf(title).map([&](base::Bytes&& bytes) {
                return Pdf{std::move(bytes), stack->size()};
            });
        },
        [this, guard = QPointer(context), done = std::move(done)](const base::Result<Pdf>& made) {
            if (!made)
                Q_EMIT failed(made.error());
            if (guard)
                done(made);
        });
}

} // namespace vienlogs::workflows
