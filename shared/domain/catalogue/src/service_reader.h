// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "vienlogs/base/result.h"
#include "vienlogs/catalogue/public_service.h"

namespace vienlogs::catalogue {

using Authorities = std::map<std::string, base::LocalizedText, std::less<>>;

/// Each reads one file; VL-FORM-0030 with what and where as detail.
[[nodiscard]] base::Result<Authorities> readAuthorities(std::string_view text);
[[nodiscard]] base::Result<PublicService> readService(std::string_view text, const Authorities& authorities);
[[nodiscard]] base::Result<LifeEvent> readLifeEvent(std::string_view text);

} // namespace vienlogs::catalogue
