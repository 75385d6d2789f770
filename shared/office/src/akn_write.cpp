// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/numbering.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/office/akn.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

using acts::Element;
using acts::ElementKind;

constexpr std::string_view documentHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:lv="urn:vienlogs:act:1">)";

std::string attribute(std::string_view name, std::string_view value) {
    return together({" ", name, "=\"", escaped(value), "\""});
}

std::string characters(std::string_view text) {
    std::string out, pending;
    const auto flush = [&] {
        out += escaped(pending);
        pending.clear();
    };
    for (const char c : text)
        if (c == '\n' || c == '\t') {
            flush();
            out += c == '\n' ? "<br/>" : "&#9;";
        } else
            pending += c;
    flush();
    return out;
}

/// The act's tree as AKN's hierarchy.
class Writing {
public:
    Writing(const acts::Act& act, const AknMeta& meta)
        : act_(act), meta_(meta), positions_(aknPositions(act)) {
        if (meta.original)
            originals_ = aknPositions(*meta.original);
    }

    std::string write() {
        const auto& children = act_.root().children;
        auto at = children.begin(), end = children.end();
        std::string preface, preamble, conclusions;
        if (at != end && kindOf(*at) == ElementKind::Title)
            preface = together({"<preface>", titled(*act_.find(*at++)), "</preface>"});
        for (; at != end && kindOf(*at) == ElementKind::Basis; ++at)
            preamble += formula(*act_.find(*at));
        while (end != at && kindOf(*(end - 1)) == ElementKind::Signature)
            --end;
        for (auto signature = end; signature != children.end(); ++signature)
            conclusions += named("p", *act_.find(*signature), text(act_.find(*signature)->text));
        for (; at != end; ++at)
            unit(*act_.find(*at));
        if (body_.empty())
            body_ = R"(<hcontainer name="empty" eId="empty"/>)"; // a body has at least one unit
        return together(
            {documentHead, "<act", attribute("name", base::nameIn(acts::actKindNames, act_.kind())),
             R"( contains="singleVersion">)", metaXml(), preface, wrapped("preamble", preamble), "<body>",
             body_, "</body>", wrapped("conclusions", conclusions), "</act></akomaNtoso>\n"});
    }

private:
    [[nodiscard]] ElementKind kindOf(const base::Ulid& id) const { return act_.find(id)->kind; }

    static std::string wrapped(std::string_view name, const std::string& content) {
        return content.empty() ? content : together({"<", name, ">", content, "</", name, ">"});
    }

    /// What every element of ours carries.
    [[nodiscard]] std::string identity(const Element& element) const {
        auto attributes = attribute("eId", positions_.at(element.id));
        if (const auto original = originals_.find(element.id); original != originals_.end())
            attributes += attribute("wId", original->second);
        attributes += attribute("GUID", element.id.toString());
        attributes += attribute("lv:kind", base::nameIn(acts::elementKindNames, element.kind));
        if (element.number.value > 0)
            attributes += attribute("lv:value", std::to_string(element.number.value));
        if (element.number.index > 0)
            attributes += attribute("lv:index", std::to_string(element.number.index));
        if (element.number.fixed)
            attributes += attribute("lv:fixed", "true");
        if (!element.origin.isNil())
            attributes += attribute("lv:origin", element.origin.toString());
        return attributes;
    }

    [[nodiscard]] std::string named(std::string_view name, const Element& element, const std::string& content,
                                    const std::string& more = {}) const {
        return together({"<", name, more, identity(element), ">", content, "</", name, ">"});
    }

    [[nodiscard]] std::string titled(const Element& element) const {
        return named("longTitle", element, wrapped("p", "<docTitle>" + text(element.text) + "</docTitle>"));
    }

    [[nodiscard]] std::string formula(const Element& element) const {
        return named("formula", element, "<p>" + text(element.text) + "</p>", attribute("name", "basis"));
    }

    static std::string_view nameOf(ElementKind kind) {
        switch (kind) {
        case ElementKind::Chapter:
            return "chapter";
        case ElementKind::Article:
            return "article";
        case ElementKind::Part:
            return "paragraph";
        case ElementKind::Point:
        case ElementKind::SubPoint:
            return "point";
        case ElementKind::Paragraph:
            return "alinea";
        case ElementKind::TransitionalProvisions:
            return "transitional";
        default:
            return "hcontainer";
        }
    }

    void unit(const Element& element) {
        const auto name = nameOf(element.kind);
        body_ += together({"<", name});
        if (name == "hcontainer")
            body_ += attribute("name", base::nameIn(acts::elementKindNames, element.kind));
        body_ += together({identity(element), ">"});
        if (const auto label = acts::labelOf(act_, element.id); !label.text.empty())
            body_ += together({"<num>", text(label.text), "</num>"});
        if (element.kind == ElementKind::Table)
            table(element);
        else if (acts::hasHeading(element.kind)) {
            body_ += together({"<heading>", text(element.text), "</heading>"});
            inside(element);
        } else if (element.children.empty())
            body_ += together({"<content><p>", text(element.text), "</p></content>"});
        else {
            body_ += together({"<intro><p>", text(element.text), "</p></intro>"});
            inside(element);
        }
        body_ += together({"</", name, ">"});
    }

    void inside(const Element& element) {
        for (const auto& child : element.children)
            unit(*act_.find(child));
    }

    void table(const Element& table) {
        if (table.children.empty()) {
            body_ += "<content><p/></content>";
            return;
        }
        body_ += together({"<content><table", attribute("eId", positions_.at(table.id) + "__grid"), ">"});
        for (const auto& id : table.children) {
            const auto& row = *act_.find(id);
            body_ += together({"<tr", identity(row), ">"});
            if (row.children.empty())
                body_ += R"(<td lv:kind="none"><p/></td>)"; // a row has at least one cell
            for (const auto& cell : row.children)
                this->cell(*act_.find(cell));
            body_ += "</tr>";
        }
        body_ += "</table></content>";
    }

    void cell(const Element& cell) {
        body_ += "<td";
        if (cell.spans.columns > 1)
            body_ += attribute("colspan", std::to_string(cell.spans.columns));
        if (cell.spans.rows > 1)
            body_ += attribute("rowspan", std::to_string(cell.spans.rows));
        body_ += together({identity(cell), ">"});
        for (const auto& child : cell.children)
            body_ += named("p", *act_.find(child), text(act_.find(child)->text));
        if (cell.children.empty())
            body_ += "<p/>";
        body_ += "</td>";
    }

    [[nodiscard]] std::string text(const acts::Runs& runs) const {
        std::string out;
        for (const auto& run : runs) {
            auto piece = characters(run.text);
            const auto around = [&](bool on, std::string_view name) {
                if (on)
                    piece = together({"<", name, ">", piece, "</", name, ">"});
            };
            around(run.script == acts::Script::Super, "sup");
            around(run.script == acts::Script::Sub, "sub");
            around(run.italic, "i");
            around(run.bold, "b");
            if (run.reference)
                piece = together({"<ref", referenceTo(*run.reference), ">", piece, "</ref>"});
            else if (!run.link.empty())
                piece = together({"<a", attribute("href", run.link), ">", piece, "</a>"});
            out += piece;
        }
        return out;
    }

    [[nodiscard]] std::string referenceTo(const acts::Reference& reference) const {
        const auto position = positions_.find(reference.target);
        const auto href = "#" + (position == positions_.end() ? std::string("gone") : position->second);
        return attribute("href", href) + attribute("lv:target", reference.target.toString()) +
               attribute("lv:case", base::nameIn(acts::caseNames, reference.in));
    }

    // --- metadata

    [[nodiscard]] std::string level(std::string_view name, const std::string& address, std::string_view what,
                                    std::chrono::year_month_day day, const std::string& more) const {
        return together({"<", name, "><FRBRthis", attribute("value", address + "/!main"), "/><FRBRuri",
                         attribute("value", address), "/><FRBRdate", attribute("date", base::toIso(day)),
                         attribute("name", what), R"(/><FRBRauthor href="#author"/>)", more, "</", name,
                         ">"});
    }

    [[nodiscard]] std::string modifications() const {
        std::string all;
        for (std::size_t i = 0; i < meta_.modifications.size(); ++i) {
            const auto& modification = meta_.modifications[i];
            const auto position = positions_.find(modification.source);
            const auto mark = "mod_" + std::to_string(i + 1);
            all +=
                together({"<textualMod", attribute("type", modification.type), attribute("eId", mark),
                          "><source", attribute("eId", mark + "__source"),
                          attribute("href", "#" + (position == positions_.end() ? "body" : position->second)),
                          "/><destination", attribute("eId", mark + "__destination"),
                          attribute("href", modification.destination), "/></textualMod>"});
        }
        return all.empty() ? all
                           : together({R"(<analysis source="#author"><activeModifications>)", all,
                                       "</activeModifications></analysis>"});
    }

    [[nodiscard]] std::string metaXml() const {
        const auto work = "/akn/lv/act/" + base::toIso(meta_.work) + "/" + act_.id().toString();
        const auto expression = work + "/lav@" + base::toIso(meta_.expression);
        return together(
            {R"(<meta><identification source="#author">)",
             level("FRBRWork", work, "generation", meta_.work, R"(<FRBRcountry value="lv"/>)"),
             level("FRBRExpression", expression, "version", meta_.expression,
                   R"(<FRBRlanguage language="lav"/>)"),
             level("FRBRManifestation", expression + ".akn", "markup", meta_.expression, ""),
             "</identification>", R"(<lifecycle source="#author"><eventRef)",
             attribute("date", base::toIso(meta_.work)),
             R"( source="#original" type="generation" eId="event_1"/></lifecycle>)", modifications(),
             R"(<references source="#author"><original eId="original")", attribute("href", work),
             R"( showAs="Original"/><TLCOrganization eId="author" href="/akn/ontology/organization/lv/author")",
             attribute("showAs", meta_.author.empty() ? "-" : meta_.author), "/></references>",
             R"(<proprietary source="#author"><lv:act)", attribute("id", act_.id().toString()),
             attribute("version", std::to_string(meta_.version)), "/></proprietary></meta>"});
    }

    const acts::Act& act_;
    const AknMeta& meta_;
    std::unordered_map<base::Ulid, std::string> positions_, originals_;
    std::string body_;
};

} // namespace

std::string writeAkn(const acts::Act& act, const AknMeta& meta) {
    return Writing(act, meta).write();
}

} // namespace vienlogs::office
