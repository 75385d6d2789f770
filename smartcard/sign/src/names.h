// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "signature_document.h"

/// What an ASiC-E container calls its parts.
namespace vienlogs::sign {

inline constexpr const char* containerType = "application/vnd.etsi.asic-e+zip";
inline constexpr const char* manifestName = "META-INF/manifest.xml";

/// Small ASCII letters.
[[nodiscard]] std::string inSmallLetters(std::string text);
/// A name of a file that goes into a new container: no folders, nothing a desk's disk cannot have.
[[nodiscard]] bool isUsableName(const std::string& name);
/// A name that a container made elsewhere may have: also with folders, but inside of the container.
[[nodiscard]] bool isHarmlessName(const std::string& name);
/// "META-INF/…signatures….xml"
[[nodiscard]] bool isSignatureName(const std::string& name);
[[nodiscard]] std::string signatureName(int number);
/// META-INF/manifest.xml in the manner of OpenDocument, which readers of ASiC-E ask for.
[[nodiscard]] base::Bytes manifestOf(const std::vector<SignedFile>& files);

} // namespace vienlogs::sign
