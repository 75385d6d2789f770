// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/harmonisation/steps_codec.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "vienlogs/harmonisation/failures.h"
#include "vienlogs/jsonread/json.h"

namespace vienlogs::harmonisation {

namespace {

using nlohmann::json;

constexpr jsonread::Limits limits{64 * Bounds::textBytes, 8, 10 * Bounds::remarks};

/// Thrown and caught in this file only: the shape of a line is wrong.
struct WrongShape : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void put(json& object, const char* key, const base::Ulid& id) {
    if (!id.isNil())
        object[key] = id.toString();
}

void put(json& object, const char* key, const std::string& text) {
    if (!text.empty())
        object[key] = text;
}

base::Ulid idIn(const json& object, const char* key) {
    if (!object.contains(key))
        return {};
    const auto id = base::Ulid::parse(object.at(key).get<std::string>());
    if (!id)
        throw WrongShape(key);
    return *id;
}

std::string textIn(const json& object, const char* key) {
    return object.contains(key) ? object.at(key).get<std::string>() : std::string{};
}

template<typename Names>
auto namedIn(const json& object, const char* key, const Names& names) {
    const auto value = base::valueIn(names, object.at(key).get<std::string>());
    if (!value)
        throw WrongShape(key);
    return *value;
}

struct Writing {
    json& out;

    void operator()(const Opinion& opinion) {
        out["step"] = "opinion";
        put(out, "opinion", opinion.id);
        out["giver"] = opinion.giver;
        out["stance"] = base::nameIn(stanceNames, opinion.stance);
        out["version"] = opinion.version;
        out["remarks"] = json::array();
        for (const auto& remark : opinion.remarks) {
            json item{{"kind", base::nameIn(remarkKindNames, remark.kind)}, {"text", remark.text}};
            put(item, "remark", remark.id);
            put(item, "el", remark.element);
            put(item, "proposed", remark.proposed);
            out["remarks"].push_back(std::move(item));
        }
    }
    void operator()(const Answer& answer) {
        out["step"] = "answer";
        put(out, "remark", answer.remark);
        out["outcome"] = base::nameIn(outcomeNames, answer.outcome);
        put(out, "text", answer.text);
    }
    void operator()(const Position& position) {
        out["step"] = "position";
        put(out, "remark", position.remark);
        out["agreed"] = position.agreed;
        put(out, "maintained", position.maintained);
    }
    void operator()(const Task& task) {
        out["step"] = "task";
        put(out, "task", task.id);
        out["what"] = task.what;
        out["who"] = task.who;
        out["due"] = base::toIso(task.due);
        put(out, "subject", task.subject);
    }
    void operator()(const TaskDone& done) {
        out["step"] = "done";
        put(out, "task", done.task);
    }
    void operator()(const AnnotationField& field) {
        out["step"] = "annotation";
        out["field"] = field.field;
        put(out, "text", field.text);
    }
};

Opinion opinionIn(const json& line) {
    Opinion opinion{idIn(line, "opinion"), line.at("giver").get<std::string>(),
                    namedIn(line, "stance", stanceNames), line.at("version").get<std::size_t>()};
    for (const auto& item : line.at("remarks"))
        opinion.remarks.push_back({idIn(item, "remark"), idIn(item, "el"),
                                   namedIn(item, "kind", remarkKindNames), item.at("text").get<std::string>(),
                                   textIn(item, "proposed")});
    return opinion;
}

Happening happeningIn(const json& line) {
    const auto step = line.at("step").get<std::string>();
    if (step == "opinion")
        return opinionIn(line);
    if (step == "answer")
        return Answer{idIn(line, "remark"), namedIn(line, "outcome", outcomeNames), textIn(line, "text")};
    if (step == "position")
        return Position{idIn(line, "remark"), line.at("agreed").get<bool>(), textIn(line, "maintained")};
    if (step == "task") {
        const auto due = base::dateFromIso(line.at("due").get<std::string>());
        if (!due)
            throw WrongShape("due");
        return Task{idIn(line, "task"), line.at("what").get<std::string>(), line.at("who").get<std::string>(),
                    *due, idIn(line, "subject")};
    }
    if (step == "done")
        return TaskDone{idIn(line, "task")};
    if (step == "annotation")
        return AnnotationField{line.at("field").get<std::string>(), textIn(line, "text")};
    throw WrongShape("step");
}

} // namespace

std::string stepLine(const Step& step) {
    json line{{"id", step.id.toString()}, {"time", base::toRfc3339(step.time)}, {"by", step.author}};
    std::visit(Writing{line}, step.happening);
    return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<Step> stepOf(std::string_view line) {
    const auto parsed = jsonread::parse(line, limits);
    if (!parsed)
        return base::fail(codes::fileDamaged, parsed.error().detail);
    try {
        const auto time = base::fromRfc3339(parsed->at("time").get<std::string>());
        if (!time)
            return base::fail(codes::fileDamaged, "time");
        return Step{idIn(*parsed, "id"), *time, parsed->at("by").get<std::string>(), happeningIn(*parsed)};
    } catch (const json::exception& error) {
        return base::fail(codes::fileDamaged, "JSON: error " + std::to_string(error.id));
    } catch (const WrongShape& error) {
        return base::fail(codes::fileDamaged, error.what());
    }
}

base::Result<ReadSteps> readSteps(std::string_view text, const acts::History& act) {
    ReadSteps read;
    std::size_t at = 0, number = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', at)) {
        const auto where = "line " + std::to_string(++number) + ": ";
        auto step = stepOf(text.substr(at, end - at));
        if (!step)
            return base::fail(codes::fileDamaged, where + step.error().detail);
        if (auto kept = read.harmonising.append(std::move(*step), act); !kept)
            return base::fail(codes::fileDamaged, where + kept.error().detail);
        at = end + 1;
        read.goodBytes = at;
    }
    read.torn = at < text.size();
    return read;
}

} // namespace vienlogs::harmonisation
