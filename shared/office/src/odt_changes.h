// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "vienlogs/office/tracked.h"

namespace vienlogs::office {

/// The tracked changes of a text while it is written (ODF 1.3 part 3, section 5.5).
class OdtChanges {
public:
    /// What stands before and behind something that was inserted.
    struct Around {
        std::string start{}, end{};
    };
    [[nodiscard]] Around insertion(const Credit& credit);
    /// What stands where `content`, paragraphs as XML, was deleted.
    [[nodiscard]] std::string deletion(const Credit& credit, std::string_view content);
    /// text:tracked-changes; empty for none.
    [[nodiscard]] std::string xml() const;

private:
    std::string region(std::string_view kind, const Credit& credit, std::string_view content);

    std::string regions_;
    std::size_t count_ = 0;
};

} // namespace vienlogs::office
