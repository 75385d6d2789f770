// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/kinds.h"

#include <algorithm>
#include <initializer_list>

namespace vienlogs::acts {

namespace {

using enum ElementKind;

bool oneOf(ElementKind kind, std::initializer_list<ElementKind> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

} // namespace

bool mayContain(ElementKind outer, ElementKind inner) {
    switch (outer) {
    case Act:
        return !oneOf(inner, {Act, Part, SubPoint, Row, Cell});
    case Chapter:
        return oneOf(inner, {Article, Point, Paragraph, Table, Footnote});
    case Article:
        return oneOf(inner, {Part, Point, Paragraph, Table, Footnote});
    case Part:
        return oneOf(inner, {Point, Paragraph, Table, Footnote});
    case Point:
    case SubPoint:
        return oneOf(inner, {SubPoint, Paragraph, Table, Footnote});
    case TransitionalProvisions:
        return oneOf(inner, {Point, Paragraph, Table, Footnote});
    case Annex:
        return oneOf(inner, {Chapter, Article, Point, Paragraph, Table, Footnote, Signature});
    case Table:
        return inner == Row;
    case Row:
        return inner == Cell;
    case Cell:
        return inner == Paragraph;
    case Title:
    case Basis:
    case Paragraph:
    case Footnote:
    case Signature:
        return false;
    }
    return false;
}

int rankOf(ElementKind kind) {
    switch (kind) {
    case Act:
        return 0;
    case Title:
    case Basis:
    case TransitionalProvisions:
    case Annex:
    case Signature:
        return 1;
    case Chapter:
        return 2;
    case Article:
        return 3;
    case Part:
        return 4;
    case Point:
        return 5;
    case SubPoint:
        return 6;
    case Paragraph:
    case Table:
    case Footnote:
        return 7;
    case Row:
        return 8;
    case Cell:
        return 9;
    }
    return 9;
}

bool hasText(ElementKind kind) {
    return !oneOf(kind, {Act, Table, Row, Cell});
}

bool hasHeading(ElementKind kind) {
    return oneOf(kind, {Chapter, Article, TransitionalProvisions, Annex});
}

bool isNumbered(ElementKind kind) {
    return oneOf(kind, {Chapter, Article, Part, Point, SubPoint, Annex, Footnote});
}

} // namespace vienlogs::acts
