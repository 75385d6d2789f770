// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "vienlogs/base/names.h"

namespace vienlogs::acts {

/// What is being drafted. Numbering, citing and renumbering follow from it (MK Nr. 108).
enum class ActKind {
    Law,                  ///< likums
    LawAmendments,        ///< grozījumi likumā
    Regulation,           ///< Ministru kabineta noteikumi
    RegulationAmendments, ///< grozījumi noteikumos
    Order,                ///< rīkojums
};

/// What one unit of an act is. It never changes: a point that becomes an article is a new element.
enum class ElementKind {
    Act,                    ///< the root
    Title,                  ///< nosaukums
    Basis,                  ///< preamble, or the norm on which a regulation is issued
    Chapter,                ///< nodaļa; its text is the heading
    Article,                ///< pants; its text is the heading
    Part,                   ///< daļa
    Point,                  ///< punkts
    SubPoint,               ///< apakšpunkts, inside each other to any allowed depth
    Paragraph,              ///< text without a number
    TransitionalProvisions, ///< pārejas noteikumi; its text is the heading
    Annex,                  ///< pielikums; its text is the heading
    Table,                  ///< rows only
    Row,                    ///< cells only
    Cell,                   ///< paragraphs only
    Footnote,               ///< zemsvītras piezīme
    Signature,              ///< one line of the signature block
};

inline constexpr base::Names<ActKind, 5> actKindNames{
    {{ActKind::Law, "law"},
     {ActKind::LawAmendments, "law-amendments"},
     {ActKind::Regulation, "regulation"},
     {ActKind::RegulationAmendments, "regulation-amendments"},
     {ActKind::Order, "order"}}};

inline constexpr base::Names<ElementKind, 16> elementKindNames{
    {{ElementKind::Act, "act"},
     {ElementKind::Title, "title"},
     {ElementKind::Basis, "basis"},
     {ElementKind::Chapter, "chapter"},
     {ElementKind::Article, "article"},
     {ElementKind::Part, "part"},
     {ElementKind::Point, "point"},
     {ElementKind::SubPoint, "sub-point"},
     {ElementKind::Paragraph, "paragraph"},
     {ElementKind::TransitionalProvisions, "transitional"},
     {ElementKind::Annex, "annex"},
     {ElementKind::Table, "table"},
     {ElementKind::Row, "row"},
     {ElementKind::Cell, "cell"},
     {ElementKind::Footnote, "footnote"},
     {ElementKind::Signature, "signature"}}};

/// Whether a unit of the one kind may stand directly inside one of the other.
[[nodiscard]] bool mayContain(ElementKind outer, ElementKind inner);

/// How far out a kind stands: a smaller number closes everything of a larger one before it.
[[nodiscard]] int rankOf(ElementKind kind);

/// Whether the kind has text of its own; an act, a table, a row and a cell have none.
[[nodiscard]] bool hasText(ElementKind kind);

/// Whether the text is a heading over what is inside.
[[nodiscard]] bool hasHeading(ElementKind kind);

/// Whether units of this kind are numbered.
[[nodiscard]] bool isNumbered(ElementKind kind);

} // namespace vienlogs::acts
