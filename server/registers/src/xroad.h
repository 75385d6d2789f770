// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "register_service.h"

namespace vienlogs::registers::xroad {

/// Whether the caller named itself as X-Road's REST protocol demands: instance/class/member[/subsystem].
[[nodiscard]] bool hasClient(const HttpCall& call);
/// Adds what an X-Road answer carries: request id and hash, and the caller's own headers repeated.
[[nodiscard]] HttpAnswer finish(HttpAnswer answer, const HttpCall& call);
/// An error of the X-Road layer itself, told by X-Road-Error and a JSON body.
[[nodiscard]] HttpAnswer error(int status, const std::string& type, const std::string& message,
                               const HttpCall& call);

} // namespace vienlogs::registers::xroad
