// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zvt_time.h"

#include <ctime>

namespace vienlogs::devices::pos {

namespace {

int number(const std::string& text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

std::optional<base::Timestamp> reading(const std::string& date, const std::string& time, int year,
                                       int summer) {
    std::tm local{};
    local.tm_year = year;
    local.tm_mon = number(date, 0) - 1;
    local.tm_mday = number(date, 2);
    local.tm_hour = number(time, 0);
    local.tm_min = number(time, 2);
    local.tm_sec = number(time, 4);
    local.tm_isdst = summer;
    const auto wanted = local;
    const auto seconds = std::mktime(&local);
    // mktime moves what does not exist (31 February, summer time in winter); that is no reading.
    if (seconds == -1 || local.tm_mon != wanted.tm_mon || local.tm_mday != wanted.tm_mday ||
        local.tm_hour != wanted.tm_hour)
        return std::nullopt;
    return base::Timestamp(std::chrono::seconds(seconds));
}

} // namespace

std::optional<base::Timestamp> terminalTime(const std::string& date, const std::string& time,
                                            base::Timestamp now) {
    if (date.size() != 4 || time.size() != 6)
        return std::nullopt;
    const auto seconds = std::chrono::system_clock::to_time_t(now);
    std::tm local{};
    ::localtime_r(&seconds, &local);
    std::optional<base::Timestamp> nearest;
    for (int year = local.tm_year - 1; year <= local.tm_year + 1; ++year)
        for (const int summer : {0, 1})
            if (const auto at = reading(date, time, year, summer);
                at && (!nearest || std::chrono::abs(*at - now) < std::chrono::abs(*nearest - now)))
                nearest = at;
    return nearest;
}

} // namespace vienlogs::devices::pos
