// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/scanner/sane_scanner.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>

#include "sane_device.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::devices::scanner {

namespace {

/// What the SANE thread tells the calling one during a scan, in this order: progress, pages, the result.
using ScanEvent = std::variant<int, ports::ScannedPage, base::Result<int>>;

/// Hands events from one thread to another; holds at most one page, so that a fast scanner waits for the
/// program instead of filling its memory.
class ScanEvents {
public:
    void put(ScanEvent event) {
        std::unique_lock lock(mutex_);
        if (std::holds_alternative<ports::ScannedPage>(event))
            changed_.wait(lock, [this] { return pages_ == 0; });
        pages_ += std::holds_alternative<ports::ScannedPage>(event) ? 1 : 0;
        events_.push_back(std::move(event));
        changed_.notify_all();
    }
    ScanEvent take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !events_.empty(); });
        auto event = std::move(events_.front());
        events_.pop_front();
        pages_ -= std::holds_alternative<ports::ScannedPage>(event) ? 1 : 0;
        changed_.notify_all();
        return event;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<ScanEvent> events_; // a page has at most 101 progress events before it
    int pages_ = 0;
};

base::Result<std::vector<ports::ScannerInfo>> foundScanners() {
    const SANE_Device** devices = nullptr;
    if (const auto status = sane_get_devices(&devices, SANE_FALSE); status != SANE_STATUS_GOOD)
        return base::fail(failureOf(status, "sane_get_devices"));
    std::vector<ports::ScannerInfo> found;
    for (const auto* const* device = devices; *device; ++device)
        found.push_back({(*device)->name, std::string((*device)->vendor) + " " + (*device)->model});
    for (auto& info : found)
        if (const auto opened = SaneDevice::open(info.id))
            info.hasFeeder = (*opened)->hasFeeder();
    return found;
}

base::Result<int> scanPages(SaneDevice& device, const ports::ScanRequest& request, const SaneLimits& limits,
                            const std::atomic<bool>& cancelled, ScanEvents& events) {
    for (int count = 0;; ++count) {
        if (cancelled)
            return base::fail(base::codes::cancelled);
        const auto started = device.startPage();
        if (!started)
            return base::fail(started.error());
        if (!*started && count == 0)
            return base::fail(ports::codes::feederEmpty);
        if (!*started)
            return count;
        if (count >= limits.pages)
            return base::fail(ports::codes::scanTooBig, "feeder", std::to_string(limits.pages));
        auto page = device.readPage(limits.pageBytes, cancelled, [&](int percent) { events.put(percent); });
        if (!page)
            return base::fail(page.error());
        events.put(std::move(*page));
        if (!request.feeder)
            return 1;
    }
}

/// libsane's threaded backends end their reader by asynchronous cancellation. One that has only just started
/// may hold malloc's lock and would then never end; after a moment it waits for data.
constexpr std::chrono::milliseconds readerSettles{30};

base::Result<int> scanned(const ports::ScanRequest& request, const SaneLimits& limits,
                          const std::atomic<bool>& cancelled, ScanEvents& events) {
    auto device = SaneDevice::open(request.scannerId);
    if (!device)
        return base::fail(device.error());
    if (const auto prepared = (*device)->prepare(request); !prepared)
        return base::fail(prepared.error());
    auto result = scanPages(**device, request, limits, cancelled, events);
    if (!result)
        std::this_thread::sleep_for(readerSettles);
    (*device)->cancel(); // ends a scan in any state, also one that went well
    return result;
}

} // namespace

/// The thread that owns libsane.
class SaneScanner::Worker {
public:
    explicit Worker(SaneLimits limits) : limits_(limits), thread_([this] { run(); }) {}

    ~Worker() {
        cancelled = true;
        post({});
        thread_.join();
    }

    base::Result<std::vector<ports::ScannerInfo>> scanners() {
        base::Result<std::vector<ports::ScannerInfo>> result;
        call([&] { result = foundScanners(); });
        return result;
    }

    base::Result<int> scan(const ports::ScanRequest& request,
                           const std::function<void(ports::ScannedPage)>& page,
                           const std::function<void(int)>& progress) {
        cancelled = false;
        ScanEvents events;
        post([&] { events.put(scanned(request, limits_, cancelled, events)); });
        while (true) {
            auto event = events.take();
            if (auto* const end = std::get_if<base::Result<int>>(&event)) {
                call([] {}); // the task has let go of the events, which live here
                return *end;
            }
            if (auto* const got = std::get_if<ports::ScannedPage>(&event))
                page(std::move(*got));
            else if (progress)
                progress(std::get<int>(event));
        }
    }

    std::atomic<bool> cancelled{false};

private:
    using Task = std::function<void()>;

    void run() {
        const auto status = sane_init(nullptr, nullptr);
        while (true) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !tasks_.empty(); });
            const auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            if (!task)
                break;
            task();
        }
        if (status == SANE_STATUS_GOOD)
            sane_exit();
    }

    void post(Task task) {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
        changed_.notify_one();
    }

    /// Runs the task on the SANE thread and waits for its end.
    void call(const Task& task) {
        std::mutex mutex;
        std::condition_variable done;
        bool finished = false;
        post([&] {
            task();
            const std::lock_guard lock(mutex);
            finished = true;
            done.notify_one();
        });
        std::unique_lock lock(mutex);
        done.wait(lock, [&] { return finished; });
    }

    SaneLimits limits_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> tasks_;
    std::thread thread_; // last: it uses all the others
};

SaneScanner::SaneScanner(SaneLimits limits) : worker_(std::make_unique<Worker>(limits)) {}

SaneScanner::~SaneScanner() = default;

base::Result<std::vector<ports::ScannerInfo>> SaneScanner::scanners() {
    return worker_->scanners();
}

base::Result<int> SaneScanner::scan(const ports::ScanRequest& request,
                                    const std::function<void(ports::ScannedPage)>& page,
                                    const std::function<void(int)>& progress) {
    return worker_->scan(request, page, progress);
}

void SaneScanner::cancel() {
    worker_->cancelled = true;
}

} // namespace vienlogs::devices::scanner
