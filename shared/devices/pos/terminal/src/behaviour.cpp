// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "behaviour.h"

#include <algorithm>
#include <array>

namespace vienlogs::devices::pos {

namespace {

constexpr std::array faultNames{
    "drop-before-ack",
    "drop-before-capture",
    "drop-after-capture",
    "drop-after-status",
    "silent",
    "silent-after-capture",
    "no-receipt-lines",
    "print-blocks",
    "receipt-after",
    "decline-completed",
    "unknown-message",
    "other-amount",
    "refuse",
    "drop-before-reversal",
    "drop-after-reversal",
    "drop-before-close",
    "drop-after-close",
    "abort-after-close",
    "no-repeat",
    "no-trace",
    "abort-after-status",
};

constexpr std::string_view dropAt = "drop-at-";

std::optional<int> dropNumber(const std::string& fault) {
    const auto digits = fault.size() - std::min(fault.size(), dropAt.size());
    if (!fault.starts_with(dropAt) || digits < 1 || digits > 2 ||
        fault.find_first_not_of("0123456789", dropAt.size()) != std::string::npos)
        return std::nullopt;
    return std::stoi(fault.substr(dropAt.size()));
}

} // namespace

std::optional<Customer> customerFrom(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, Customer>, 5> names{
        {{"approve", Customer::Approve},
         {"decline", Customer::Decline},
         {"wrong-pin", Customer::WrongPin},
         {"slow", Customer::Slow},
         {"ignore-abort", Customer::IgnoreAbort}}};
    for (const auto& [known, customer] : names)
        if (known == name)
            return customer;
    return std::nullopt;
}

bool isFault(const std::string& name) {
    return name == "none" || dropNumber(name) ||
           std::find(faultNames.begin(), faultNames.end(), name) != faultNames.end();
}

void Behaviour::setCustomer(Customer customer) {
    const std::lock_guard lock(mutex_);
    customer_ = customer;
}

void Behaviour::addFault(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (name == "none")
        faults_.clear();
    else
        faults_.insert(name);
}

Customer Behaviour::customer() const {
    const std::lock_guard lock(mutex_);
    return customer_;
}

bool Behaviour::has(const std::string& fault) const {
    const std::lock_guard lock(mutex_);
    return faults_.contains(fault);
}

bool Behaviour::strike(const std::string& fault) {
    const std::lock_guard lock(mutex_);
    return faults_.erase(fault) > 0;
}

std::optional<int> Behaviour::strikeDropAt() {
    const std::lock_guard lock(mutex_);
    for (const auto& fault : faults_)
        if (const auto number = dropNumber(fault)) {
            faults_.erase(fault);
            return number;
        }
    return std::nullopt;
}

} // namespace vienlogs::devices::pos
