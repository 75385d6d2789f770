// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "vienlogs/base/language.h"
#include "vienlogs/ports/containers.h"
#include "vienlogs/verify/report_writer.h"

namespace vienlogs::cardtool {

/// The command line, taken apart. A PIN is never part of it: other users of the machine can read it.
struct Options {
    std::vector<std::string> words; ///< The command and its operands.
    std::filesystem::path authorities;
    std::string reader; ///< Empty: the first that has a card.
    std::string stampUrl, ocspUrl, crlUrl, listUrl;
    std::filesystem::path stampAuthority, listSigner, listFile, out;
    std::optional<int> pinHandle, visiblePage;
    ports::SignatureLevel level = ports::SignatureLevel::B;
    verify::ReportKind report = verify::ReportKind::Simple;
    base::Language language = base::Language::Latvian;
    bool json = false, pad = false, pdf = false, offline = false, check = false, help = false,
         version = false;
};

/// What is wrong, in words, when it cannot be understood.
[[nodiscard]] tl::expected<Options, std::string> parseOptions(const std::vector<std::string>& arguments);
[[nodiscard]] std::string helpText();

} // namespace vienlogs::cardtool
