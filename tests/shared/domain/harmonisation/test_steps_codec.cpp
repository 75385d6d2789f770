// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "example.h"
#include "vienlogs/harmonisation/failures.h"
#include "vienlogs/harmonisation/steps_codec.h"

using namespace vienlogs;
using namespace vienlogs::harmonisation;
using namespace vienlogs::harmonisation::test;

namespace {

/// One step of every kind.
void sayAll(Draft& draft) {
    using namespace std::chrono;
    const auto remark = draft.object("Tieslietu ministrija", draft.second, "Par \"garu\"\nun neskaidru.");
    const auto task = draft.random.id();
    const Happening all[] = {Answer{remark, Outcome::PartlyAccepted, "Saīsināts."},
                             Position{remark, false, "Vēl īsāk."},
                             Task{task, "Atbildēt", "Jānis", year(2026) / December / 1, remark},
                             TaskDone{task}, AnnotationField{"1.2", "Mērķis"}};
    for (const auto& happening : all)
        ASSERT_TRUE(draft.say(happening));
}

std::string linesOf(const Harmonising& steps) {
    std::string text;
    for (const auto& step : steps.steps())
        text += stepLine(step) + "\n";
    return text;
}

} // namespace

TEST(StepsCodec, GivesBackEveryStep) {
    Draft draft;
    sayAll(draft);
    ASSERT_EQ(draft.steps.steps().size(), 6U);
    const auto read = readSteps(linesOf(draft.steps), draft.history);
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->torn);
    EXPECT_EQ(read->harmonising.steps(), draft.steps.steps());
}

TEST(StepsCodec, KeepsEveryWholeLineOfAFileCutAnywhere) {
    Draft draft;
    sayAll(draft);
    const auto text = linesOf(draft.steps);
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const auto read = readSteps(std::string_view(text).substr(0, size), draft.history);
        ASSERT_TRUE(read) << size;
        const auto whole =
            static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<long>(size), '\n'));
        EXPECT_EQ(read->harmonising.steps().size(), whole);
        EXPECT_EQ(read->torn, read->goodBytes != size);
        EXPECT_TRUE(read->goodBytes == 0 || text[read->goodBytes - 1] == '\n');
    }
}

TEST(StepsCodec, RefusesALineThatSaysNothingKnown) {
    Draft draft;
    sayAll(draft);
    const auto good = linesOf(draft.steps);
    for (const auto* bad : {"", "{}", "[]", "null", "{\"step\":\"opinion\"}", "garbage", "\xff"}) {
        const auto read = readSteps(std::string(bad) + "\n" + good, draft.history);
        ASSERT_FALSE(read) << bad;
        EXPECT_EQ(read.error().code, codes::fileDamaged);
    }
    EXPECT_FALSE(readSteps(good + good, draft.history)) << "an identity given twice";
}

TEST(StepsCodec, NeverFallsOverADamagedLine) {
    Draft draft;
    sayAll(draft);
    const auto line = stepLine(draft.steps.steps()[0]);
    for (std::size_t i = 0; i < line.size(); ++i)
        for (const char replaced : {'\0', '"', '{', '9', '\x80'}) {
            auto damaged = line;
            damaged[i] = replaced;
            if (const auto step = stepOf(damaged)) {
                EXPECT_EQ(stepOf(stepLine(*step)).value(), *step);
            }
        }
}
