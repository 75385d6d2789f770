// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/ports/scanner.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// The pages of one scanned document, kept small. Used from the scanner's executor only.
class PageStack {
public:
    virtual ~PageStack() = default;
    [[nodiscard]] virtual base::Result<void> add(const ports::ScannedPage& page) = 0;
    [[nodiscard]] virtual int size() const = 0;
    /// The page as it will be kept, at most `maxWidth` pixels wide.
    [[nodiscard]] virtual base::Result<ports::ScannedPage> preview(int page, int maxWidth) const = 0;
    /// By 90 or -90 degrees.
    [[nodiscard]] virtual base::Result<void> rotate(int page, int degrees) = 0;
    [[nodiscard]] virtual base::Result<void> remove(int page) = 0;
    [[nodiscard]] virtual bool canUndoRemove() const = 0;
    [[nodiscard]] virtual base::Result<void> undoRemove() = 0;
    virtual void clear() = 0;
    /// `title` is the document's own, for whoever opens it.
    [[nodiscard]] virtual base::Result<base::Bytes> toPdf(const std::string& title) const = 0;
};

/// Scanning the signed paper: pages come as they are read and can be turned and left out.
class Scanning final : public QObject {
    Q_OBJECT
public:
    struct Page {
        ports::ScannedPage thumbnail;
    };
    using Preview = std::shared_ptr<const ports::ScannedPage>;

    /// All pages as one document.
    struct Pdf {
        base::Bytes bytes;
        int pages = 0;
    };

    /// The stack is used and destroyed on the executor.
    Scanning(ports::Scanner& scanner, std::unique_ptr<PageStack> pages, Executor& executor,
             QObject* parent = nullptr);
    ~Scanning() override;

    [[nodiscard]] const std::vector<ports::ScannerInfo>& scanners() const { return scanners_; }
    [[nodiscard]] int chosen() const { return chosen_; }
    void choose(int scanner);
    [[nodiscard]] bool scanning() const { return scanning_; }
    [[nodiscard]] int progress() const { return progress_; }
    [[nodiscard]] const std::vector<std::shared_ptr<const Page>>& pages() const { return views_; }
    /// A page large enough to read. Only a few are held, since a stack of 200 would need hundreds of
    /// megabytes: when it is not there, nothing is returned, and `previewReady` follows.
    [[nodiscard]] Preview preview(int page);
    [[nodiscard]] bool canUndoRemove() const { return canUndo_; }

    void refreshScanners();
    void scan(bool feeder, bool colour);
    void cancel();
    void rotate(int page, int degrees);
    void remove(int page);
    void undoRemove();
    /// Ends a scan that goes on, too.
    void clear();
    /// Makes the PDF for whoever asks, who is told of it unless `context` is gone; `failed` says why not.
    void makePdf(QObject* context, const std::string& title,
                 std::function<void(const base::Result<Pdf>&)> done);

Q_SIGNALS:
    void changed();
    void scannersChanged();
    void previewReady();
    void failed(const vienlogs::base::Failure& failure);

private:
    using Edit = std::function<base::Result<void>(PageStack&)>;
    using View = std::shared_ptr<const Page>;
    struct Looked {
        std::vector<View> views;
        bool canUndo = false;
        std::optional<base::Failure> failure;
    };
    /// What became of one page; nothing when it was not there any more.
    struct Edited {
        bool there = false;
        bool canUndo = false;
        View view;
        std::optional<base::Failure> failure;
    };
    static View viewOf(const PageStack& stack, int page);
    static Preview previewOf(const PageStack& stack, int page);
    static Looked look(PageStack& stack, const base::Result<void>& done);
    /// Looks at all pages anew.
    void edit(Edit edit);
    void editPage(int page, Edit edit, std::function<void(const Edited&)> done);
    void take(const Looked& looked);
    void append(View view, Preview preview);
    void remember(int page, Preview preview);

    ports::Scanner& scanner_;
    std::shared_ptr<PageStack> stack_;
    Executor& executor_;
    std::vector<ports::ScannerInfo> scanners_;
    int chosen_ = -1;
    bool scanning_ = false;
    bool dropped_ = false;                         ///< Nobody waits for the scan that goes on.
    std::shared_ptr<std::atomic<bool>> calledOff_; ///< The running scan.
    int progress_ = 0;
    bool canUndo_ = false;
    std::vector<View> views_;
    std::map<int, Preview> previews_;
    int turn_ = 0; ///< Grows with every edit: a preview of before it is dropped.
};

} // namespace vienlogs::workflows
