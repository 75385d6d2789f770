// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "report.h"

namespace vienlogs::acts_tool {

namespace {

using nlohmann::json;

json itemOf(const office::MergeItem& item) {
    json out{{"element", item.element.toString()}, {"kind", base::nameIn(acts::elementKindNames, item.kind)}};
    for (const auto fate : item.fates)
        out["fates"].push_back(base::nameIn(office::fateNames, fate));
    if (!item.origin.isNil())
        out["origin"] = item.origin.toString();
    if (item.before != item.after) {
        out["before"] = acts::textOf(item.before);
        out["after"] = acts::textOf(item.after);
    }
    for (const auto& change : item.changes)
        out["changes"].push_back({{"kind", change.deletion ? "deletion" : "insertion"},
                                  {"author", change.author},
                                  {"time", change.time},
                                  {"text", change.text}});
    for (const auto& note : item.notes)
        out["notes"].push_back(note);
    return out;
}

json conflictOf(const acts::Conflict& conflict) {
    return {{"element", conflict.element.toString()},
            {"aspect", base::nameIn(acts::aspectNames, conflict.aspect)},
            {"base", acts::textOf(conflict.base)},
            {"ours", acts::textOf(conflict.ours)},
            {"theirs", acts::textOf(conflict.theirs)},
            {"oursDeleted", conflict.oursDeleted},
            {"theirsDeleted", conflict.theirsDeleted}};
}

} // namespace

json reportOf(const std::string& file, const office::Import& import, const acts::Merged& merged) {
    json report{{"file", file},
                {"items", json::array()},
                {"conflicts", json::array()},
                {"warnings", import.warnings}};
    std::map<std::string, int> counts;
    for (const auto& item : import.items) {
        report["items"].push_back(itemOf(item));
        for (const auto fate : item.fates)
            ++counts[std::string(base::nameIn(office::fateNames, fate))];
    }
    for (const auto& conflict : merged.conflicts)
        report["conflicts"].push_back(conflictOf(conflict));
    report["counts"] = counts;
    report["operations"] = merged.operations.size();
    report["comments"] = import.act.comments().size();
    return report;
}

} // namespace vienlogs::acts_tool
