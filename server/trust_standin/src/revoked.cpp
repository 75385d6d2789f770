// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "revoked.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <nlohmann/json.hpp>

namespace vienlogs::trust_standin {

namespace {

constexpr std::size_t mostEntries = 10000, longestSerial = 40;
constexpr std::array<const char*, 7> reasons{"unspecified",        "keyCompromise", "cACompromise",
                                             "affiliationChanged", "superseded",    "cessationOfOperation",
                                             "certificateHold"};

std::optional<std::string> serialOf(const nlohmann::json& json) {
    auto serial = json.value("serial", std::string());
    for (auto& c : serial) {
        if (!std::isxdigit(static_cast<unsigned char>(c)))
            return {};
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    if (serial.empty() || serial.size() > longestSerial)
        return {};
    return serial;
}

std::optional<RevokedEntry> entryOf(const nlohmann::json& json) {
    RevokedEntry entry{std::chrono::floor<std::chrono::seconds>(base::SystemClock().now())};
    if (json.contains("at")) {
        const auto at = base::fromRfc3339(json.value("at", std::string()));
        if (!at)
            return {};
        entry.at = *at;
    }
    if (json.contains("reason")) {
        const auto found = std::ranges::find(reasons, json.value("reason", std::string()));
        if (found == reasons.end())
            return {};
        entry.reason = static_cast<int>(found - reasons.begin());
    }
    return entry;
}

} // namespace

bool Revoked::set(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return false;
    try {
        const auto serial = serialOf(json);
        const auto entry = entryOf(json);
        if (!serial || !entry)
            return false;
        const std::scoped_lock lock(mutex_);
        if (json.value("state", std::string()) == "good")
            entries_.erase(*serial);
        else if (entries_.size() < mostEntries)
            entries_[*serial] = *entry;
        return true;
    } catch (const nlohmann::json::exception&) {
        return false; // a field of another type
    }
}

std::optional<RevokedEntry> Revoked::find(const std::string& serial) const {
    const std::scoped_lock lock(mutex_);
    const auto at = entries_.find(serial);
    return at == entries_.end() ? std::nullopt : std::optional(at->second);
}

std::map<std::string, RevokedEntry> Revoked::all() const {
    const std::scoped_lock lock(mutex_);
    return entries_;
}

} // namespace vienlogs::trust_standin
