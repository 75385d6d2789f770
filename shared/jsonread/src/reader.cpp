// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/jsonread/reader.h"

#include <algorithm>

namespace vienlogs::jsonread {
namespace {

const nlohmann::json nothing;

std::string child(const std::string& where, std::string_view key) {
    return where + "/" + std::string(key);
}

} // namespace

void Problems::add(const std::string& where, std::string_view what) {
    if (first_.empty())
        first_ = (where.empty() ? std::string("/") : where) + ": " + std::string(what);
}

Reader::Reader(const nlohmann::json& value, std::string where, Problems& problems)
    : value_(&value), where_(std::move(where)), problems_(&problems) {
    if (!value.is_object())
        problems.add(where_, "an object is expected");
}

const nlohmann::json* Reader::member(std::string_view key) {
    read_.emplace_back(key);
    if (!value_->is_object())
        return nullptr;
    const auto found = value_->find(key);
    return found == value_->end() ? nullptr : &*found;
}

bool Reader::has(std::string_view key) const {
    return value_->is_object() && value_->contains(key);
}

const nlohmann::json& Reader::raw(std::string_view key) {
    const auto* found = member(key);
    return found ? *found : nothing;
}

std::string Reader::text(std::string_view key, std::size_t most) {
    const auto* found = member(key);
    if (!found || !found->is_string() || found->get_ref<const std::string&>().empty() ||
        found->get_ref<const std::string&>().size() > most) {
        problem(key, "a text is expected");
        return {};
    }
    return found->get<std::string>();
}

std::string Reader::textOr(std::string_view key, std::string fallback, std::size_t most) {
    return has(key) ? text(key, most) : (static_cast<void>(member(key)), std::move(fallback));
}

std::int64_t Reader::integer(std::string_view key, std::int64_t least, std::int64_t most) {
    const auto* found = member(key);
    const bool tooLarge = found && found->is_number_unsigned() && found->get<std::uint64_t>() > INT64_MAX;
    if (!found || !found->is_number_integer() || tooLarge || found->get<std::int64_t>() < least ||
        found->get<std::int64_t>() > most) {
        problem(key, "a whole number in its limits is expected");
        return least;
    }
    return found->get<std::int64_t>();
}

bool Reader::yesOr(std::string_view key, bool fallback) {
    const auto* found = member(key);
    if (!found)
        return fallback;
    if (found->is_boolean())
        return found->get<bool>();
    problem(key, "true or false is expected");
    return fallback;
}

base::LocalizedText Reader::localized(std::string_view key) {
    auto texts = object(key);
    base::LocalizedText text{texts.text("lv"), texts.text("en"), texts.text("ru")};
    texts.finish();
    return text;
}

base::LocalizedText Reader::localizedOr(std::string_view key) {
    return has(key) ? localized(key) : (static_cast<void>(member(key)), base::LocalizedText{});
}

std::optional<std::chrono::year_month_day> Reader::dateOr(std::string_view key) {
    const auto* found = member(key);
    if (!found)
        return std::nullopt;
    const auto date =
        found->is_string() ? base::dateFromIso(found->get_ref<const std::string&>()) : std::nullopt;
    if (!date)
        problem(key, "a date is expected");
    return date;
}

std::vector<std::string> Reader::texts(std::string_view key, std::size_t most) {
    std::vector<std::string> list;
    const auto* found = member(key);
    if (!found)
        return list;
    if (!found->is_array() || found->size() > most) {
        problem(key, "a list of texts is expected");
        return list;
    }
    for (const auto& item : *found) {
        if (!item.is_string() || item.get_ref<const std::string&>().empty())
            problem(key, "a list of texts is expected");
        else
            list.push_back(item.get<std::string>());
    }
    return list;
}

std::vector<Reader> Reader::objects(std::string_view key, std::size_t most) {
    std::vector<Reader> list;
    const auto* found = member(key);
    if (!found)
        return list;
    if (!found->is_array() || found->size() > most) {
        problem(key, "a list of objects is expected");
        return list;
    }
    for (std::size_t i = 0; i < found->size(); ++i)
        list.emplace_back((*found)[i], child(child(where_, key), std::to_string(i)), *problems_);
    return list;
}

Reader Reader::object(std::string_view key) {
    const auto* found = member(key);
    return {found ? *found : nothing, child(where_, key), *problems_};
}

void Reader::problem(std::string_view key, std::string_view what) const {
    problems_->add(child(where_, key), what);
}

void Reader::finish() const {
    if (!value_->is_object())
        return;
    for (const auto& [key, value] : value_->items())
        if (std::find(read_.begin(), read_.end(), key) == read_.end())
            problem(key.substr(0, 60), "not known here");
}

} // namespace vienlogs::jsonread
