// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace vienlogs::ports {

/// How far the changes of a scope were taken, to be shown back to the server.
struct FeedCursor {
    std::string epoch; ///< Of the server's store; empty as long as nothing is known of it.
    std::string after; ///< ChangesPage::next of the newest page taken; empty from the beginning.
    std::string mark;  ///< CommandResult::mark of the newest answer taken in this epoch.
    friend bool operator==(const FeedCursor&, const FeedCursor&) = default;
};

} // namespace vienlogs::ports
