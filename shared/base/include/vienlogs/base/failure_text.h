// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "vienlogs/base/failure.h"
#include "vienlogs/base/language.h"

namespace vienlogs::base {

/// What a person is told of one failure: what happened, and what to do now. Three languages, none empty.
struct FailureText {
    std::string_view code;
    std::string_view happenedLv, todoLv;
    std::string_view happenedEn, todoEn;
    std::string_view happenedRu, todoRu;
};

/// The same for one language, with "%1" replaced.
struct FailureMessage {
    std::string happened;
    std::string todo;
    std::string code;
};

/// Message of a failure in a language. An unknown code gives the text of VL-BASE-0001 with its own code.
[[nodiscard]] FailureMessage messageOf(const Failure& failure, Language language);

/// All texts, ordered by area as in src/failures/.
[[nodiscard]] std::span<const FailureText> allFailureTexts();

} // namespace vienlogs::base
