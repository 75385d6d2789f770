// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/scanning.h"

#include <future>

#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

namespace {

constexpr int previewWidth = 1000;
constexpr int thumbnailWidth = 160;

} // namespace

Scanning::Scanning(ports::Scanner& scanner, std::unique_ptr<PageStack> pages, Executor& executor,
                   QObject* parent)
    : QObject(parent), scanner_(scanner), stack_(std::move(pages)), executor_(executor) {}

Scanning::~Scanning() {
    if (scanning_)
        scanner_.cancel();
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

Scanning::Looked Scanning::look(PageStack& stack, const base::Result<void>& done) {
    Looked looked;
    if (!done)
        looked.failure = done.error();
    for (int i = 0; i < stack.size(); ++i) {
        auto preview = stack.preview(i, previewWidth);
        auto thumbnail = stack.preview(i, thumbnailWidth);
        if (preview && thumbnail)
            looked.views.push_back(
                std::make_shared<const Page>(Page{*std::move(preview), *std::move(thumbnail)}));
        else if (!looked.failure)
            looked.failure = preview ? thumbnail.error() : preview.error();
    }
    looked.canUndo = stack.canUndoRemove();
    return looked;
}

void Scanning::take(const Looked& looked) {
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
    progress_ = 0;
    Q_EMIT changed();
    const ports::ScanRequest request{
        .scannerId = scanners_[static_cast<std::size_t>(chosen_)].id, .feeder = feeder, .colour = colour};
    const auto tell = [this](auto what) {
        QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
    };
    executor_.run(
        this,
        [this, &scanner = scanner_, stack = stack_, request, tell] {
            std::optional<base::Failure> refused;
            auto scanned = scanner.scan(
                request,
                [&](const ports::ScannedPage& page) {
                    if (refused)
                        return;
                    if (const auto added = stack->add(page); !added) {
                        refused = added.error();
                        scanner.cancel();
                    }
                    tell([this, looked = look(*stack, {})] { take(looked); });
                },
                [&](int percent) {
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
            return look(*stack, done);
        },
        [this](const Looked& looked) {
            scanning_ = false;
            take(looked);
        });
}

void Scanning::cancel() {
    if (scanning_)
        scanner_.cancel();
}

void Scanning::edit(Edit edit) {
    executor_.run(
        this, [stack = stack_, edit = std::move(edit)] { return look(*stack, edit(*stack)); },
        [this](const Looked& looked) { take(looked); });
}

/// A quick second click may name the last page while it is just being left out: then nothing is to be done.
void Scanning::editPage(int page, Edit edit) {
    this->edit([page, edit = std::move(edit)](PageStack& stack) {
        return page >= 0 && page < stack.size() ? edit(stack) : base::Result<void>();
    });
}

void Scanning::rotate(int page, int degrees) {
    editPage(page, [page, degrees](PageStack& stack) { return stack.rotate(page, degrees); });
}

void Scanning::remove(int page) {
    editPage(page, [page](PageStack& stack) { return stack.remove(page); });
}

void Scanning::undoRemove() {
    edit([](PageStack& stack) { return stack.undoRemove(); });
}

void Scanning::clear() {
    edit([](PageStack& stack) {
        stack.clear();
        return base::Result<void>();
    });
}

void Scanning::makePdf() {
    executor_.run(
        this, [stack = stack_] { return std::pair(stack->toPdf(), stack->size()); },
        [this](const std::pair<base::Result<base::Bytes>, int>& made) {
            if (made.first)
                Q_EMIT pdfMade(*made.first, made.second);
            else
                Q_EMIT failed(made.first.error());
        });
}

} // namespace vienlogs::workflows
