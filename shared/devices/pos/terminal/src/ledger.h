// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vienlogs::devices::pos {

/// One transaction in the terminal's memory.
struct Transaction {
    enum class Kind { Payment, Declined, Reversal } kind = Kind::Payment;
    std::uint64_t cents = 0;
    std::uint32_t trace = 0;
    std::uint16_t receipt = 0;
    std::uint32_t originalTrace = 0; ///< Of a reversal.
    std::int64_t at = 0;             ///< Seconds since 1970.
    bool reversed = false;
};

/// Totals of the day at its end.
struct DaySums {
    int count = 0;
    std::int64_t cents = 0;
};

/// The terminal's memory: numbers, transactions since the last end of day and the last one of all. It is in
/// the file before a function returns, as a terminal's is in its flash.
class Ledger {
public:
    /// An empty path keeps it in memory only. Throws std::runtime_error if the file cannot be used.
    Ledger(std::filesystem::path file, std::string terminalId);

    [[nodiscard]] const std::string& terminalId() const { return terminalId_; }
    Transaction add(Transaction::Kind kind, std::uint64_t cents);
    /// Nothing if there is no such payment or it is already reversed.
    std::optional<Transaction> reverse(std::uint16_t receipt);
    [[nodiscard]] bool isReversed(std::uint16_t receipt) const;
    [[nodiscard]] std::optional<Transaction> last() const;
    DaySums closeDay();

private:
    Transaction& append(Transaction transaction);
    void load();
    void store() const;

    mutable std::mutex mutex_;
    std::filesystem::path file_;
    std::string terminalId_;
    std::uint32_t trace_ = 0;
    std::uint16_t receipt_ = 0;
    std::vector<Transaction> today_;
    std::optional<Transaction> last_;
};

} // namespace vienlogs::devices::pos
