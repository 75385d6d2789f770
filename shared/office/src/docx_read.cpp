// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/docx.h"

#include <algorithm>

#include <pugixml.hpp>

#include "docx_body.h"
#include "docx_xml.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

using base::fail;

namespace {

constexpr std::string_view contentTypes = "[Content_Types].xml", packageRelations = "_rels/.rels",
                           properties = "docProps/custom.xml";

/// One part as XML; an empty document for one that is not there.
base::Result<void> parsePart(const OpenedPackage& package, const std::string& name,
                             pugi::xml_document& document) {
    const auto part = package.parts.find(name);
    return part == package.parts.end() ? base::Result<void>{} : parseXml(part->second, document);
}

std::string partOf(const OpenedPackage& package, const std::string& name) {
    const auto part = package.parts.find(name);
    return part == package.parts.end() ? std::string{} : part->second;
}

/// Where the text is: the part that the package's relations call the office document.
base::Result<std::string> mainPart(std::string_view bytes) {
    const auto package = openPackage(bytes, {std::string(packageRelations), std::string(contentTypes)});
    if (!package)
        return fail(package.error());
    pugi::xml_document relations;
    if (auto parsed = parsePart(*package, std::string(packageRelations), relations); !parsed)
        return fail(parsed.error());
    for (const auto& relation : relations.first_child().children())
        if (std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument")) {
            std::string target = relation.attribute("Target").value();
            return target.starts_with('/') ? target.substr(1) : target;
        }
    return fail(codes::notOffice, "no main part");
}

void readProperties(const pugi::xml_document& document, Returned& returned) {
    for (const auto& property : document.child("Properties").children("property")) {
        const std::string_view name = property.attribute("name").value();
        const auto value = property.first_child();
        if (name == "lv_act")
            returned.act = base::Ulid::parse(value.child_value()).value_or(base::Ulid{});
        if (name == "lv_version")
            returned.version = versionOf(value.child_value());
    }
}

DocxLinkTargets linksOf(const pugi::xml_document& relations) {
    DocxLinkTargets targets;
    for (const auto& relation : relations.first_child().children())
        if (std::string_view(relation.attribute("Type").value()).ends_with("/hyperlink"))
            targets[relation.attribute("Id").value()] = relation.attribute("Target").value();
    return targets;
}

void readNotes(const pugi::xml_node& notes, std::map<std::string, std::string>& texts) {
    for (const auto& note : notes.children())
        if (!note.attribute("w:type") || std::string_view(note.attribute("w:type").value()) == "normal")
            texts[note.attribute("w:id").value()] = docxPlainText(note);
}

/// All parts but the text itself.
base::Result<DocxParts> readParts(const OpenedPackage& package, const std::string& folder,
                                  const std::string& main, Returned& returned) {
    DocxParts parts;
    pugi::xml_document styles, numbering, footnotes, endnotes, relations, custom;
    const std::pair<std::string, pugi::xml_document*> all[] = {
        {folder + "styles.xml", &styles},
        {folder + "numbering.xml", &numbering},
        {folder + "footnotes.xml", &footnotes},
        {folder + "endnotes.xml", &endnotes},
        {folder + "_rels/" + main + ".rels", &relations},
        {std::string(properties), &custom}};
    for (const auto& [name, document] : all)
        if (auto parsed = parsePart(package, name, *document); !parsed)
            return fail(parsed.error());
    parts.sheet.read(styles.child("w:styles"));
    parts.numbering.read(numbering.child("w:numbering"));
    readNotes(footnotes.child("w:footnotes"), parts.footnotes);
    readNotes(endnotes.child("w:endnotes"), parts.endnotes);
    parts.links = linksOf(relations);
    readProperties(custom, returned);
    if (package.parts.contains(folder + "comments.xml")) {
        auto comments = readDocxComments(
            {partOf(package, folder + "comments.xml"), partOf(package, folder + "commentsExtended.xml")});
        if (!comments)
            return fail(comments.error());
        parts.comments = std::move(*comments);
    }
    return parts;
}

std::vector<std::string> wantedParts(const std::string& path, const std::string& folder,
                                     const std::string& main) {
    std::vector<std::string> wanted{path, std::string(properties), folder + "_rels/" + main + ".rels"};
    for (const auto* name : {"styles.xml", "numbering.xml", "footnotes.xml", "endnotes.xml", "comments.xml",
                             "commentsExtended.xml"})
        wanted.push_back(folder + name);
    return wanted;
}

} // namespace

base::Result<Returned> readDocx(std::string_view bytes) {
    const auto path = mainPart(bytes);
    if (!path)
        return fail(path.error());
    const auto slash = path->rfind('/');
    const auto folder = slash == std::string::npos ? std::string{} : path->substr(0, slash + 1);
    const auto main = path->substr(folder.size());
    const auto package = openPackage(bytes, wantedParts(*path, folder, main));
    if (!package)
        return fail(package.error());
    pugi::xml_document document;
    if (auto parsed = parsePart(*package, *path, document); !parsed)
        return fail(parsed.error());
    const auto text = document.child("w:document").child("w:body");
    if (!text)
        return fail(codes::notOffice, "no text document");
    Returned returned;
    if (std::ranges::any_of(package->names,
                            [](const auto& name) { return name.ends_with("vbaProject.bin"); }))
        returned.warnings.emplace_back("macros, never run");
    auto parts = readParts(*package, folder, main, returned);
    if (!parts)
        return fail(parts.error());
    DocxBody body(returned, *parts);
    body.read(text);
    if (body.tooMany())
        return fail(codes::tooLarge, "paragraphs");
    return returned;
}

} // namespace vienlogs::office
