// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "options.h"

namespace vienlogs::cardtool {

/// Asks for codes one after the other: at the terminal without echo, or from --pin-fd.
class PinEntry {
public:
    explicit PinEntry(const Options& options) : options_(options) {}
    /// VL-BASE-0002 when there is neither a terminal nor --pin-fd, or nothing was entered.
    [[nodiscard]] base::Result<base::Secret> ask(const base::LocalizedText& prompt);

private:
    const Options& options_;
};

} // namespace vienlogs::cardtool
