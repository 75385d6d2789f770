// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "scenes.h"

/// What the scenes of several screens are made of.
namespace vienlogs::staged {

/// A text as it stands in the source, in UTF-8.
[[nodiscard]] QString u(const char* text);

/// The desk with nobody at it.
void desk(Stage& s);

/// An identified client at a step, counted from 1.
void client(Stage& s, viewmodels::AppViewModel::Screen screen, int step);

void addFirstScenes(std::vector<Scene>& scenes);
void addFormScenes(std::vector<Scene>& scenes);
void addLastScenes(std::vector<Scene>& scenes);

} // namespace vienlogs::staged
