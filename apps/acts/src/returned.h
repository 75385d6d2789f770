// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/history.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/office/merge_list.h"
#include "vienlogs/office/tracked.h"

namespace vienlogs::acts_tool {

/// A document that came back, read against the version of the act that it was exported from.
struct Returned {
    std::size_t version = 0; ///< how many entries the act had then
    acts::Act exported;
    office::Import import;
};

/// VL-BASE-0005, VL-OFFICE-*.
[[nodiscard]] base::Result<Returned> readReturned(const acts::History& history, const std::string& path,
                                                  const base::Clock& clock);

/// An act as a document, in the format that the ending of the name tells: .odt, .docx, .akn.xml. The author
/// is the institution. VL-BASE-0002 for another ending, VL-BASE-0005.
[[nodiscard]] base::Result<void> writeAct(const acts::History& history, const std::string& path,
                                          const std::string& author = {});
/// The same for an act without a history, only as an office document; `since`: with tracked changes.
[[nodiscard]] base::Result<void> writePaper(const acts::Act& act, std::size_t version,
                                            const std::string& path, const office::Since* since = nullptr);

} // namespace vienlogs::acts_tool
