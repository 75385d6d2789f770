// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "schema.h"
#include "text.h"
#include "values.h"
#include "vienlogs/forms/form_state.h"

namespace vienlogs::forms {
namespace {

using nlohmann::json;

constexpr std::size_t mostListed = 100;

/// What stands at a dotted path below a register's answer; null when there is nothing.
json at(const json& data, std::string_view path) {
    const auto* here = &data;
    while (!path.empty()) {
        const auto dot = path.find('.');
        if (!here->is_object())
            return nullptr;
        const auto next = here->find(path.substr(0, dot));
        if (next == here->end())
            return nullptr;
        here = &*next;
        path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    }
    return *here;
}

/// Only the members a field's value has, as clean texts, so that nothing else of a register slips into an
/// application.
json only(const json& item, std::initializer_list<std::string_view> members) {
    json kept = json::object();
    for (const auto member : members)
        if (const auto text = textMember(item, member); !text.empty() && cleanText(text, false))
            kept[std::string(member)] = text;
    return kept;
}

json listOf(FieldKind kind, const json& known) {
    json list = json::array();
    if (!known.is_array())
        return list;
    for (const auto& item : known) {
        auto kept = kind == FieldKind::Company
                        ? only(item, {"identifier", "name"})
                        : only(item, {"identifier", "givenName", "familyName", "birthDate"});
        if (kept.contains("identifier") && list.size() < mostListed)
            list.push_back(std::move(kept));
    }
    return list;
}

/// The value for a field from what a register says; null when it is nothing the field can take.
json valueFor(const FieldDefinition& field, const json& known) {
    if (field.kind == FieldKind::Address) {
        auto address = only(known, {"text", "addressCode"});
        return address.contains("text") ? address : json();
    }
    if (!known.is_string())
        return nullptr;
    auto value = valueFromText(field, known.get_ref<const std::string&>());
    return value ? std::move(*value) : json();
}

} // namespace

std::size_t FormState::prefill(std::string_view root, const json& data, base::Timestamp asOf) {
    std::size_t filled = 0;
    for (const auto& field : definition_->fields())
        for (const auto& path : field.prefill) {
            if (!path.starts_with(root) || (path.size() > root.size() && path[root.size()] != '.'))
                continue;
            const auto rest = path.size() > root.size() ? std::string_view(path).substr(root.size() + 1)
                                                        : std::string_view();
            filled += fill(field, path, at(data, rest), asOf) ? 1 : 0;
        }
    return filled;
}

bool FormState::fill(const FieldDefinition& field, const std::string& path, const json& known,
                     base::Timestamp asOf) {
    auto value = valueFor(field, known);
    if (field.kind == FieldKind::Children || field.kind == FieldKind::Company) {
        const auto& list = registerLists_[path] = listOf(field.kind, known);
        // A single company is the one meant; which children are meant, only the client knows.
        value = field.kind == FieldKind::Company && list.size() == 1 ? list.front() : json();
    }
    if (value.is_null())
        return false;
    auto& entry = entries_[field.scope];
    const auto rank = [&](const std::string& of) {
        return std::find(field.prefill.begin(), field.prefill.end(), of);
    };
    if (entry.touched || (entry.prefill && rank(entry.prefill->path) < rank(path)))
        return false;
    entry.value = std::move(value);
    entry.typed.clear();
    entry.prefill = PrefillOrigin{path, asOf, false};
    entry.problem = check(field);
    return true;
}

} // namespace vienlogs::forms
