// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vienlogs::harmonisation {

/// One field of the annotation (anotācija), the report on the impact of a draft (MK Nr. 617 of 2021).
struct AnnotationPart {
    std::string_view number; ///< "1.2"; a heading has no dot
    std::string_view title;  ///< official Latvian
    bool required = false;
};

/// All parts in their order, headings among them.
[[nodiscard]] std::span<const AnnotationPart> annotationParts();
/// Null when the annotation has no such field.
[[nodiscard]] const AnnotationPart* annotationField(std::string_view number);
/// The required fields that are not filled.
[[nodiscard]] std::vector<std::string_view> missingFields(const std::map<std::string, std::string>& filled);

} // namespace vienlogs::harmonisation
