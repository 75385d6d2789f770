// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "vienlogs/devices/pos/zvt_text.h"

namespace vienlogs::devices::pos {

/// What the person at the terminal does.
enum class Customer { Approve, Decline, WrongPin, Slow, IgnoreAbort };

[[nodiscard]] std::optional<Customer> customerFrom(std::string_view name);
/// Whether a fault of this name exists; "drop-at-N" with N from 1 to 99 does. The list is in the README.
[[nodiscard]] bool isFault(const std::string& name);

/// How the terminal behaves now; changed from the command line and by commands while it runs.
class Behaviour {
public:
    void setCustomer(Customer customer);
    /// Adds a fault; "none" takes all away.
    void addFault(const std::string& name);
    [[nodiscard]] Customer customer() const;
    [[nodiscard]] bool has(const std::string& fault) const;
    /// Like has(), and the fault is over then: it strikes once.
    [[nodiscard]] bool strike(const std::string& fault);
    /// The number of a "drop-at-N", which is over then.
    [[nodiscard]] std::optional<int> strikeDropAt();

    std::atomic<int> latency{200}; ///< Milliseconds that each step takes.
    ZvtCharset charset = ZvtCharset::Cp437;

private:
    mutable std::mutex mutex_;
    Customer customer_ = Customer::Approve;
    std::set<std::string> faults_;
};

} // namespace vienlogs::devices::pos
