// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "messages.h"

#include <array>
#include <ctime>

#include "vienlogs/devices/pos/zvt_fields.h"
#include "vienlogs/devices/pos/zvt_tlv.h"

namespace vienlogs::devices::pos {

namespace {

constexpr std::uint64_t euro = 978;
constexpr std::uint8_t doNotHonour = 0x05;
constexpr std::uint8_t mastercard = 6;
constexpr std::size_t lineWidth = 32;

std::tm localTime(std::int64_t at) {
    const std::time_t seconds = at;
    std::tm local{};
    ::localtime_r(&seconds, &local);
    return local;
}

std::string padded(std::uint64_t value, std::size_t width) {
    const auto digits = std::to_string(value);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string timeText(std::int64_t at, const char* pattern) {
    const auto local = localTime(at);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), pattern, &local);
    return text.data();
}

/// Label left, value right.
std::string columns(const std::string& left, const std::string& right) {
    const auto used = left.size() + right.size();
    return left + std::string(used < lineWidth ? lineWidth - used : 1, ' ') + right;
}

std::string euroText(std::uint64_t cents) {
    return "EUR " + std::to_string(cents / 100) + "," + padded(cents % 100, 2);
}

} // namespace

ZvtMessage statusOf(const Transaction& transaction, const std::string& terminalId, bool noTrace) {
    const auto local = localTime(transaction.at);
    const auto two = [](int high, int low) {
        return static_cast<std::uint64_t>(high) * 100 + static_cast<std::uint64_t>(low);
    };
    const bool declined = transaction.kind == Transaction::Kind::Declined;
    ZvtFieldWriter data;
    data.fixed(bmp::resultCode, base::Bytes{declined ? doNotHonour : std::uint8_t{0}});
    data.decimal(bmp::amount, transaction.cents, 6).decimal(bmp::currency, euro, 2);
    if (!noTrace)
        data.decimal(bmp::traceNumber, transaction.trace, 3);
    data.decimal(bmp::time, two(local.tm_hour, local.tm_min) * 100 + static_cast<std::uint64_t>(local.tm_sec),
                 3);
    data.decimal(bmp::date, two(local.tm_mon + 1, local.tm_mday), 2);
    data.decimal(bmp::receiptNumber, transaction.receipt, 2);
    data.fixed(bmp::terminalId, base::fromHex(terminalId).value_or(base::Bytes(4)));
    data.fixed(bmp::cardType, base::Bytes{mastercard});
    data.variable(bmp::cardNumber, base::Bytes{0x53, 0x54, 0x13, 0xEE, 0xEE, 0xEE, 0x00, 0x42}, 2);
    data.variable(bmp::cardName, base::bytesOf("Mastercard"), 2);
    if (!declined)
        data.fixed(bmp::authorisation,
                   base::bytesOf(padded(transaction.trace * 7ULL % 1'000'000, 6) + std::string(2, '\0')));
    if (transaction.kind == Transaction::Kind::Reversal)
        data.decimal(bmp::originalTrace, transaction.originalTrace, 3);
    return {zvt::statusInformation, data.take()};
}

ZvtMessage statusOf(const DaySums& sums) {
    ZvtFieldWriter data;
    data.fixed(bmp::resultCode, base::Bytes{0});
    data.decimal(bmp::amount, static_cast<std::uint64_t>(sums.cents), 6).decimal(bmp::currency, euro, 2);
    base::Bytes totals(53);
    // After the receipt numbers: girocard, JCB, then Mastercard as the third kind.
    constexpr std::size_t mastercardAt = 4 + 2 * 7;
    totals[mastercardAt] = static_cast<std::uint8_t>(sums.count);
    const auto amount = bcd(static_cast<std::uint64_t>(sums.cents), 6);
    std::copy(amount.begin(), amount.end(), totals.begin() + mastercardAt + 1);
    data.variable(bmp::dayTotals, totals, 3);
    return {zvt::statusInformation, data.take()};
}

ZvtMessage registered(const std::string& terminalId) {
    ZvtFieldWriter data;
    data.fixed(bmp::statusByte, base::Bytes{0});
    data.fixed(bmp::terminalId, base::fromHex(terminalId).value_or(base::Bytes(4)));
    data.decimal(bmp::currency, euro, 2);
    return {zvt::completion, data.take()};
}

std::vector<std::string> receiptOf(const Transaction& transaction, const std::string& terminalId) {
    const bool reversal = transaction.kind == Transaction::Kind::Reversal;
    std::vector<std::string> lines{
        "VALSTS UN PAŠVALDĪBAS VIENOTAIS",
        "KLIENTU APKALPOŠANAS CENTRS",
        "",
        reversal ? "ATCELŠANA" : "PIRKUMS",
        columns("Datums", timeText(transaction.at, "%d.%m.%Y %H:%M:%S")),
        columns("Termināls", terminalId),
        columns("Darījums", padded(transaction.trace, 6)),
        columns("Čeks", padded(transaction.receipt, 4)),
        columns("Mastercard", "534113******0042"),
        columns(reversal ? "ATMAKSĀTS" : "SUMMA", euroText(transaction.cents)),
        transaction.kind == Transaction::Kind::Declined ? "NORAIDĪTS" : "APSTIPRINĀTS",
    };
    if (reversal)
        lines.push_back(columns("Sākotnējais darījums", padded(transaction.originalTrace, 6)));
    lines.emplace_back("Saglabājiet čeku!");
    return lines;
}

std::vector<std::string> reportOf(const DaySums& sums, const std::string& terminalId) {
    return {"DIENAS NOSLĒGUMS", columns("Termināls", terminalId),
            columns("Darījumi", std::to_string(sums.count)),
            columns("KOPĀ", euroText(static_cast<std::uint64_t>(sums.cents)))};
}

std::vector<ZvtMessage> asLines(const std::vector<std::string>& lines, ZvtCharset charset) {
    std::vector<ZvtMessage> messages;
    for (const auto& line : lines) {
        base::Bytes data{0};
        const auto text = fromUtf8(line, charset);
        data.insert(data.end(), text.begin(), text.end());
        messages.push_back({zvt::printLine, data});
    }
    return messages;
}

ZvtMessage asBlock(const std::vector<std::string>& lines, std::uint8_t type, ZvtCharset charset) {
    base::Bytes texts;
    for (const auto& line : lines)
        appendTlv(texts, tag::textLine, fromUtf8(line, charset));
    base::Bytes container;
    appendTlv(container, tag::receiptType, base::Bytes{type});
    appendTlv(container, tag::printTexts, texts);
    ZvtFieldWriter data;
    data.container(container);
    return {zvt::printTextBlock, data.take()};
}

} // namespace vienlogs::devices::pos
