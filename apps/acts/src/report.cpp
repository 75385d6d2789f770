// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "report.h"

#include <array>

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

namespace {

json fileOf(const office::MergedFile& file) {
    json out{{"name", file.name},
             {"standing", base::nameIn(office::fileStandingNames, file.standing)},
             {"version", file.version},
             {"older", file.older},
             {"warnings", file.warnings}};
    if (!file.author.empty())
        out["author"] = file.author;
    if (file.failure)
        out["failure"] = file.failure->code.text;
    return out;
}

json voicesOf(const office::MergeList& list, const office::MergeEntry& entry) {
    auto out = json::array();
    for (const auto& voice : entry.voices) {
        out.push_back({{"file", list.files[voice.file].name}, {"author", voice.author}});
        if (voice.tracked)
            out.back()["time"] = voice.time;
    }
    return out;
}

json commentOf(const acts::Comment& comment) {
    json out{{"author", comment.author},
             {"time", base::toRfc3339(comment.time)},
             {"text", comment.text},
             {"quoted", comment.quoted},
             {"resolved", comment.resolved}};
    if (!comment.replyTo.isNil())
        out["replyTo"] = comment.replyTo.toString();
    out["comment"] = comment.id.toString();
    return out;
}

json wordsOf(const office::MergeEntry& entry) {
    static constexpr std::array<const char*, 3> names{"kept", "removed", "added"};
    auto out = json::array();
    for (const auto& piece : office::piecesOf(entry.before, entry.after))
        out.push_back({names[std::size_t(piece.kind)], acts::textOf(piece.text)});
    return out;
}

json entryOf(const office::MergeList& list, const office::MergeEntry& entry) {
    json out{{"id", entry.id},
             {"change", base::nameIn(office::changeNames, entry.change)},
             {"standing", base::nameIn(office::standingNames, entry.standing)},
             {"element", entry.element.toString()},
             {"kind", base::nameIn(acts::elementKindNames, entry.kind)},
             {"collidesWithAct", entry.collidesWithAct},
             {"against", entry.against},
             {"needs", entry.needs},
             {"notes", entry.notes},
             {"voices", voicesOf(list, entry)}};
    for (const auto fate : entry.fates)
        out["fates"].push_back(base::nameIn(office::fateNames, fate));
    if (!entry.origin.isNil())
        out["origin"] = entry.origin.toString();
    if (entry.before != entry.after)
        out["words"] = wordsOf(entry);
    if (entry.change == office::Change::Number)
        out["number"] = {entry.number.value, entry.number.index};
    if (entry.change == office::Change::Remark || entry.change == office::Change::Resolved)
        out["comment"] = commentOf(entry.comment);
    return out;
}

} // namespace

json reportOf(const office::MergeList& list) {
    json report{{"files", json::array()}, {"entries", json::array()}};
    for (const auto& file : list.files)
        report["files"].push_back(fileOf(file));
    for (const auto& entry : list.entries)
        report["entries"].push_back(entryOf(list, entry));
    return report;
}

} // namespace vienlogs::acts_tool
