// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/clock.h"

#include <charconv>
#include <cstdio>

namespace vienlogs::base {

using namespace std::chrono;

namespace {

/// Exactly `count` digits from `at` on; nothing if there is anything else.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<minutes> offsetOf(std::string_view zone) {
    if (zone == "Z" || zone == "z")
        return minutes(0);
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return std::nullopt;
    const auto h = digits(zone, 1, 2), m = digits(zone, 4, 2);
    if (!h || !m || *h > 23 || *m > 59)
        return std::nullopt;
    const auto total = hours(*h) + minutes(*m);
    return zone[0] == '-' ? -total : total;
}

} // namespace

Timestamp SystemClock::now() const {
    return time_point_cast<milliseconds>(system_clock::now());
}
steady_clock::time_point SystemClock::steadyNow() const {
    return steady_clock::now();
}

std::string toRfc3339(Timestamp time) {
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                  int(clock.minutes().count()), int(clock.seconds().count()),
                  int(clock.subseconds().count()));
    return text;
}

std::optional<Timestamp> fromRfc3339(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    const auto date = dateFromIso(text.substr(0, 10));
    const auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
    if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 60)
        return std::nullopt;
    std::size_t at = 19;
    int millis = 0;
    if (text[at] == '.') {
        int scale = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            millis += (text[at] - '0') * scale;
    }
    const auto offset = offsetOf(text.substr(at));
    if (!offset)
        return std::nullopt;
    const auto time =
        Timestamp(sys_days(*date)) + hours(*h) + minutes(*m) + seconds(*s) + milliseconds(millis) - *offset;
    // The offset may lead to a year that has no four digits, which nobody could write down again.
    const auto inYear = year_month_day(floor<days>(time)).year();
    if (inYear < year(0) || inYear > year(9999))
        return std::nullopt;
    return time;
}

std::optional<year_month_day> dateFromIso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
    if (!y || !m || !d)
        return std::nullopt;
    const year_month_day date{year(*y), month(unsigned(*m)), day(unsigned(*d))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::string toIso(year_month_day date) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()));
    return text;
}

std::string toLatvianDate(year_month_day date) {
    char text[32];
    std::snprintf(text, sizeof text, "%02u.%02u.%04d.", unsigned(date.day()), unsigned(date.month()),
                  int(date.year()));
    return text;
}

} // namespace vienlogs::base
