// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/log_codec.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "vienlogs/acts/failures.h"
#include "vienlogs/jsonread/json.h"

namespace vienlogs::acts {

namespace {

using nlohmann::json;

constexpr std::string_view format = "vienlogs-act";
constexpr int formatVersion = 1;
constexpr jsonread::Limits limits{4 * Bounds::textBytes, 8, 200'000};

/// Thrown and caught in this file only: the shape of a line is wrong.
struct WrongShape : std::runtime_error {
    using std::runtime_error::runtime_error;
};

base::Ulid idIn(const json& object, const char* key) {
    if (!object.contains(key))
        return {};
    const auto id = base::Ulid::parse(object.at(key).get<std::string>());
    if (!id)
        throw WrongShape(key);
    return *id;
}

base::Timestamp timeIn(const json& object, const char* key) {
    const auto time = base::fromRfc3339(object.at(key).get<std::string>());
    if (!time)
        throw WrongShape(key);
    return *time;
}

template<typename Names>
auto namedIn(const json& object, const char* key, const Names& names) {
    const auto value = base::valueIn(names, object.at(key).get<std::string>());
    if (!value)
        throw WrongShape(key);
    return *value;
}

std::size_t countIn(const json& object, const char* key) {
    return object.at(key).get<std::size_t>();
}

void put(json& object, const char* key, const base::Ulid& id) {
    if (!id.isNil())
        object[key] = id.toString();
}

json toJson(const Runs& runs) {
    auto list = json::array();
    for (const auto& run : runs) {
        json item{{"t", run.text}};
        if (run.bold)
            item["b"] = true;
        if (run.italic)
            item["i"] = true;
        if (run.script != Script::Line)
            item["s"] = run.script == Script::Super ? 1 : -1;
        if (!run.link.empty())
            item["link"] = run.link;
        if (run.reference) {
            item["ref"] = run.reference->target.toString();
            item["case"] = base::nameIn(caseNames, run.reference->in);
        }
        list.push_back(std::move(item));
    }
    return list;
}

Runs runsIn(const json& object, const char* key) {
    Runs runs;
    if (!object.contains(key))
        return runs;
    for (const auto& item : object.at(key)) {
        Run run{item.at("t").get<std::string>(), item.value("b", false), item.value("i", false)};
        const int script = item.value("s", 0);
        run.script = script > 0 ? Script::Super : script < 0 ? Script::Sub : Script::Line;
        run.link = item.value("link", "");
        if (item.contains("ref"))
            run.reference = Reference{idIn(item, "ref"), namedIn(item, "case", caseNames)};
        runs.push_back(std::move(run));
    }
    return runs;
}

json toJson(const Number& number) {
    return {number.value, number.index, number.fixed ? 1 : 0};
}

Number numberIn(const json& object, const char* key) {
    if (!object.contains(key))
        return {};
    const auto& list = object.at(key);
    return {list.at(0).get<std::uint32_t>(), list.at(1).get<std::uint32_t>(), list.at(2).get<int>() != 0};
}

void put(json& object, const Place& place) {
    put(object, "in", place.parent);
    put(object, "after", place.after);
}

Place placeIn(const json& object) {
    return {idIn(object, "in"), idIn(object, "after")};
}

/// Each operation as members of its line.
struct Writing {
    json& out;

    void operator()(const InsertElement& insert) {
        out["op"] = "insert";
        put(out, "el", insert.id);
        out["kind"] = base::nameIn(elementKindNames, insert.kind);
        put(out, insert.place);
        if (insert.number != Number{})
            out["no"] = toJson(insert.number);
        if (!insert.text.empty())
            out["text"] = toJson(insert.text);
        if (insert.spans != Spans{})
            out["spans"] = {insert.spans.columns, insert.spans.rows};
        put(out, "origin", insert.origin);
    }
    void operator()(const DeleteElement& removal) { named("delete", removal.id); }
    void operator()(const RestoreElement& restore) {
        named("restore", restore.id);
        put(out, restore.place);
    }
    void operator()(const MoveElement& move) {
        named("move", move.id);
        put(out, move.place);
    }
    void operator()(const SplitElement& split) {
        named("split", split.id);
        out["at"] = split.at;
        put(out, "created", split.created);
    }
    void operator()(const JoinElements& join) {
        named("join", join.id);
        put(out, "absorbed", join.absorbed);
    }
    void operator()(const ReplaceText& replace) {
        named("text", replace.id);
        out["at"] = replace.at;
        out["removed"] = replace.removed;
        if (!replace.inserted.empty())
            out["text"] = toJson(replace.inserted);
    }
    void operator()(const SetHeading& heading) {
        named("heading", heading.id);
        out["text"] = toJson(heading.heading);
    }
    void operator()(const SetNumber& number) {
        named("number", number.id);
        out["no"] = toJson(number.number);
    }
    void operator()(const AddComment& add) {
        const auto& comment = add.comment;
        named("comment", comment.element);
        put(out, "comment", comment.id);
        put(out, "reply", comment.replyTo);
        out["author"] = comment.author;
        out["at"] = base::toRfc3339(comment.time);
        out["text"] = comment.text;
        out["quoted"] = comment.quoted;
        out["resolved"] = comment.resolved;
    }
    void operator()(const ResolveComment& resolve) {
        out["op"] = "resolve";
        put(out, "comment", resolve.id);
        out["resolved"] = resolve.resolved;
    }
    void named(const char* name, const base::Ulid& id) {
        out["op"] = name;
        put(out, "el", id);
    }
};

Spans spansIn(const json& line) {
    if (!line.contains("spans"))
        return {};
    return {line.at("spans").at(0).get<std::uint16_t>(), line.at("spans").at(1).get<std::uint16_t>()};
}

Operation operationIn(const json& line) {
    const auto op = line.at("op").get<std::string>();
    const auto id = idIn(line, "el");
    if (op == "insert")
        return InsertElement{id,
                             namedIn(line, "kind", elementKindNames),
                             placeIn(line),
                             numberIn(line, "no"),
                             runsIn(line, "text"),
                             spansIn(line),
                             idIn(line, "origin")};
    if (op == "delete")
        return DeleteElement{id};
    if (op == "restore")
        return RestoreElement{id, placeIn(line)};
    if (op == "move")
        return MoveElement{id, placeIn(line)};
    if (op == "split")
        return SplitElement{id, countIn(line, "at"), idIn(line, "created")};
    if (op == "join")
        return JoinElements{id, idIn(line, "absorbed")};
    if (op == "text")
        return ReplaceText{id, countIn(line, "at"), countIn(line, "removed"), runsIn(line, "text")};
    if (op == "heading")
        return SetHeading{id, runsIn(line, "text")};
    if (op == "number")
        return SetNumber{id, numberIn(line, "no")};
    if (op == "comment")
        return AddComment{{idIn(line, "comment"), id, idIn(line, "reply"),
                           line.at("author").get<std::string>(), timeIn(line, "at"),
                           line.at("text").get<std::string>(), line.at("quoted").get<std::string>(),
                           line.at("resolved").get<bool>()}};
    if (op == "resolve")
        return ResolveComment{idIn(line, "comment"), line.at("resolved").get<bool>()};
    throw WrongShape("op");
}

/// Runs `read` on a parsed line; every way in which it can have the wrong shape becomes one failure.
template<typename Read>
auto reading(std::string_view line, Read read) -> base::Result<decltype(read(std::declval<const json&>()))> {
    const auto parsed = jsonread::parse(line, limits);
    if (!parsed)
        return base::fail(codes::logDamaged, parsed.error().detail);
    try {
        return read(*parsed);
    } catch (const json::exception& error) {
        return base::fail(codes::logDamaged, "JSON: error " + std::to_string(error.id));
    } catch (const WrongShape& error) {
        return base::fail(codes::logDamaged, error.what());
    }
}

base::Result<History> headOf(std::string_view line) {
    return reading(line, [](const json& head) {
        if (head.at("format") != format || head.at("version") != formatVersion)
            throw WrongShape("format");
        const auto id = idIn(head, "act");
        if (id.isNil())
            throw WrongShape("act");
        return History(id, namedIn(head, "kind", actKindNames));
    });
}

} // namespace

std::string headLine(const base::Ulid& id, ActKind kind) {
    return json{{"format", format},
                {"version", formatVersion},
                {"act", id.toString()},
                {"kind", base::nameIn(actKindNames, kind)}}
        .dump();
}

std::string entryLine(const Entry& entry) {
    json line{{"id", entry.id.toString()}, {"time", base::toRfc3339(entry.time)}, {"by", entry.author}};
    if (!entry.reason.empty())
        line["why"] = entry.reason;
    std::visit(Writing{line}, entry.operation);
    return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<Entry> entryOf(std::string_view line) {
    return reading(line, [](const json& object) {
        return Entry{idIn(object, "id"), timeIn(object, "time"), object.at("by").get<std::string>(),
                     object.value("why", ""), operationIn(object)};
    });
}

base::Result<ReadLog> readLog(std::string_view text) {
    std::size_t at = 0, number = 0;
    std::optional<ReadLog> log;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', at)) {
        const auto line = text.substr(at, end - at);
        at = end + 1;
        const auto where = "line " + std::to_string(++number) + ": ";
        if (!log) {
            auto head = headOf(line);
            if (!head)
                return base::fail(codes::logDamaged, where + head.error().detail);
            log = ReadLog{std::move(*head)};
        } else {
            auto entry = entryOf(line);
            if (!entry)
                return base::fail(codes::logDamaged, where + entry.error().detail);
            if (auto applied = log->history.append(std::move(*entry)); !applied)
                return base::fail(codes::logDamaged, where + applied.error().detail);
        }
        log->goodBytes = at;
    }
    if (!log)
        return base::fail(codes::logDamaged, "no head");
    log->torn = at < text.size();
    return std::move(*log);
}

} // namespace vienlogs::acts
