// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "marks.h"

namespace vienlogs::office {

namespace {

constexpr std::string_view prefix = "_lv_";
constexpr std::size_t idLength = 26;

} // namespace

std::string markName(const base::Ulid& id) {
    return std::string(prefix) + id.toString();
}

base::Ulid idOfMark(std::string_view name, bool* copy) {
    if (!name.starts_with(prefix) || name.size() < prefix.size() + idLength)
        return {};
    auto rest = name.substr(prefix.size() + idLength);
    if (copy)
        *copy = !rest.empty();
    while (!rest.empty()) { // " Copy 1", "_Copy_12", one behind the other
        if (rest.size() < 7 || (rest[0] != ' ' && rest[0] != '_') || rest.substr(1, 4) != "Copy" ||
            (rest[5] != ' ' && rest[5] != '_') || rest[6] < '0' || rest[6] > '9')
            return {};
        rest.remove_prefix(6);
        while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9')
            rest.remove_prefix(1);
    }
    return base::Ulid::parse(name.substr(prefix.size(), idLength)).value_or(base::Ulid{});
}

} // namespace vienlogs::office
