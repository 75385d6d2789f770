// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "list_service.h"

#include "list_xml.h"

namespace vienlogs::trust_standin {

namespace {

void changeOneLetter(std::string& xml) {
    const auto at = xml.find("</SchemeTerritory>");
    if (at != std::string::npos && at > 0)
        xml[at - 1] = 'X';
}

} // namespace

ListService::ListService(Identity listOperator, std::vector<ListedEntry> entries)
    : tsl({"up", "down", "silent", "nonsense", "unsigned", "tampered", "wrongOperator", "rolledBack", "past",
           "withdrawn"}),
      operator_(std::move(listOperator)), stranger_(makeOperator("Somebody else")),
      entries_(std::move(entries)) {}

std::optional<std::string> ListService::list() {
    const auto state = tsl.get();
    if (state == "down" || state == "silent")
        return {};
    if (state == "nonsense")
        return "<html>It works!</html>";
    auto xml = listXml(entries_, {state == "rolledBack", state == "past", state == "withdrawn"});
    if (state == "unsigned")
        return xml;
    xml = signedList(xml, state == "wrongOperator" ? stranger_ : operator_);
    if (state == "tampered")
        changeOneLetter(xml);
    return xml;
}

} // namespace vienlogs::trust_standin
