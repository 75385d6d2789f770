// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "vienlogs/base/failure_text.h"
#include "vienlogs/base/failures_base.h"

using namespace vienlogs::base;

namespace {

/// Every code that a header declares as a FailureCode: `FailureCode name{"VL-AREA-0001"}` or as a Rule.
std::set<std::string> declaredCodes() {
    const std::regex declaration(R"re((?:FailureCode|Rule)\s+\w+\s*\{+\s*"(VL-[A-Z]+-\d{4})"\s*\})re");
    std::set<std::string> found;
    for (const auto* folder : {"shared", "smartcard", "server", "workstation"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(
                 std::filesystem::path(VIENLOGS_SOURCE_DIR) / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp")
                continue;
            std::stringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            const auto content = text.str();
            for (std::sregex_iterator at(content.begin(), content.end(), declaration), end; at != end; ++at)
                found.insert((*at)[1]);
        }
    return found;
}

} // namespace

TEST(FailureText, NoCodeLacksATextAndNoTextACode) {
    std::set<std::string> texts;
    for (const auto& text : allFailureTexts())
        EXPECT_TRUE(texts.insert(std::string(text.code)).second) << text.code << " has two texts";
    const auto codes = declaredCodes();
    EXPECT_GE(codes.size(), 8U);
    EXPECT_EQ(codes, texts);
}

TEST(FailureText, EveryLanguageSaysWhatHappenedAndWhatToDo) {
    for (const auto& text : allFailureTexts())
        for (const auto part :
             {text.happenedLv, text.todoLv, text.happenedEn, text.todoEn, text.happenedRu, text.todoRu})
            EXPECT_GE(part.size(), 5U) << text.code;
}

TEST(FailureText, FillsInTheArgument) {
    const auto message = messageOf({codes::fileUnreadable, "", "scan.pdf"}, Language::English);
    EXPECT_EQ(message.happened, "A file could not be read or written: scan.pdf.");
    EXPECT_EQ(message.code, "VL-BASE-0005");
}

TEST(FailureText, AnUnknownCodeStillSaysSomething) {
    EXPECT_EQ(messageOf({FailureCode{"VL-NONE-9999"}}, Language::Latvian).happened, "Programmā radās kļūda.");
}
