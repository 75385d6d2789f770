// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "example.h"
#include "vienlogs/harmonisation/annotation.h"
#include "vienlogs/harmonisation/failures.h"

using namespace vienlogs;
using namespace vienlogs::harmonisation;
using namespace vienlogs::harmonisation::test;

namespace {

RemarkState only(const Draft& draft) {
    const auto remarks = draft.steps.remarks();
    EXPECT_EQ(remarks.size(), 1U);
    return remarks.at(0);
}

Task task(Draft& draft, const char* what, unsigned day, const base::Ulid& subject = {}) {
    using namespace std::chrono;
    return {draft.random.id(), what, "Jānis Ozols", year(2026) / December / day, subject};
}

} // namespace

TEST(Harmonising, SettlesAnAcceptedObjectionUntilTheGiverContradicts) {
    Draft draft;
    const auto remark = draft.object("Tieslietu ministrija", draft.second, "Termiņš ir par garu.");
    EXPECT_FALSE(only(draft).agreed);
    ASSERT_TRUE(draft.say(Answer{remark, Outcome::Accepted, ""}));
    EXPECT_TRUE(only(draft).agreed);
    ASSERT_TRUE(draft.say(Position{remark, false, "Joprojām par garu."}));
    EXPECT_FALSE(only(draft).agreed);
    ASSERT_TRUE(draft.say(Answer{remark, Outcome::Accepted, "Saīsināts līdz nedēļai."}));
    EXPECT_EQ(only(draft).position, nullptr) << "what was said of the answer before is not said of this one";
    EXPECT_TRUE(only(draft).agreed);
}

TEST(Harmonising, LeavesARejectedObjectionOpenUntilTheGiverAgrees) {
    Draft draft;
    const auto remark = draft.object("Finanšu ministrija", draft.part, "Nav finansējuma.");
    ASSERT_TRUE(draft.say(Answer{remark, Outcome::Rejected, "Finansējums ir budžetā."}));
    EXPECT_FALSE(only(draft).agreed);
    ASSERT_TRUE(draft.say(Opinion{draft.random.id(), "Finanšu ministrija", Stance::Agreed, draft.sent}));
    EXPECT_TRUE(only(draft).agreed);
}

TEST(Harmonising, SettlesAProposalByAnyAnswer) {
    Draft draft;
    const auto id = draft.random.id();
    ASSERT_TRUE(draft.say(Opinion{draft.random.id(),
                                  "Valsts kanceleja",
                                  Stance::Agreed,
                                  draft.sent,
                                  {{id, {}, RemarkKind::Proposal, "Saīsināt nosaukumu."}}}));
    EXPECT_FALSE(only(draft).agreed);
    ASSERT_TRUE(draft.say(Answer{id, Outcome::Explained, "Nosaukums ir noteikts likumā."}));
    EXPECT_TRUE(only(draft).agreed);
}

TEST(Harmonising, RefusesWhatContradictsItselfAndKeepsNothingOfIt) {
    Draft draft;
    const auto id = draft.random.id();
    const Remark objection{id, draft.part, RemarkKind::Objection, "Nē."};
    const auto refused = [&](Happening happening, const base::FailureCode& code) {
        const auto done = draft.say(std::move(happening));
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, code);
    };
    refused(Opinion{draft.random.id(), "VK", Stance::Agreed, draft.sent, {objection}}, codes::contradiction);
    refused(Opinion{draft.random.id(), "VK", Stance::NotAgreed, draft.sent}, codes::incomplete);
    refused(Opinion{draft.random.id(), " ", Stance::Agreed, draft.sent}, codes::incomplete);
    refused(Opinion{draft.random.id(), "VK", Stance::NotAgreed, draft.sent + 1, {objection}},
            codes::unknownSubject);
    refused(Opinion{draft.random.id(), "VK", Stance::NotAgreed, draft.sent, {objection, objection}},
            codes::usedTwice);
    refused(Opinion{draft.random.id(),
                    "VK",
                    Stance::NotAgreed,
                    draft.sent,
                    {{id, draft.random.id(), RemarkKind::Objection, "Nē."}}},
            codes::unknownSubject);
    refused(Answer{id, Outcome::Accepted, ""}, codes::unknownSubject);
    refused(TaskDone{id}, codes::unknownSubject);
    refused(AnnotationField{"1", "Virsraksts nav lauks."}, codes::unknownSubject);
    EXPECT_TRUE(draft.steps.steps().empty());

    const auto remark = draft.object("VK", draft.part, "Nē.");
    refused(Answer{remark, Outcome::Rejected, " "}, codes::incomplete);
    refused(Position{remark, true}, codes::unknownSubject);
    refused(Opinion{draft.random.id(),
                    "VK",
                    Stance::NotAgreed,
                    draft.sent,
                    {{remark, draft.part, RemarkKind::Objection, "Nē."}}},
            codes::usedTwice);
    EXPECT_EQ(draft.steps.steps().size(), 1U);
}

TEST(Harmonising, ListsTasksByTheirDayAndDoneOnesLast) {
    Draft draft;
    const auto late = task(draft, "Sagatavot izziņu", 20),
               soon = task(draft, "Saskaņot 5. pantu", 3, draft.article),
               finished = task(draft, "Izsūtīt", 1);
    for (const auto& one : {late, soon, finished})
        ASSERT_TRUE(draft.say(one));
    ASSERT_TRUE(draft.say(TaskDone{finished.id}));
    const auto tasks = draft.steps.tasks();
    ASSERT_EQ(tasks.size(), 3U);
    EXPECT_EQ(*tasks[0].task, soon);
    EXPECT_EQ(*tasks[1].task, late);
    EXPECT_TRUE(tasks[2].done.has_value());
    using namespace std::chrono;
    EXPECT_TRUE(tasks[0].overdue(year(2026) / December / 4));
    EXPECT_FALSE(tasks[0].overdue(year(2026) / December / 3));
    EXPECT_FALSE(tasks[2].overdue(year(2026) / December / 31));
    EXPECT_EQ(draft.say(task(draft, "", 3)).error().code, codes::incomplete);
    EXPECT_EQ(draft.say(soon).error().code, codes::usedTwice);
}

TEST(Harmonising, KeepsTheAnnotationsLastWordsAndSaysWhatIsMissing) {
    Draft draft;
    const auto all = missingFields(draft.steps.annotation()).size();
    ASSERT_TRUE(draft.say(AnnotationField{"1.2", "Saīsināt termiņu."}));
    ASSERT_TRUE(draft.say(AnnotationField{"1.2", "Saīsināt atbildes termiņu."}));
    EXPECT_EQ(draft.steps.annotation().at("1.2"), "Saīsināt atbildes termiņu.");
    EXPECT_EQ(missingFields(draft.steps.annotation()).size(), all - 1);
    ASSERT_TRUE(draft.say(AnnotationField{"1.2", ""}));
    EXPECT_TRUE(draft.steps.annotation().empty());
}

TEST(Harmonising, TakesRemarksFromCommentsByTheirFirstWord) {
    Draft draft;
    const auto first = draft.random.id(), reply = draft.random.id(), other = draft.random.id();
    const std::vector<acts::Comment> comments{
        {first, draft.part, {}, "Anna", at(1), "Iebildums: nav skaidrs."},
        {reply, draft.part, first, "Līga", at(2), "Skaidrosim."},
        {other, draft.second, {}, "Anna", at(3), "Varbūt \"nedēļas\"?"}};
    const auto remarks = remarksOf(comments);
    ASSERT_EQ(remarks.size(), 2U);
    EXPECT_EQ(remarks[0], (Remark{first, draft.part, RemarkKind::Objection, "nav skaidrs."}));
    EXPECT_EQ(remarks[1], (Remark{other, draft.second, RemarkKind::Proposal, "Varbūt \"nedēļas\"?"}));
}
