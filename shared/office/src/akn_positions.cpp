// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <unordered_set>

#include "vienlogs/office/akn.h"

namespace vienlogs::office {

namespace {

using acts::Element;
using acts::ElementKind;

/// After the naming convention's list of abbreviations (AKN-NC 5.3).
std::string_view abbreviation(ElementKind kind) {
    switch (kind) {
    case ElementKind::Act:
        return "body";
    case ElementKind::Title:
        return "longTitle";
    case ElementKind::Basis:
        return "formula";
    case ElementKind::Chapter:
        return "chp";
    case ElementKind::Article:
        return "art";
    case ElementKind::Part:
        return "para";
    case ElementKind::Point:
    case ElementKind::SubPoint:
        return "point";
    case ElementKind::Paragraph:
        return "al";
    case ElementKind::TransitionalProvisions:
        return "trans";
    case ElementKind::Annex:
        return "annex";
    case ElementKind::Table:
        return "table";
    case ElementKind::Row:
        return "tr";
    case ElementKind::Cell:
        return "td";
    case ElementKind::Footnote:
        return "fn";
    case ElementKind::Signature:
        return "signature";
    }
    return {};
}

class Positions {
public:
    explicit Positions(const acts::Act& act) : act_(act) {}

    std::unordered_map<base::Ulid, std::string> all() {
        children(act_.root(), {}, {});
        return std::move(found_);
    }

private:
    /// `around`: the nearest annex or transitional provisions, which begin numbering anew.
    void children(const Element& parent, const std::string& position, const std::string& around) {
        std::unordered_map<ElementKind, std::uint32_t> counts;
        for (const auto& id : parent.children) {
            const auto& element = *act_.find(id);
            const auto count = ++counts[element.kind];
            // Articles are counted through the whole act, so the chapter is no part of their name.
            const auto& prefix = element.kind == ElementKind::Article ? around : position;
            const auto number = element.number.value > 0 ? element.number : acts::Number{count};
            const auto own = unique((prefix.empty() ? "" : prefix + "__") + aknStep(element.kind, number));
            found_.emplace(id, own);
            const bool anew =
                element.kind == ElementKind::Annex || element.kind == ElementKind::TransitionalProvisions;
            children(element, own, anew ? own : around);
        }
    }

    std::string unique(const std::string& name) {
        auto free = name;
        for (int i = 2; !used_.insert(free).second; ++i)
            free = name + "-dup" + std::to_string(i);
        return free;
    }

    const acts::Act& act_;
    std::unordered_map<base::Ulid, std::string> found_;
    std::unordered_set<std::string> used_;
};

} // namespace

std::string aknStep(ElementKind kind, const acts::Number& number) {
    return std::string(abbreviation(kind)) + "_" + std::to_string(number.value) +
           (number.index > 0 ? "-" + std::to_string(number.index) : "");
}

std::unordered_map<base::Ulid, std::string> aknPositions(const acts::Act& act) {
    return Positions(act).all();
}

} // namespace vienlogs::office
