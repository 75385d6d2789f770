// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// How names are shown. Certificates carry them in capitals only; what is stored stays as it came.
namespace vienlogs::domain::clients {

/// "BĒRZIŅA-KALNIŅA" as "Bērziņa-Kalniņa", by part; a part that has a small letter or only one letter stays
/// as it is, because somebody wrote it so. Latin and Cyrillic letters, UTF-8; what is not UTF-8 stays as it
/// is.
[[nodiscard]] std::string properCase(std::string_view name);

/// Whether two names differ at most in capitals.
[[nodiscard]] bool sameName(std::string_view a, std::string_view b);

} // namespace vienlogs::domain::clients
