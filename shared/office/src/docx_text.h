// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/acts/runs.h"
#include "vienlogs/office/tracked.h"

namespace vienlogs::office {

/// Addresses outside the document, which OOXML keeps in a part of its own; their numbers begin at 1.
class DocxLinks {
public:
    /// The relationship's identity for an address.
    [[nodiscard]] std::string idOf(const std::string& address);
    /// The relationships as XML.
    [[nodiscard]] std::string xml() const;

private:
    std::vector<std::string> addresses_;
};

/// A tracked change around each run of a text; `nextId` is counted on for every one.
struct DocxChange {
    bool deletion = false;
    const Credit& credit;
    std::size_t& nextId;
    /// The element's beginning, without its closing bracket.
    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string_view name() const { return deletion ? "w:del" : "w:ins"; }
};

/// Text as OOXML writes it inside a paragraph: runs, breaks, links, citations as links to our bookmarks.
[[nodiscard]] std::string docxText(const acts::Runs& runs, DocxLinks& links,
                                   const DocxChange* change = nullptr);

} // namespace vienlogs::office
