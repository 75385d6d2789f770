// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "ledger.h"
#include "vienlogs/devices/pos/zvt_message.h"
#include "vienlogs/devices/pos/zvt_text.h"

namespace vienlogs::devices::pos {

/// 04 0F of a transaction; `noTrace` leaves the trace number out, as some terminals do.
[[nodiscard]] ZvtMessage statusOf(const Transaction& transaction, const std::string& terminalId,
                                  bool noTrace);
/// 04 0F at the end of the day, with the count and the sum of one kind of card.
[[nodiscard]] ZvtMessage statusOf(const DaySums& sums);
[[nodiscard]] ZvtMessage registered(const std::string& terminalId);

/// The receipt as printed, 32 characters a line.
[[nodiscard]] std::vector<std::string> receiptOf(const Transaction& transaction,
                                                 const std::string& terminalId);
[[nodiscard]] std::vector<std::string> reportOf(const DaySums& sums, const std::string& terminalId);
/// The lines one by one as 06 D1.
[[nodiscard]] std::vector<ZvtMessage> asLines(const std::vector<std::string>& lines, ZvtCharset charset);
/// The lines as one 06 D3; receipt type 1 is the institution's, 2 the customer's, 3 a report.
[[nodiscard]] ZvtMessage asBlock(const std::vector<std::string>& lines, std::uint8_t type,
                                 ZvtCharset charset);

} // namespace vienlogs::devices::pos
