// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "realistic_acts.h"

#include <array>
#include <stdexcept>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts/words.h"

namespace vienlogs::amendments::test {

using acts::ElementKind;

namespace {

void must(base::Result<void> done) {
    if (!done)
        throw std::logic_error("the example cannot be made: " + done.error().detail);
}

void number(acts::Act& act) {
    for (const auto& operation : acts::renumber(act))
        must(act.apply(operation));
}

} // namespace

base::Ulid RealisticActs::id() {
    static constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text = "0";
    while (text.size() < 26)
        text.push_back(alphabet[below(alphabet.size())]);
    return *base::Ulid::parse(text);
}

std::string RealisticActs::clause() {
    static constexpr std::array<std::string_view, 8> who{"iestāde",
                                                         "persona, kas iesniedz dokumentu",
                                                         "Ministru kabinets",
                                                         "pašvaldība",
                                                         "reģistra \"Saišu\" pārzinis",
                                                         "komisija",
                                                         "Valsts policija",
                                                         "iesniedzējs"};
    static constexpr std::array<std::string_view, 6> does{"izskata", "pieņem",   "nosūta",
                                                          "glabā",   "iznīcina", "apstiprina"};
    static constexpr std::array<std::string_view, 6> what{"iesniegumu",
                                                          "lēmumu par reģistrāciju",
                                                          "šā likuma 5. pantā minēto ziņojumu",
                                                          "dokumenta atvasinājumu",
                                                          "datus, kas saņemti",
                                                          "pārskatu"};
    static constexpr std::array<std::string_view, 6> when{
        "10 darbdienu laikā",         "līdz 1. martam", "ne vēlāk kā mēneša laikā",
        "kārtībā, kādā tas noteikts", "bez maksas",     "2 gadus"};
    return std::string(who[below(8)]) + " " + std::string(does[below(6)]) + " " +
           std::string(what[below(6)]) + " " + std::string(when[below(6)]);
}

std::string RealisticActs::sentence() {
    static constexpr std::array<std::string_view, 4> begin{"Ja nepieciešams, ", "Pēc pieprasījuma ",
                                                           "Šādā gadījumā ", "Katru gadu "};
    return std::string(begin[below(4)]) + clause() + ".";
}

base::Ulid RealisticActs::add(acts::Act& act, ElementKind kind, const base::Ulid& parent,
                              const std::string& text) {
    const auto added = id();
    const auto& children = act.find(parent)->children;
    must(act.apply(acts::InsertElement{
        added, kind, {parent, children.empty() ? base::Ulid{} : children.back()}, {}, acts::plain(text)}));
    return added;
}

void RealisticActs::fillArticle(acts::Act& act, const base::Ulid& article) {
    if (below(4) == 0) {
        add(act, ElementKind::Paragraph, article, sentence() + " " + sentence());
        return;
    }
    for (std::size_t i = 0; i < 2 + below(3); ++i) {
        if (below(3) > 0) {
            add(act, ElementKind::Part, article, below(2) == 0 ? sentence() : sentence() + " " + sentence());
            continue;
        }
        const auto part = add(act, ElementKind::Part, article, "Iesniegumā norāda:");
        for (std::size_t j = 0; j < 2 + below(3); ++j) {
            const auto point = add(act, ElementKind::Point, part, clause() + ";");
            for (std::size_t k = 0; below(4) == 0 && k < 2; ++k)
                add(act, ElementKind::SubPoint, point, clause() + ";");
        }
    }
}

void RealisticActs::fillLaw(acts::Act& act) {
    add(act, ElementKind::Title, act.id(), "Dokumentu aprites likums");
    for (int i = 0; i < 3; ++i) {
        const auto chapter = add(act, ElementKind::Chapter, act.id(), "Nodaļa par kārtību");
        for (std::size_t j = 0; j < 2 + below(3); ++j)
            fillArticle(act, add(act, ElementKind::Article, chapter, "Iesnieguma izskatīšana"));
    }
    const auto transition = add(act, ElementKind::TransitionalProvisions, act.id(), "Pārejas noteikumi");
    for (int i = 0; i < 3; ++i)
        add(act, ElementKind::Point, transition, sentence());
}

void RealisticActs::fillRegulation(acts::Act& act) {
    add(act, ElementKind::Title, act.id(), "Dokumentu aprites noteikumi");
    add(act, ElementKind::Basis, act.id(), "Izdoti saskaņā ar Dokumentu aprites likuma 5. pantu");
    for (int i = 0; i < 3; ++i) {
        const auto chapter = add(act, ElementKind::Chapter, act.id(), "Kārtība");
        for (std::size_t j = 0; j < 2 + below(3); ++j) {
            const auto point = add(act, ElementKind::Point, chapter, sentence());
            for (std::size_t k = 0; below(2) == 0 && k < 4; ++k) {
                const auto inner = add(act, ElementKind::SubPoint, point, clause() + ";");
                if (below(4) == 0)
                    add(act, ElementKind::SubPoint, inner, clause() + ";");
            }
        }
    }
    for (int i = 0; i < 2; ++i) {
        const auto annex = add(act, ElementKind::Annex, act.id(), "Veidlapa");
        for (int j = 0; j < 3; ++j)
            add(act, ElementKind::Point, annex, sentence());
    }
}

acts::Act RealisticActs::published(acts::ActKind kind) {
    acts::Act act(id(), kind);
    kind == acts::ActKind::Law ? fillLaw(act) : fillRegulation(act);
    number(act);
    for (const auto& operation : acts::fixNumbers(act))
        must(act.apply(operation));
    return act;
}

void RealisticActs::editText(acts::Act& act, const acts::Element& element) {
    static constexpr std::array<std::string_view, 5> others{"inspekcija", "20", "nekavējoties", "ir tiesīga",
                                                            "Valsts ieņēmumu dienests"};
    auto words = acts::wordsOf(element.text);
    const auto at = below(words.size());
    const auto other = acts::plain(others[below(5)])[0];
    switch (below(5)) {
    case 0:
        words[at] = other;
        break;
    case 1:
        words.insert(words.begin() + std::ptrdiff_t(at), {other, acts::Run{" "}});
        break;
    case 2:
        words.erase(words.begin() + std::ptrdiff_t(at));
        break;
    case 3:
        words.push_back(acts::Run{" " + sentence()});
        break;
    default:
        words[at].bold = true;
    }
    for (auto& operation : acts::textChange(element.id, acts::Runs(element.text), acts::normalised(words)))
        must(act.apply(operation));
}

void RealisticActs::insertBehind(acts::Act& act, const acts::Element& element) {
    const auto kind = element.kind;
    const auto added = id();
    must(act.apply(
        acts::InsertElement{added,
                            kind,
                            {element.parent, element.id},
                            {},
                            acts::plain(kind == ElementKind::Article ? "Jauns pants" : clause() + ";")}));
    if (kind == ElementKind::Article)
        fillArticle(act, added);
}

void RealisticActs::edit(acts::Act& act) {
    const auto order = act.inOrder();
    const auto& element = *order[below(order.size())];
    const bool unit = acts::isNumbered(element.kind) && element.kind != ElementKind::Chapter &&
                      element.kind != ElementKind::Annex;
    switch (unit ? below(6) : 0) {
    case 3:
        return insertBehind(act, element);
    case 4:
        return must(act.apply(acts::DeleteElement{element.id}));
    case 5: { // to another place among its kind, with a number of that place
        const auto& siblings = act.find(element.parent)->children;
        const auto behind = siblings[below(siblings.size())];
        if (behind == element.id || act.find(behind)->kind != element.kind)
            return;
        auto number = element.number;
        number.fixed = false;
        const auto id = element.id;
        must(act.apply(acts::MoveElement{id, {element.parent, behind}}));
        return must(act.apply(acts::SetNumber{id, number}));
    }
    default:
        if (!element.text.empty())
            editText(act, element);
    }
}

acts::Act RealisticActs::edited(acts::Act act) {
    for (std::size_t i = 0; i < 1 + below(4); ++i)
        edit(act);
    number(act);
    return act;
}

bool sameText(const acts::Act& one, const acts::Act& other) {
    const auto first = one.inOrder(), second = other.inOrder();
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const acts::Element* left, const acts::Element* right) {
                          return left->id == right->id && left->parent == right->parent &&
                                 left->kind == right->kind && left->text == right->text &&
                                 sameNumber(left->number, right->number);
                      });
}

std::string printed(const acts::Act& act) {
    std::string text;
    for (const auto* element : act.inOrder())
        text += acts::withRaisedDigits(acts::labelOf(act, element->id).text) + " " +
                acts::withRaisedDigits(element->text) + "\n";
    return text;
}

} // namespace vienlogs::amendments::test
