// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit_export.h"

#include <algorithm>

#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/timestamp/failures.h"

namespace vienlogs::server::app {

namespace {

using Keys = std::vector<contract::AuditKeyInfo>;
constexpr int stampsAtOnce = 100;
// No record begins so: its keys are sorted, and the first is "at".
constexpr std::string_view keyLine = "{\"auditKey\":";
constexpr std::string_view stampLine = "{\"auditStamp\":";

template<typename T>
base::Result<std::optional<ExportExtra>> readExtra(std::string_view line, std::string_view prefix) {
    const auto text = line.substr(prefix.size(), line.size() - prefix.size() - (line.ends_with('}') ? 1 : 0));
    auto extra = contract::decode<T>(text);
    if (!extra)
        return base::fail(codes::auditBroken, "a line that cannot be read", "0");
    return std::optional<ExportExtra>(std::move(*extra));
}

template<typename T>
std::string extraLine(std::string_view prefix, const T& value) {
    return std::string(prefix) + contract::encode(value) + "}\n";
}

} // namespace

base::Result<std::string> extraLines(store::Transaction& transaction, std::int64_t& after,
                                     std::int64_t size) {
    const auto stamps = transaction.stamps().after(after, stampsAtOnce);
    const auto keys = after == 0 ? transaction.audit().keys() : base::Result<Keys>();
    if (!stamps || !keys)
        return base::fail(stamps ? keys.error() : stamps.error());
    std::string lines;
    for (const auto& key : *keys)
        lines += extraLine(keyLine, key);
    for (const auto& stamp : *stamps)
        if (stamp.head.size <= size)
            lines += extraLine(stampLine, stamp);
    after = stamps->empty() ? std::max<std::int64_t>(after, 1) : stamps->back().head.size;
    return lines;
}

base::Result<std::optional<ExportExtra>> extraOf(std::string_view line) {
    if (line.starts_with(keyLine))
        return readExtra<contract::AuditKeyInfo>(line, keyLine);
    if (line.starts_with(stampLine))
        return readExtra<contract::AuditStamp>(line, stampLine);
    return std::nullopt;
}

base::Result<std::optional<ProvedTime>> proveTime(const std::vector<contract::AuditStamp>& stamps,
                                                  const timestamp::Authority& authority) {
    std::optional<ProvedTime> proved;
    for (const auto& stamp : stamps) {
        const auto token = base::fromBase64(stamp.token);
        const auto at = authority.verify(contract::auditStampText(stamp.head), token.value_or(base::Bytes()));
        if (!at)
            return base::fail(at.error());
        if (*at != stamp.at)
            return base::fail(timestamp::codes::refused, "another time is written beside it",
                              base::toRfc3339(*at));
        if (!proved || stamp.head.size > proved->records)
            proved = ProvedTime{stamp.head.size, *at};
    }
    return proved;
}

} // namespace vienlogs::server::app
