// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/http/log.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace vienlogs::server::http {

namespace {

using namespace std::chrono_literals;
constexpr std::size_t maxWaiting =
    8U * 1024 * 1024;        ///< Bytes of lines, when the disk is slower than the log.
constexpr auto pause = 20ms; ///< Between two writes, so that lines go out together.

bool isPlain(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

void addText(std::string& line, std::string_view text) {
    if (isPlain(text))
        line.append(1, '"').append(text).append(1, '"');
    else
        line += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void addField(std::string& line, std::string_view name, std::string_view value) {
    line.append(",\"").append(name).append("\":");
    addText(line, value);
}

} // namespace

Log::Log(std::ostream& out, const base::Clock& clock)
    : out_(out), clock_(clock), writer_([this] { run(); }) {}

Log::~Log() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wanted_.notify_one();
    writer_.join();
}

void Log::write(std::string_view level, std::string_view event, std::initializer_list<Field> fields) {
    if (auto* listener = listener_.load())
        listener->heard(level, event, {fields.begin(), fields.size()});
    std::string line;
    addField(line, "level", level);
    addField(line, "event", event);
    for (const auto& [name, value] : fields)
        addField(line, name, value);
    line += "}\n";
    bool first = false;
    {
        const std::scoped_lock lock(mutex_);
        if (lines_.size() + line.size() > maxWaiting) {
            ++lost_;
            return;
        }
        first = lines_.empty();
        add(line);
    }
    if (first)
        wanted_.notify_one();
}

void Log::add(std::string_view rest) {
    using std::chrono::duration_cast;
    const auto now = clock_.now();
    const auto since = duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    if (since / 1000 != second_) {
        second_ = since / 1000;
        const auto text = base::toRfc3339(now); // "2026-11-23T11:19:28.123Z"
        stamp_ = "{\"at\":\"" + text.substr(0, text.size() - 4);
    }
    const auto thousandths = std::to_string(1000 + since % 1000);
    lines_.append(stamp_).append(thousandths, 1).append("Z\"").append(rest);
}

void Log::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wanted_.wait(lock, [&] { return ending_ || !lines_.empty(); });
        if (lines_.empty())
            return;
        auto lines = std::exchange(lines_, {});
        if (const auto lost = std::exchange(lost_, 0); lost > 0)
            lines +=
                "{\"level\":\"error\",\"event\":\"log-lines-lost\",\"count\":" + std::to_string(lost) + "}\n";
        lock.unlock();
        out_ << lines << std::flush;
        lock.lock();
        wanted_.wait_for(lock, pause, [&] { return ending_; });
    }
}

} // namespace vienlogs::server::http
