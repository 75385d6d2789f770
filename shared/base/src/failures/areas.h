// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <vector>

#include "vienlogs/base/failure_text.h"

/// One file an area (VL-CARD-…, VL-POS-…), so that a text stands beside its neighbours and is easy to review.
namespace vienlogs::base::failures {

[[nodiscard]] std::span<const FailureText> base();
[[nodiscard]] std::span<const FailureText> cardArea();
[[nodiscard]] std::span<const FailureText> signArea();
[[nodiscard]] std::span<const FailureText> scanArea();
[[nodiscard]] std::span<const FailureText> posArea();
[[nodiscard]] std::span<const FailureText> printArea();
[[nodiscard]] std::span<const FailureText> netArea();
[[nodiscard]] std::span<const FailureText> storeArea();
[[nodiscard]] std::span<const FailureText> serverArea();
[[nodiscard]] std::span<const FailureText> registerArea();
[[nodiscard]] std::span<const FailureText> caseArea();
[[nodiscard]] std::span<const FailureText> formArea();
[[nodiscard]] std::span<const FailureText> deviceArea();
[[nodiscard]] std::span<const FailureText> attachmentArea();
[[nodiscard]] std::span<const FailureText> auditArea();
[[nodiscard]] std::span<const FailureText> timestampArea();
[[nodiscard]] std::span<const FailureText> logArea();
[[nodiscard]] std::span<const FailureText> authArea();
[[nodiscard]] std::span<const FailureText> syncArea();
[[nodiscard]] std::span<const FailureText> verifyArea();
[[nodiscard]] std::span<const FailureText> pdfArea();
[[nodiscard]] std::span<const FailureText> webArea();
[[nodiscard]] std::span<const FailureText> revocationArea();
[[nodiscard]] std::span<const FailureText> trustedListArea();
[[nodiscard]] std::span<const FailureText> actArea();
[[nodiscard]] std::span<const FailureText> harmArea();
[[nodiscard]] std::span<const FailureText> officeArea();
[[nodiscard]] std::span<const FailureText> ruleArea();
[[nodiscard]] std::span<const FailureText> spellArea();

/// All areas; base first, because messageOf() falls back on its first text.
[[nodiscard]] inline std::vector<std::span<const FailureText>> areas() {
    return {base(),          cardArea(),   signArea(),       scanArea(),        posArea(),
            printArea(),     netArea(),    storeArea(),      serverArea(),      registerArea(),
            caseArea(),      formArea(),   deviceArea(),     attachmentArea(),  auditArea(),
            timestampArea(), logArea(),    authArea(),       syncArea(),        verifyArea(),
            pdfArea(),       webArea(),    revocationArea(), trustedListArea(), actArea(),
            harmArea(),      officeArea(), ruleArea(),       spellArea()};
}

} // namespace vienlogs::base::failures
