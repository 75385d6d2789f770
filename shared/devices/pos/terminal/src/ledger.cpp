// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "ledger.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace vienlogs::devices::pos {

namespace {

constexpr std::uint32_t highestTrace = 999'999;
constexpr std::uint16_t highestReceipt = 9'999;

nlohmann::json toJson(const Transaction& transaction) {
    return {{"kind", static_cast<int>(transaction.kind)},
            {"cents", transaction.cents},
            {"trace", transaction.trace},
            {"receipt", transaction.receipt},
            {"originalTrace", transaction.originalTrace},
            {"at", transaction.at},
            {"reversed", transaction.reversed}};
}

Transaction fromJson(const nlohmann::json& json) {
    return {static_cast<Transaction::Kind>(json.at("kind").get<int>()),
            json.at("cents").get<std::uint64_t>(),
            json.at("trace").get<std::uint32_t>(),
            json.at("receipt").get<std::uint16_t>(),
            json.at("originalTrace").get<std::uint32_t>(),
            json.at("at").get<std::int64_t>(),
            json.at("reversed").get<bool>()};
}

} // namespace

Ledger::Ledger(std::filesystem::path file, std::string terminalId)
    : file_(std::move(file)), terminalId_(std::move(terminalId)) {
    if (!file_.empty() && std::filesystem::exists(file_))
        load();
}

void Ledger::load() {
    const auto json = nlohmann::json::parse(std::ifstream(file_));
    terminalId_ = json.at("terminalId").get<std::string>();
    trace_ = json.at("trace").get<std::uint32_t>();
    receipt_ = json.at("receipt").get<std::uint16_t>();
    for (const auto& entry : json.at("today"))
        today_.push_back(fromJson(entry));
    if (!json.at("last").is_null())
        last_ = fromJson(json.at("last"));
}

void Ledger::store() const {
    if (file_.empty())
        return;
    auto today = nlohmann::json::array();
    for (const auto& transaction : today_)
        today.push_back(toJson(transaction));
    const auto text = nlohmann::json{{"terminalId", terminalId_},
                                     {"trace", trace_},
                                     {"receipt", receipt_},
                                     {"today", today},
                                     {"last", last_ ? toJson(*last_) : nlohmann::json()}}
                          .dump(1);
    auto part = file_;
    part += ".part";
    const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = descriptor >= 0 &&
                         ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!written)
        throw std::runtime_error("the state file cannot be written");
    std::filesystem::rename(part, file_);
}

Transaction& Ledger::append(Transaction transaction) {
    trace_ = trace_ == highestTrace ? 1 : trace_ + 1;
    receipt_ = static_cast<std::uint16_t>(receipt_ == highestReceipt ? 1 : receipt_ + 1);
    transaction.trace = trace_;
    transaction.receipt = receipt_;
    transaction.at =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    today_.push_back(transaction);
    last_ = transaction;
    store();
    return today_.back();
}

Transaction Ledger::add(Transaction::Kind kind, std::uint64_t cents) {
    const std::lock_guard lock(mutex_);
    return append({kind, cents});
}

std::optional<Transaction> Ledger::reverse(std::uint16_t receipt) {
    const std::lock_guard lock(mutex_);
    for (auto& transaction : today_)
        if (transaction.kind == Transaction::Kind::Payment && transaction.receipt == receipt &&
            !transaction.reversed) {
            transaction.reversed = true;
            const auto original = transaction;
            return append({Transaction::Kind::Reversal, original.cents, 0, 0, original.trace});
        }
    return std::nullopt;
}

bool Ledger::isReversed(std::uint16_t receipt) const {
    const std::lock_guard lock(mutex_);
    for (const auto& transaction : today_)
        if (transaction.receipt == receipt && transaction.reversed)
            return true;
    return false;
}

std::optional<Transaction> Ledger::last() const {
    const std::lock_guard lock(mutex_);
    return last_;
}

DaySums Ledger::closeDay() {
    const std::lock_guard lock(mutex_);
    DaySums sums;
    for (const auto& transaction : today_)
        if (transaction.kind == Transaction::Kind::Payment && !transaction.reversed) {
            ++sums.count;
            sums.cents += static_cast<std::int64_t>(transaction.cents);
        }
    today_.clear();
    store();
    return sums;
}

} // namespace vienlogs::devices::pos
