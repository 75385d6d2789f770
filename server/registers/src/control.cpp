// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "control.h"

#include <array>

#include <nlohmann/json.hpp>

namespace vienlogs::registers {

namespace {

using Json = nlohmann::json;

constexpr int longestLatencyMs = 60'000;
constexpr std::array<std::pair<State, std::string_view>, 7> names{{{State::Up, "up"},
                                                                   {State::Down, "down"},
                                                                   {State::Silent, "silent"},
                                                                   {State::Closed, "closed"},
                                                                   {State::Stale, "stale"},
                                                                   {State::Nonsense, "nonsense"},
                                                                   {State::Error, "error"}}};

std::optional<State> stateOf(std::string_view name) {
    for (const auto& [state, text] : names)
        if (text == name)
            return state;
    return std::nullopt;
}

/// True unless the member is there and is no moment.
bool readMoment(const Json& json, const char* name, std::optional<base::Timestamp>& into) {
    const auto found = json.find(name);
    if (found == json.end() || found->is_null())
        return true;
    into = found->is_string() ? base::fromRfc3339(found->get<std::string>()) : std::nullopt;
    return into.has_value();
}

} // namespace

Control Controls::get(std::string_view registerId) const {
    const std::lock_guard lock(mutex_);
    const auto found = controls_.find(registerId);
    return found == controls_.end() ? Control{} : found->second;
}

void Controls::set(std::string_view registerId, const Control& control) {
    const std::lock_guard lock(mutex_);
    controls_.insert_or_assign(std::string(registerId), control);
    changed_.notify_all();
}

void Controls::waitWhileSilent(std::string_view registerId, std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [&] {
        const auto found = controls_.find(registerId);
        return closed_ || found == controls_.end() || found->second.state != State::Silent;
    });
}

std::size_t Controls::nextNonsense() {
    const std::lock_guard lock(mutex_);
    return nonsense_++;
}

void Controls::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

std::string toJson(const Control& control) {
    Json json{{"latencyMs", control.latencyMs}};
    for (const auto& [state, text] : names)
        if (state == control.state)
            json["state"] = text;
    if (control.staleSince)
        json["staleSince"] = base::toRfc3339(*control.staleSince);
    if (control.closedUntil)
        json["closedUntil"] = base::toRfc3339(*control.closedUntil);
    return json.dump();
}

std::optional<Control> controlFromJson(const std::string& text) {
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    Control control;
    const auto state = json.find("state");
    if (state != json.end()) {
        const auto known = state->is_string() ? stateOf(state->get<std::string>()) : std::nullopt;
        if (!known)
            return std::nullopt;
        control.state = *known;
    }
    const auto latency = json.find("latencyMs");
    if (latency != json.end()) {
        if (!latency->is_number_integer() || *latency < 0 || *latency > longestLatencyMs)
            return std::nullopt;
        control.latencyMs = latency->get<int>();
    }
    if (!readMoment(json, "staleSince", control.staleSince) ||
        !readMoment(json, "closedUntil", control.closedUntil))
        return std::nullopt;
    return control;
}

} // namespace vienlogs::registers
