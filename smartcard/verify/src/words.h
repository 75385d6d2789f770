// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/language.h"
#include "vienlogs/verify/report.h"

/// What the reports say in the three languages.
namespace vienlogs::verify::words {

[[nodiscard]] const base::LocalizedText& of(CheckKind kind);
[[nodiscard]] const base::LocalizedText& of(Outcome outcome);
[[nodiscard]] const base::LocalizedText& verdict(Indication indication, bool seal);

/// The rest, by what it labels.
enum class Label {
    Place,
    Signed,
    Sealed,
    Claimed,
    Proved,
    Level,
    Qualified,
    QualifiedSeal,
    NotQualified,
    Files,
    Nobody,
    Reason,
    Missing,
    Chain,
    Stamps,
    Revocation
};
[[nodiscard]] const base::LocalizedText& of(Label label);

} // namespace vienlogs::verify::words
