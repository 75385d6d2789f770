// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/act.h"
#include "vienlogs/office/returned.h"
#include "vienlogs/office/tracked.h"

namespace vienlogs::office {

enum class Format { Odt, Docx };

/// By the ending of a file's name, in any case of letters; nothing for another.
[[nodiscard]] std::optional<Format> formatOf(std::string_view fileName);
/// An act as a document of the format (odt.h, docx.h).
/// With `since`, what changed since then as tracked changes.
[[nodiscard]] base::Result<std::string> writeDocument(Format format, const acts::Act& act,
                                                      std::size_t version, const Since* since = nullptr);
/// Whatever came back, by its content, not by its name. VL-OFFICE-0001 to 0004.
[[nodiscard]] base::Result<Returned> readDocument(std::string_view bytes);

} // namespace vienlogs::office
