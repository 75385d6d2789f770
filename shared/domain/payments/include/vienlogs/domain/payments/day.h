// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vienlogs/domain/payments/payment.h"

namespace vienlogs::domain::payments {

/// Number and sum of card payments.
struct DaySum {
    int count = 0;
    base::Money total;
    friend bool operator==(const DaySum&, const DaySum&) = default;
};

/// What does not agree between the terminal's day and the desk's own book, and what to look at.
struct DayDifference {
    enum class Kind {
        TerminalMore,      ///< The terminal has more money than the book.
        TerminalLess,      ///< The terminal has less money than the book.
        CountDiffers,      ///< The sums agree, the numbers of payments do not.
        UnknownCharged,    ///< An unknown payment that the terminal's sum contains.
        UnknownNotCharged, ///< An unknown payment that the terminal's sum does not contain.
        UnknownPayment,    ///< An unknown payment; the sums do not tell.
        UnknownReversal,   ///< An unknown reversal.
        DecidedByPerson,   ///< A payment that a person decided, to be looked at when sums differ.
        TotalsLost,        ///< The terminal's totals were lost; perhaps it closed its day.
    } kind = Kind::TerminalMore;
    base::Money amount;                       ///< By how much, or of the payment.
    std::optional<base::Ulid> payment{};      ///< Of the kinds that speak of one.
    std::optional<base::Timestamp> askedAt{}; ///< Of that payment.
    friend bool operator==(const DayDifference&, const DayDifference&) = default;
};

/// Where the end of a day stands.
enum class ClosingState {
    Asked,   ///< Written down before the terminal was asked.
    Closed,  ///< The terminal told its totals.
    Unknown, ///< The answer was lost: perhaps the terminal closed its day, perhaps not.
    Refused, ///< The terminal did not close its day.
};

/// One end of day of one terminal: its totals against the desk's own book of payments.
struct DayClosing {
    base::Ulid id;
    std::string terminalId;
    ClosingState state = ClosingState::Asked;
    std::string clerk;              ///< Personnel number of who closed the day.
    base::Timestamp from;           ///< The last closing before this one; 1970 if there was none.
    base::Timestamp at;             ///< When the terminal was asked.
    DaySum terminal;                ///< What the terminal says.
    DaySum book;                    ///< What the desk wrote down.
    std::vector<std::string> lines; ///< The terminal's own report.
    std::vector<DayDifference> differences;
    friend bool operator==(const DayClosing&, const DayClosing&) = default;
};

/// Whether the terminal may have closed its day by it: what was paid before can no longer be reversed.
[[nodiscard]] bool perhapsClosed(const DayClosing& closing);

/// Whether a payment belongs to the day of a terminal between two times.
[[nodiscard]] bool isOfDay(const Payment& payment, const DayClosing& closing);

/// The book's own sum of a day: what was taken and not given back; unknown payments are not in it.
[[nodiscard]] DaySum bookOf(const std::vector<Payment>& payments, const DayClosing& closing);

/// The closing with its book and every difference, given all payments of the desk since `closing.from`. A
/// single unknown payment is told apart by the sums if they agree with or without it; it stays a person's
/// decision.
[[nodiscard]] DayClosing reconciled(DayClosing closing, const std::vector<Payment>& payments);

/// "asked", "closed", "unknown", "refused"
[[nodiscard]] std::string_view nameOf(ClosingState state);
[[nodiscard]] std::optional<ClosingState> closingStateFrom(std::string_view name);
/// "terminal-more", "unknown-charged"…
[[nodiscard]] std::string_view nameOf(DayDifference::Kind kind);
[[nodiscard]] std::optional<DayDifference::Kind> differenceKindFrom(std::string_view name);

} // namespace vienlogs::domain::payments
