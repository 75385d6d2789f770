// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stamp_control.h"

#include <array>

#include <nlohmann/json.hpp>

namespace vienlogs::trust_standin {

namespace {

constexpr long mostAhead = 10L * 365 * 24 * 60 * 60;
constexpr std::array<std::pair<std::string_view, StampState>, 9> names{
    {{"up", StampState::Up},
     {"down", StampState::Down},
     {"silent", StampState::Silent},
     {"nonsense", StampState::Nonsense},
     {"wrongNonce", StampState::WrongNonce},
     {"wrongImprint", StampState::WrongImprint},
     {"expired", StampState::Expired},
     {"untrusted", StampState::Untrusted},
     {"refusing", StampState::Refusing}}};

} // namespace

std::optional<StampControl> controlFromJson(const std::string& text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return {};
    StampControl control;
    const auto state = json.value("state", nlohmann::json("up"));
    const auto ahead = json.value("aheadSeconds", nlohmann::json(0));
    if (!state.is_string() || !ahead.is_number_integer())
        return {};
    control.aheadSeconds = ahead.get<long>();
    if (control.aheadSeconds > mostAhead || control.aheadSeconds < -mostAhead)
        return {};
    for (const auto& [name, value] : names)
        if (state == name) {
            control.state = value;
            return control;
        }
    return {};
}

StampControl StampControls::get() const {
    const std::scoped_lock lock(mutex_);
    return control_;
}

void StampControls::set(const StampControl& control) {
    const std::scoped_lock lock(mutex_);
    control_ = control;
    changed_.notify_all();
}

void StampControls::waitWhileSilent(std::chrono::seconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [&] { return closed_ || control_.state != StampState::Silent; });
}

void StampControls::close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

} // namespace vienlogs::trust_standin
