// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/office/document.h"
#include "vienlogs/office/merge_list.h"

namespace vienlogs::office::test {

using namespace vienlogs::acts;

/// A law with every kind of element, a citation, a comment and formatting.
struct WholeLaw {
    WholeLaw() : act(id(), ActKind::Law) {
        add(ElementKind::Title, act.id(), "Dokumentu likums");
        const auto chapter = add(ElementKind::Chapter, act.id(), "Vispārīgie noteikumi");
        article = add(ElementKind::Article, chapter, "Mērķis");
        part = add(ElementKind::Part, article, "Persona  iesniedz\tiesniegumu <b> & \"x\".");
        point = add(ElementKind::Point, part, "vārdu;");
        add(ElementKind::SubPoint, point, "dzimšanas;");
        add(ElementKind::Paragraph, article, " Rindas\nlūzums ");
        const auto table = add(ElementKind::Table, article, "");
        for (int i = 0; i < 2; ++i) {
            const auto row = add(ElementKind::Row, table, "");
            for (const auto* text : {"Nosaukums", "10 euro"})
                cellText = add(ElementKind::Paragraph, add(ElementKind::Cell, row, ""), text);
        }
        add(ElementKind::Footnote, article, "Piezīme");
        last = add(ElementKind::Article, chapter, "Noslēgums");
        add(ElementKind::Point, add(ElementKind::TransitionalProvisions, act.id(), "Pārejas noteikumi"),
            "Stājas spēkā.");
        add(ElementKind::Paragraph, add(ElementKind::Annex, act.id(), "Veidlapa"), "Teksts pielikumā.");
        add(ElementKind::Signature, act.id(), "Valsts prezidents");
        for (const auto& operation : renumber(act))
            apply(operation);
        Run bold{"B", true}, sub{"2", false, true, Script::Sub};
        Run link{"likumi.lv", false, false, Script::Line, "https://likumi.lv/?a=1&b=2"};
        Run citation{"šā likuma 2. pantā", false, false, Script::Line, "", Reference{last, Case::Locative}};
        apply(ReplaceText{point, 5, 0, {bold, sub, link, citation}});
        const auto asked = base::Timestamp(std::chrono::seconds(1'700'000'000));
        apply(AddComment{{id(), point, {}, "Jānis Ozols", asked, "Kāpēc?"}});
    }
    static base::Ulid id() { return base::Ulid::make(base::SystemClock()); }
    void apply(const Operation& operation) {
        if (!act.apply(operation))
            throw std::logic_error("the example cannot be made");
    }
    base::Ulid add(ElementKind kind, const base::Ulid& parent, std::string_view text) {
        const auto fresh = id();
        const auto& children = act.find(parent)->children;
        apply(InsertElement{
            fresh, kind, {parent, children.empty() ? base::Ulid{} : children.back()}, {}, plain(text)});
        return fresh;
    }
    [[nodiscard]] Returned returned(Format format = Format::Odt) const {
        auto read = readDocument(*writeDocument(format, act, 42));
        if (!read)
            throw std::logic_error(read.error().detail);
        return *read;
    }
    [[nodiscard]] Import import(const Returned& document) const {
        auto import = importReturned(act, document, id);
        if (!import)
            throw std::logic_error(import.error().detail);
        return *import;
    }
    Act act;
    base::Ulid article, part, point, cellText, last;
};

inline std::size_t indexOf(const Returned& document, const base::Ulid& id) {
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i)
        for (const auto& mark : document.paragraphs[i].marks)
            if (mark.id == id && !mark.copy)
                return i;
    throw std::logic_error("not in the document");
}

inline const MergeItem& itemOf(const Import& import, const base::Ulid& id) {
    for (const auto& item : import.items)
        if (item.element == id)
            return item;
    throw std::logic_error("no item");
}

/// Everything that has text appears once, as an element or as deleted.
inline void expectNothingLost(const WholeLaw& law, const Import& import) {
    EXPECT_EQ(brokenInvariants(import.act), std::vector<std::string>{});
    for (const auto* element : law.act.inOrder())
        if (hasText(element->kind)) {
            EXPECT_EQ(std::count_if(import.items.begin(), import.items.end(),
                                    [&](const auto& item) { return item.element == element->id; }),
                      1);
        }
}

} // namespace vienlogs::office::test
