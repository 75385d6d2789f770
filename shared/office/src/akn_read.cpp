// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>
#include <cstring>

#include <pugixml.hpp>

#include "vienlogs/acts/recognition.h"
#include "vienlogs/office/akn.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

using base::fail;

namespace {

using acts::ElementKind;

bool is(const pugi::xml_node& node, const char* name) {
    return std::strcmp(node.name(), name) == 0;
}

template<typename Number>
Number numberIn(const pugi::xml_node& node, const char* name, Number otherwise) {
    const std::string_view text = node.attribute(name).value();
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

base::Ulid idIn(const pugi::xml_node& node, const char* name) {
    return base::Ulid::parse(node.attribute(name).value()).value_or(base::Ulid{});
}

/// Kinds of other programs' units; what is not in the list is text.
ElementKind foreignKind(const pugi::xml_node& node, ElementKind outer) {
    const std::string_view name = node.name();
    for (const auto* chapter :
         {"chapter", "section", "part", "title", "book", "tome", "division", "subdivision"})
        if (name == chapter)
            return ElementKind::Chapter;
    if (name == "article")
        return ElementKind::Article;
    if (name == "paragraph")
        return ElementKind::Part;
    if (name == "point" || name == "indent" || name == "subparagraph")
        return outer == ElementKind::Point || outer == ElementKind::SubPoint ? ElementKind::SubPoint
                                                                             : ElementKind::Point;
    return name == "transitional" ? ElementKind::TransitionalProvisions : ElementKind::Paragraph;
}

/// Whether a node is a unit of the hierarchy and not a part of one.
bool isUnit(const pugi::xml_node& node) {
    for (const auto* part : {"num", "heading", "subheading", "intro", "wrapUp", "content"})
        if (is(node, part))
            return false;
    return node.type() == pugi::node_element;
}

class Reading {
public:
    Reading(acts::Act act, const std::function<base::Ulid()>& newId) : newId_(newId), read_{std::move(act)} {}

    AknRead read(const pugi::xml_node& document) {
        const auto root = read_.act.id();
        for (const auto& title : document.child("preface").children())
            if (!contentOf(title).empty())
                leaf(title, ElementKind::Title);
        for (const auto& formula : document.child("preamble").children())
            leaf(formula, ElementKind::Basis);
        for (const auto& node : document.child("body").children())
            unit(node, root);
        for (const auto& line : document.child("conclusions").children())
            leaf(line, ElementKind::Signature);
        return std::move(read_);
    }

private:
    /// One unit with all inside it.
    void unit(const pugi::xml_node& node, const base::Ulid& parent) {
        if (!isUnit(node) || std::string_view(node.attribute("name").value()) == "empty")
            return;
        const auto outer = read_.act.find(parent)->kind;
        const auto ours = base::valueIn(acts::elementKindNames, node.attribute("lv:kind").value());
        const auto kind = ours.value_or(foreignKind(node, outer));
        const auto words = acts::hasHeading(kind) ? runsOf(node.child("heading")) : contentOf(node);
        const auto id = put(node, kind, parent, words, ours.has_value());
        if (id.isNil())
            return;
        for (const auto& table : node.child("content").children("table"))
            this->table(table, kind == ElementKind::Table ? id : parent);
        for (const auto& child : node.children())
            unit(child, id);
        if (!ours)
            rest(node, kind, id);
    }

    /// What a foreign unit says besides: a heading over text, text behind the units.
    void rest(const pugi::xml_node& node, ElementKind kind, const base::Ulid& id) {
        if (acts::hasHeading(kind))
            for (const auto* part : {"intro", "content"})
                if (const auto words = blocks(node.child(part)); !words.empty())
                    put({}, ElementKind::Paragraph, id, words, false);
        if (const auto words = blocks(node.child("wrapUp")); !words.empty())
            put({}, ElementKind::Paragraph, id, words, false);
    }

    void leaf(const pugi::xml_node& node, ElementKind kind) {
        const auto ours = base::valueIn(acts::elementKindNames, node.attribute("lv:kind").value());
        const auto inner = contentOf(node);
        if (node.type() == pugi::node_element && (ours || !inner.empty()))
            put(node, ours.value_or(kind), read_.act.id(), inner, ours.has_value());
    }

    void table(const pugi::xml_node& node, const base::Ulid& parent) {
        auto table = parent;
        if (read_.act.find(parent)->kind != ElementKind::Table)
            table = put({}, ElementKind::Table, parent, {}, false);
        if (table.isNil())
            return;
        for (const auto& row : node.children("tr")) {
            const auto rowId = put(row, ElementKind::Row, table, {}, true);
            for (const auto& cell : row.children())
                if (!rowId.isNil() && std::string_view(cell.attribute("lv:kind").value()) != "none" &&
                    (is(cell, "td") || is(cell, "th")))
                    this->cell(cell, rowId);
        }
    }

    void cell(const pugi::xml_node& cell, const base::Ulid& row) {
        const auto id = put(cell, ElementKind::Cell, row, {}, true);
        for (const auto& paragraph : cell.children("p"))
            if (const auto words = runsOf(paragraph);
                !id.isNil() && (!words.empty() || paragraph.attribute("GUID")))
                put(paragraph, ElementKind::Paragraph, id, words, true);
    }

    /// Puts an element behind what is in the parent, or in the nearest one around that may have it. Nil when
    /// none may.
    base::Ulid put(const pugi::xml_node& node, ElementKind kind, base::Ulid parent, acts::Runs words,
                   bool ours) {
        acts::Number number{numberIn(node, "lv:value", 0U), numberIn(node, "lv:index", 0U),
                            node.attribute("lv:fixed").as_bool()};
        if (!ours && acts::isNumbered(kind))
            number = printedNumber(node, words);
        while (!acts::mayContain(read_.act.find(parent)->kind, kind) && parent != read_.act.id())
            parent = read_.act.find(parent)->parent;
        if (!acts::mayContain(read_.act.find(parent)->kind, kind)) {
            read_.warnings.push_back(std::string("a unit cannot stand there and is text: ") + node.name());
            kind = ElementKind::Paragraph;
            number = {};
        }
        const auto& siblings = read_.act.find(parent)->children;
        auto id = idIn(node, "GUID");
        if (id.isNil() || read_.act.find(id))
            id = newId_();
        const acts::Spans spans{std::max<std::uint16_t>(numberIn<std::uint16_t>(node, "colspan", 1), 1),
                                std::max<std::uint16_t>(numberIn<std::uint16_t>(node, "rowspan", 1), 1)};
        const acts::Place place{parent, siblings.empty() ? base::Ulid{} : siblings.back()};
        const auto placed = read_.act.apply(
            acts::InsertElement{id, kind, place, number, std::move(words),
                                kind == ElementKind::Cell ? spans : acts::Spans{}, idIn(node, "lv:origin")});
        if (placed)
            return id;
        read_.warnings.push_back(std::string("left aside: ") + node.name());
        return {};
    }

    /// The number that stands before a foreign unit.
    static acts::Number printedNumber(const pugi::xml_node& node, const acts::Runs& words) {
        const auto label = acts::joined(runsOf(node.child("num")), acts::joined(acts::plain(" "), words));
        const auto seen = acts::recognise(label);
        return seen ? seen->number : acts::Number{};
    }

    /// The words of an element's blocks.
    static acts::Runs contentOf(const pugi::xml_node& node) {
        if (is(node, "p"))
            return runsOf(node);
        if (const auto direct = blocks(node); !direct.empty())
            return direct;
        const auto intro = blocks(node.child("intro"));
        return intro.empty() ? blocks(node.child("content")) : intro;
    }

    static acts::Runs blocks(const pugi::xml_node& node) {
        acts::Runs words;
        for (const auto& block : node.children())
            if (is(block, "p") || is(block, "block")) {
                if (!words.empty())
                    words.push_back({"\n"});
                const auto more = runsOf(block);
                words.insert(words.end(), more.begin(), more.end());
            }
        return acts::normalised(words);
    }

    static acts::Runs runsOf(const pugi::xml_node& node) {
        acts::Runs runs;
        inlines(node, {}, runs);
        return acts::normalised(runs);
    }

    static void inlines(const pugi::xml_node& parent, const acts::Run& look, acts::Runs& runs) {
        for (const auto& node : parent.children())
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
                auto run = look;
                run.text = node.value();
                std::replace_if(
                    run.text.begin(), run.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
                runs.push_back(std::move(run));
            } else if (is(node, "br") || is(node, "eol")) {
                auto run = look;
                run.text = "\n";
                runs.push_back(std::move(run));
            } else if (!is(node, "authorialNote"))
                inlines(node, lookIn(node, look), runs);
    }

    static acts::Run lookIn(const pugi::xml_node& node, acts::Run look) {
        look.bold = look.bold || is(node, "b");
        look.italic = look.italic || is(node, "i");
        if (is(node, "sup") || is(node, "sub"))
            look.script = is(node, "sup") ? acts::Script::Super : acts::Script::Sub;
        const auto target = idIn(node, "lv:target");
        if (is(node, "ref") && !target.isNil())
            look.reference = acts::Reference{
                target,
                base::valueIn(acts::caseNames, node.attribute("lv:case").value()).value_or(acts::Case{})};
        else if (is(node, "a") || is(node, "ref"))
            look.link = node.attribute("href").value();
        return look;
    }

    const std::function<base::Ulid()>& newId_;
    AknRead read_;
};

} // namespace

base::Result<AknRead> readAkn(std::string_view text, const std::function<base::Ulid()>& newId) {
    if (text.size() > PackageBounds::partBytes)
        return fail(codes::tooLarge, "bytes");
    pugi::xml_document document;
    if (auto parsed = parseXml(std::string(text), document); !parsed)
        return fail(parsed.error());
    const auto root = document.child("akomaNtoso");
    const auto act = root.child("act") ? root.child("act") : root.child("bill");
    if (!act)
        return fail(codes::notOffice, "no act of Akoma Ntoso");
    const auto own = act.child("meta").child("proprietary").child("lv:act");
    const auto id = idIn(own, "id");
    const auto kind =
        base::valueIn(acts::actKindNames, act.attribute("name").value()).value_or(acts::ActKind::Law);
    auto read = Reading(acts::Act(id.isNil() ? newId() : id, kind), newId).read(act);
    read.version = versionOf(own.attribute("version").value());
    return read;
}

} // namespace vienlogs::office
