// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <random>

#include "vienlogs/domain/cases/commands.h"

namespace vienlogs::test {

/// Noon of a day all samples happen on.
[[nodiscard]] base::Timestamp noon();
/// An identifier from a seeded generator, so that a history runs the same every time.
[[nodiscard]] base::Ulid ulid(std::mt19937& random);
[[nodiscard]] base::Ulid newUlid();

/// A command with a new key, at a moment later than every one made before in this process.
[[nodiscard]] domain::cases::Command command(base::Ulid stream, domain::cases::CommandBody body);
[[nodiscard]] domain::cases::OpenCase openCase(const std::string& number);
[[nodiscard]] domain::cases::Command open(base::Ulid stream);
[[nodiscard]] domain::cases::Command answers(base::Ulid stream, const std::string& value);
[[nodiscard]] domain::cases::Command attach(base::Ulid stream, const std::string& sha256);

} // namespace vienlogs::test
