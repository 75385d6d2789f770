// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "odt_changes.h"

#include <algorithm>

#include "xml.h"

namespace vienlogs::office {

OdtChanges::Around OdtChanges::insertion(const Credit& credit) {
    const auto id = region("insertion", credit, {});
    const auto mark = [&](std::string_view side) {
        return together({"<text:change-", side, " text:change-id=\"", id, "\"/>"});
    };
    return {mark("start"), mark("end")};
}

std::string OdtChanges::deletion(const Credit& credit, std::string_view content) {
    return "<text:change text:change-id=\"" + region("deletion", credit, content) + "\"/>";
}

std::string OdtChanges::xml() const {
    if (regions_.empty())
        return {};
    return together({"<text:tracked-changes>", regions_, "</text:tracked-changes>"});
}

std::string OdtChanges::region(std::string_view kind, const Credit& credit, std::string_view content) {
    auto time = base::toRfc3339(credit.time);
    time.resize(std::min<std::size_t>(time.size(), 19)); // to the second, without the zone
    const auto id = "ct" + std::to_string(++count_), author = escaped(credit.author);
    regions_ +=
        together({"<text:changed-region xml:id=\"", id, "\" text:id=\"", id, "\"><text:", kind,
                  "><office:change-info><dc:creator>", author, "</dc:creator><dc:date>", time,
                  "</dc:date></office:change-info>", content, "</text:", kind, "></text:changed-region>"});
    return id;
}

} // namespace vienlogs::office
