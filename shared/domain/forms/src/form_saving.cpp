// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "text.h"
#include "values.h"
#include "vienlogs/forms/form_failures.h"
#include "vienlogs/forms/form_state.h"
#include "vienlogs/jsonread/json.h"
#include "vienlogs/jsonread/reader.h"

namespace vienlogs::forms {
namespace {

using nlohmann::json;

constexpr jsonread::Limits savedLimits{.bytes = 4 << 20, .depth = 16, .values = 200'000};

} // namespace

std::string FormState::save() const {
    json fields = json::object();
    for (const auto& [scope, entry] : entries_) {
        json saved{{"value", entry.value}, {"touched", entry.touched}};
        if (!entry.typed.empty())
            saved["typed"] = entry.typed;
        if (entry.prefill)
            saved["prefill"] = {{"path", entry.prefill->path},
                                {"asOf", base::toRfc3339(entry.prefill->asOf)},
                                {"changed", entry.prefill->changed}};
        fields[scope] = std::move(saved);
    }
    const json all{{"form", definition_->id()},
                   {"version", definition_->version()},
                   {"fields", fields},
                   {"lists", json(registerLists_)}};
    return all.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<void> FormState::restore(std::string_view saved) {
    const auto parsed = jsonread::parse(saved, savedLimits);
    if (!parsed)
        return base::fail(codes::savedStateInvalid, parsed.error().detail);
    jsonread::Problems problems;
    jsonread::Reader reader(*parsed, "", problems);
    if (reader.text("form") != definition_->id())
        reader.problem("form", "is another form");
    static_cast<void>(reader.integer("version", 1, 1'000'000));
    auto fields = reader.object("fields");
    std::map<std::string, Entry, std::less<>> entries;
    for (const auto& field : definition_->fields())
        if (fields.has(field.scope)) {
            auto one = fields.object(field.scope);
            auto& entry = entries[field.scope];
            entry.value = one.raw("value");
            entry.touched = one.yesOr("touched", false);
            entry.typed = one.textOr("typed", "", 64 << 10);
            if (!one.has("prefill"))
                continue;
            auto origin = one.object("prefill");
            const auto asOf = base::fromRfc3339(origin.text("asOf", 40));
            if (!asOf)
                origin.problem("asOf", "a time is expected");
            entry.prefill = PrefillOrigin{origin.text("path", 100), asOf.value_or(base::Timestamp()),
                                          origin.yesOr("changed", false)};
        }
    const auto& lists = reader.raw("lists");
    if (!lists.is_object())
        reader.problem("lists", "an object is expected");
    if (problems.any())
        return base::fail(codes::savedStateInvalid, problems.first());
    entries_ = std::move(entries);
    registerLists_.clear();
    for (const auto& [path, list] : lists.items())
        registerLists_[path] = list.is_array() ? list : json::array();
    for (const auto& field : definition_->fields())
        if (auto found = entries_.find(field.scope); found != entries_.end()) {
            if (!found->second.typed.empty())
                if (const auto again = valueFromText(field, found->second.typed); !again)
                    found->second.problem = again.error();
            if (auto problem = check(field))
                found->second.problem = std::move(problem);
        }
    return {};
}

} // namespace vienlogs::forms
