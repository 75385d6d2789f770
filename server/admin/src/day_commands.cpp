// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "commands.h"
#include "failures.h"
#include "vienlogs/domain/payments/day.h"

namespace vienlogs::server::admin {

namespace {

constexpr int mostListed = 10'000;

base::Result<base::Timestamp> sinceOf(const Arguments& arguments) {
    const auto given = arguments.options.find("since");
    if (given == arguments.options.end())
        return base::Timestamp();
    const auto midnight = base::fromRfc3339(given->second + "T00:00:00Z");
    if (!midnight)
        return base::fail(codes::usage, "--since is no date");
    return *midnight;
}

void print(std::ostream& out, const domain::payments::DaySum& sum) {
    out << sum.count << " payments " << sum.total.toText();
}

void print(std::ostream& out, const store::DayClosingRow& row) {
    const auto& closing = row.closing;
    out << base::toRfc3339(closing.at) << ' ' << row.place << ' ' << row.device << " terminal "
        << closing.terminalId << ' ' << nameOf(closing.state) << ": terminal ";
    print(out, closing.terminal);
    out << ", book ";
    print(out, closing.book);
    for (const auto& difference : closing.differences)
        out << ", " << nameOf(difference.kind) << ' ' << difference.amount.toText();
    out << '\n';
}

} // namespace

Done listDays(const Context& context, const Arguments& arguments) {
    const auto since = sinceOf(arguments);
    if (!since)
        return base::fail(since.error());
    const auto place = arguments.options.find("place");
    const auto store = app::openStore(context.data);
    if (!store)
        return base::fail(store.error());
    return (*store)->read([&](store::Transaction& t) -> Done {
        const auto rows = t.cases().dayClosings(*since, mostListed);
        if (!rows)
            return base::fail(rows.error());
        for (const auto& row : *rows)
            if (place == arguments.options.end() || place->second == row.place)
                print(context.out, row);
        return {};
    });
}

} // namespace vienlogs::server::admin
