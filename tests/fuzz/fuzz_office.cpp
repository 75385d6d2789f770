// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes as a returned document: as a whole package, as the text of an .odt, or as the parts of a .docx
// behind one another. Whatever is read becomes an act without broken invariants in which no element of the
// exported one is lost.
#include <algorithm>

#include "vienlogs/office/document.h"
#include "vienlogs/office/merge_list.h"
#include "vienlogs/office/package.h"

using namespace vienlogs;

namespace {

base::Ulid numbered(std::uint8_t number) {
    std::string text(26, '0');
    text[24] = char('0' + number / 10);
    text[25] = char('0' + number % 10);
    return *base::Ulid::parse(text);
}

acts::Act example() {
    using acts::ElementKind;
    acts::Act act(numbered(1), acts::ActKind::Law);
    const auto put = [&](std::uint8_t id, ElementKind kind, std::uint8_t parent, const char* text) {
        const auto& children = act.find(numbered(parent))->children;
        const acts::Place place{numbered(parent), children.empty() ? base::Ulid{} : children.back()};
        if (!act.apply(acts::InsertElement{numbered(id), kind, place, {1}, acts::plain(text)}))
            __builtin_trap();
    };
    put(2, ElementKind::Article, 1, "Pants");
    put(3, ElementKind::Part, 2, "Daļa");
    put(4, ElementKind::Table, 2, "");
    put(5, ElementKind::Row, 4, "");
    put(6, ElementKind::Cell, 5, "");
    put(7, ElementKind::Paragraph, 6, "Suna");
    return act;
}

std::string packageOf(std::string_view text, bool docx) {
    using office::Part;
    if (!docx)
        return office::makePackage({Part{"content.xml", std::string(text)}}).value_or("");
    std::vector<Part> parts{
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", R"(<R><R Type="/officeDocument" Target="word/document.xml"/></R>)"}};
    for (const auto* name :
         {"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/comments.xml",
          "word/commentsExtended.xml", "word/footnotes.xml", "docProps/custom.xml"}) {
        const auto end = std::min(text.find('\f'), text.size());
        if (end > 0)
            parts.push_back({name, std::string(text.substr(0, end))});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return office::makePackage(parts).value_or("");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto bytes = data[0] % 4 == 0 ? std::string(text) : packageOf(text, data[0] % 4 > 1);
    const auto returned = office::readDocument(bytes);
    if (!returned)
        return 0;
    const auto exported = example();
    std::uint64_t next = 0;
    const auto newId = [&] {
        return *base::Ulid::parse("1" + [&] {
            auto digits = std::to_string(++next);
            return std::string(25 - digits.size(), '0') + digits;
        }());
    };
    const auto import = office::importReturned(exported, *returned, newId);
    if (!import)
        return 0;
    if (!acts::brokenInvariants(import->act).empty())
        __builtin_trap();
    for (const auto* element : exported.inOrder())
        if (acts::hasText(element->kind) &&
            std::none_of(import->items.begin(), import->items.end(),
                         [&](const auto& item) { return item.element == element->id; }))
            __builtin_trap();
    return 0;
}
