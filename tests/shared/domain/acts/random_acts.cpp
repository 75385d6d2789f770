// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "random_acts.h"

#include <stdexcept>

#include "vienlogs/acts/numbering.h"

namespace vienlogs::acts::test {

base::Ulid RandomActs::id() {
    static constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text = "0";
    while (text.size() < 26)
        text.push_back(alphabet[below(alphabet.size())]);
    return *base::Ulid::parse(text);
}

base::Ulid RandomActs::any(const Act& act) {
    const auto order = act.inOrder();
    if (order.empty() || below(20) == 0)
        return act.id();
    return order[below(order.size())]->id;
}

Place RandomActs::place(const Act& act) {
    const auto parent = any(act);
    const auto& children = act.find(parent)->children;
    const auto at = below(children.size() + 1);
    return {parent, at == 0 ? base::Ulid{} : children[at - 1]};
}

Runs RandomActs::text() {
    static const std::vector<std::string> words{"persona", "iesniedz", "iesniegumu", "ministrijai",
                                                "ja",      "un",       "kārtībā"};
    Runs runs;
    for (std::size_t i = 0; i < below(6); ++i) {
        Run run{words[below(words.size())] + " "};
        run.bold = below(5) == 0;
        run.italic = below(7) == 0;
        if (below(9) == 0)
            run.reference = Reference{id(), Case::Locative};
        runs.push_back(std::move(run));
    }
    return runs;
}

Operation RandomActs::operation(const Act& act) {
    const auto target = any(act);
    switch (below(12)) {
    case 0:
        return DeleteElement{target};
    case 1: {
        for (const auto& [id, element] : act.elements())
            if (element.deleted && below(3) == 0)
                return RestoreElement{id, place(act)};
        return DeleteElement{id()};
    }
    case 2:
    case 3:
        return MoveElement{target, place(act)};
    case 4:
        return SplitElement{target, below(20), id()};
    case 5:
        return JoinElements{target, any(act)};
    case 6:
        return ReplaceText{target, below(8), below(8), text()};
    case 7:
        return SetHeading{target, text()};
    case 8:
        return SetNumber{target, {std::uint32_t(below(9)), std::uint32_t(below(3))}};
    case 9: // an identity that was given before
        return InsertElement{target, ElementKind::Point, place(act), {}, text()};
    default:
        return InsertElement{id(), ElementKind(below(16)), place(act), {}, text()};
    }
}

Act RandomActs::changed(Act act, int count) {
    for (int tries = 0; count > 0 && tries < 100'000; ++tries)
        if (act.apply(operation(act)))
            --count;
    return act;
}

bool readsTheSame(const Act& one, const Act& other) {
    const auto first = one.inOrder(), second = other.inOrder();
    if (first.size() != second.size())
        return false;
    for (std::size_t i = 0; i < first.size(); ++i)
        if (first[i]->id != second[i]->id || first[i]->parent != second[i]->parent ||
            first[i]->kind != second[i]->kind || first[i]->number != second[i]->number ||
            first[i]->text != second[i]->text)
            return false;
    return true;
}

SmallLaw::SmallLaw() : act(random.id(), ActKind::Law) {
    add(ElementKind::Title, act.id(), "Dokumentu likums");
    chapter = add(ElementKind::Chapter, act.id(), "Vispārīgie noteikumi");
    article = add(ElementKind::Article, chapter, "Likuma mērķis");
    part = add(ElementKind::Part, article, "Persona iesniedz iesniegumu.");
    point = add(ElementKind::Point, part, "vārdu;");
    secondPoint = add(ElementKind::Point, part, "uzvārdu.");
    secondPart = add(ElementKind::Part, article, "Iestāde atbild mēneša laikā.");
    nextArticle = add(ElementKind::Article, chapter, "Iesniegums");
    for (const auto& operation : renumber(act))
        if (!act.apply(operation))
            throw std::logic_error("the example cannot be numbered");
}

base::Ulid SmallLaw::add(ElementKind kind, const base::Ulid& parent, std::string_view text) {
    const auto id = random.id();
    const auto& children = act.find(parent)->children;
    const Place place{parent, children.empty() ? base::Ulid{} : children.back()};
    if (!act.apply(InsertElement{id, kind, place, {}, plain(text)}))
        throw std::logic_error("the example cannot be made");
    return id;
}

} // namespace vienlogs::acts::test
