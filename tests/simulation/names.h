// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

/// The one place and clerk of every history.
namespace vienlogs::simulation {

inline constexpr const char* place = "CES";
inline constexpr const char* scope = "place:CES";
inline constexpr const char* clerk = "K-0001";

} // namespace vienlogs::simulation
