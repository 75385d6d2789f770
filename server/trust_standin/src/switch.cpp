// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "switch.h"

#include <nlohmann/json.hpp>

namespace vienlogs::trust_standin {

bool Switch::set(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    const auto state = json.is_object() ? json.value("state", nlohmann::json()) : nlohmann::json();
    if (!state.is_string() || !states_.contains(state.get<std::string>()))
        return false;
    const std::scoped_lock lock(mutex_);
    state_ = state.get<std::string>();
    changed_.notify_all();
    return true;
}

std::string Switch::get() {
    constexpr std::chrono::minutes longestSilence{1};
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longestSilence, [&] { return closed_ || state_ != "silent"; });
    return state_;
}

void Switch::close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

} // namespace vienlogs::trust_standin
