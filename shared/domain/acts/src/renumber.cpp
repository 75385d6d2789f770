// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/numbering.h"

#include <algorithm>
#include <map>

namespace vienlogs::acts {

namespace {

/// Units that are counted together, in the order of the text.
using Scope = std::vector<const Element*>;
using Scopes = std::map<std::pair<base::Ulid, ElementKind>, Scope>;

/// Within what a unit is counted: its parent, or the annex or act around it.
base::Ulid scopeOf(const Act& act, const Element& element) {
    const bool local = element.kind == ElementKind::Part || element.kind == ElementKind::SubPoint ||
                       (element.kind == ElementKind::Point && !isNumberedByPath(act, element));
    if (local)
        return element.parent;
    auto scope = act.id();
    for (const auto* outer : act.pathTo(element.parent))
        if (outer->kind == ElementKind::Annex || outer->kind == ElementKind::TransitionalProvisions)
            scope = outer->id;
    return scope;
}

Scopes scopesOf(const Act& act) {
    Scopes scopes;
    for (const auto* element : act.inOrder())
        if (isNumbered(element->kind))
            scopes[{scopeOf(act, *element), element->kind}].push_back(element);
    return scopes;
}

/// The highest index that a published unit with this number has.
std::uint32_t highestIndex(const Scope& scope, std::uint32_t value) {
    std::uint32_t highest = 0;
    for (const auto* element : scope)
        if (element->number.fixed && element->number.value == value)
            highest = std::max(highest, element->number.index);
    return highest;
}

void numberScope(const Scope& scope, std::vector<Operation>& operations) {
    const auto isFixed = [](const Element* element) { return element->number.fixed; };
    const auto lastFixed = std::find_if(scope.rbegin(), scope.rend(), isFixed);
    const auto fixedCount = std::size_t(scope.rend() - lastFixed); // up to and with the last published one
    const auto firstFixed = std::find_if(scope.begin(), scope.end(), isFixed);
    std::uint32_t value = firstFixed == scope.end() ? 0 : (*firstFixed)->number.value;
    std::uint32_t biggest = 0;
    std::map<std::uint32_t, std::uint32_t> given; // the last index that was given to each number
    for (std::size_t i = 0; i < scope.size(); ++i) {
        const auto& element = *scope[i];
        if (element.number.fixed) {
            value = element.number.value;
            biggest = std::max(biggest, value);
            continue;
        }
        Number number{};
        if (i < fixedCount) {
            const auto [index, fresh] = given.try_emplace(value, highestIndex(scope, value));
            number = {value, ++index->second, false};
        } else
            number = {++biggest, 0, false};
        if (number != element.number)
            operations.push_back(SetNumber{element.id, number});
    }
}

} // namespace

std::vector<Operation> renumber(const Act& act) {
    std::vector<Operation> operations;
    for (const auto& [key, scope] : scopesOf(act)) {
        const bool onlyAnnex = key.second == ElementKind::Annex && scope.size() == 1;
        if (!onlyAnnex)
            numberScope(scope, operations);
        else if (!scope[0]->number.fixed && scope[0]->number != Number{})
            operations.push_back(SetNumber{scope[0]->id, {}});
    }
    return operations;
}

std::vector<Operation> fixNumbers(const Act& act) {
    std::vector<Operation> operations;
    for (const auto* element : act.inOrder())
        if (isNumbered(element->kind) && !element->number.fixed) {
            auto number = element->number;
            number.fixed = true;
            operations.push_back(SetNumber{element->id, number});
        }
    return operations;
}

} // namespace vienlogs::acts
