// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "options.h"

/// Each command of the tool: does it, tells it, and returns how the program ends.
namespace vienlogs::cardtool {

int listReaders(const Options& options);
int readCard(const Options& options);
int handlePin(const Options& options);
int signFiles(const Options& options);
int verifyFile(const Options& options);
/// --check
int checkSettings(const Options& options);

} // namespace vienlogs::cardtool
