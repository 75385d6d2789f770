// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/domain/cases/commands.h"
#include "vienlogs/domain/cases/failures.h"

using namespace vienlogs;
using namespace vienlogs::domain::cases;
using domain::payments::Payment;
using domain::payments::PaymentState;

namespace {

const base::Timestamp noon = *base::fromRfc3339("2026-11-23T12:00:00Z");

struct ACase : testing::Test {
    base::SystemClock clock;
    std::optional<Case> state;
    const base::Ulid caseId = base::Ulid::make(clock);
    const base::Ulid invoiceId = base::Ulid::make(clock);
    const std::string scan = std::string(64, 'a');

    base::Result<Case> run(CommandBody body) {
        const Command command{base::Ulid::make(clock), caseId, "desk-1", 1, 1, "K-1", "CES", noon,
                              std::move(body)};
        auto after = domain::cases::apply(state, command);
        if (after)
            state = *after;
        return after;
    }
    base::FailureCode refusalOf(CommandBody body) {
        const auto before = state;
        const auto after = run(std::move(body));
        EXPECT_FALSE(after);
        EXPECT_EQ(state, before);
        return after ? base::FailureCode{} : after.error().code;
    }
    OpenCase open() const {
        OpenCase body;
        body.number = "CES-01-26-000001";
        body.client = {*base::Identifier::parse("PNOLV-010181-15098"), "Anna", "Bērziņa"};
        body.identityLevel = domain::clients::IdentityLevel::PinProved;
        return body;
    }
    IssueInvoice invoice(std::int64_t cents) const {
        return {{.id = invoiceId, .number = "R-1", .amount = base::Money::cents(cents), .issuedAt = noon}};
    }
    RecordPayment payment(base::Ulid id, PaymentState paymentState, std::int64_t cents = 1500) const {
        return {Payment{.id = id,
                        .invoiceId = invoiceId,
                        .caseId = caseId,
                        .amount = base::Money::cents(cents),
                        .state = paymentState}};
    }
    void signOnPaper() {
        ASSERT_TRUE(
            run(AttachDocument{{Document::Kind::SignedScan, scan, "Skenējums", "application/pdf", 1000, 2}}));
        ASSERT_TRUE(run(SignCase{SigningMethod::Paper, scan}));
    }
};

} // namespace

TEST_F(ACase, GoesFromOpenToSubmitted) {
    ASSERT_TRUE(run(open()));
    EXPECT_EQ(state->state, CaseState::Draft);
    ASSERT_TRUE(run(SaveAnswers{R"({"address":"Cēsis"})"}));
    signOnPaper();
    EXPECT_EQ(state->state, CaseState::Signed);
    ASSERT_TRUE(run(invoice(0)));
    ASSERT_TRUE(run(SubmitCase{DeliveryWay::EAccount, {{"form", noon, noon}}}));
    EXPECT_EQ(state->state, CaseState::Submitted);
    EXPECT_EQ(state->submittedAt, noon);
    EXPECT_EQ(state->version, 6);
    ASSERT_EQ(state->history.size(), 6U);
    EXPECT_EQ(state->history.back().type, "case.submit");
    EXPECT_EQ(state->history.back().clerk, "K-1");
}

TEST_F(ACase, NeedsAnIdentifiedClient) {
    auto body = open();
    body.identityLevel = domain::clients::IdentityLevel::None;
    EXPECT_EQ(refusalOf(body), codes::notIdentified);
}

TEST_F(ACase, IsOpenedOnce) {
    EXPECT_EQ(refusalOf(SaveAnswers{}), codes::notOpen);
    ASSERT_TRUE(run(open()));
    EXPECT_EQ(refusalOf(open()), codes::alreadyOpen);
}

TEST_F(ACase, IsNotSubmittedUnsignedOrWithoutInvoice) {
    ASSERT_TRUE(run(open()));
    EXPECT_EQ(refusalOf(SubmitCase{}), codes::notSigned);
    signOnPaper();
    EXPECT_EQ(refusalOf(SubmitCase{}), codes::invoiceMissing);
}

TEST_F(ACase, WhatWasSignedDoesNotChange) {
    ASSERT_TRUE(run(open()));
    signOnPaper();
    EXPECT_EQ(refusalOf(SaveAnswers{"{}"}), codes::closed);
    EXPECT_EQ(refusalOf(RemoveDocument{scan}), codes::closed);
    EXPECT_EQ(refusalOf(SignCase{SigningMethod::Card, scan}), codes::closed);
}

TEST_F(ACase, IsSignedOnlyWithAnAttachedDocument) {
    ASSERT_TRUE(run(open()));
    EXPECT_EQ(refusalOf(SignCase{SigningMethod::Paper, scan}), codes::documentMissing);
}

TEST_F(ACase, AnotherFeeIsInvoicedOnlyWhileNothingIsPaid) {
    ASSERT_TRUE(run(open()));
    ASSERT_TRUE(run(invoice(5000)));
    ASSERT_TRUE(run(invoice(7500)));
    const auto id = base::Ulid::make(clock);
    ASSERT_TRUE(run(payment(id, PaymentState::Asked, 7500)));
    EXPECT_EQ(refusalOf(invoice(5000)), codes::feePaid);
    ASSERT_TRUE(run(payment(id, PaymentState::Captured, 7500)));
    EXPECT_EQ(refusalOf(invoice(5000)), codes::feePaid);
    EXPECT_TRUE(run(invoice(7500))); // the same again
    for (const auto step : {PaymentState::Reversing, PaymentState::ReversalUnknown}) {
        ASSERT_TRUE(run(payment(id, step, 7500)));
        EXPECT_TRUE(hasUnresolvedPayment(*state));
        EXPECT_TRUE(paid(*state).isZero());
        EXPECT_EQ(refusalOf(invoice(5000)), codes::feePaid);
    }
    ASSERT_TRUE(run(payment(id, PaymentState::Reversed, 7500)));
    EXPECT_TRUE(run(invoice(5000)));
    EXPECT_TRUE(run(payment(id, PaymentState::Reversed, 7500))); // told again, with its own amount
    EXPECT_EQ(refusalOf(payment(base::Ulid::make(clock), PaymentState::Asked, 7500)), codes::wrongAmount);
}

TEST_F(ACase, TakesOnePaymentOfTheInvoicedAmount) {
    ASSERT_TRUE(run(open()));
    const auto first = base::Ulid::make(clock), second = base::Ulid::make(clock);
    EXPECT_EQ(refusalOf(payment(first, PaymentState::Intended)), codes::invoiceMissing);
    ASSERT_TRUE(run(invoice(1500)));
    EXPECT_EQ(refusalOf(payment(first, PaymentState::Intended, 1400)), codes::wrongAmount);
    ASSERT_TRUE(run(payment(first, PaymentState::Intended)));
    ASSERT_TRUE(run(payment(first, PaymentState::Asked)));
    EXPECT_TRUE(hasUnresolvedPayment(*state));
    EXPECT_EQ(refusalOf(payment(second, PaymentState::Intended)), codes::paidTwice);
    EXPECT_EQ(refusalOf(WithdrawCase{}), codes::paymentOpen);
    ASSERT_TRUE(run(payment(first, PaymentState::Unknown)));
    EXPECT_EQ(refusalOf(payment(second, PaymentState::Intended)), codes::paidTwice);
    ASSERT_TRUE(run(payment(first, PaymentState::Captured)));
    EXPECT_EQ(paid(*state), base::Money::cents(1500));
    EXPECT_EQ(refusalOf(payment(second, PaymentState::Intended)), codes::paidTwice);
    ASSERT_TRUE(run(payment(first, PaymentState::Reversed)));
    EXPECT_TRUE(paid(*state).isZero());
    ASSERT_TRUE(run(payment(second, PaymentState::Intended)));
}

TEST_F(ACase, TakesTheOutcomeOfAPaymentAlsoWithoutTheStepsBetween) {
    ASSERT_TRUE(run(open()));
    ASSERT_TRUE(run(invoice(1500)));
    const auto id = base::Ulid::make(clock);
    ASSERT_TRUE(run(payment(id, PaymentState::Intended)));
    ASSERT_TRUE(run(payment(id, PaymentState::Captured)));
    EXPECT_NE(refusalOf(payment(id, PaymentState::Asked)), base::FailureCode{});
    EXPECT_NE(refusalOf(payment(id, PaymentState::Declined)), base::FailureCode{});
    EXPECT_EQ(paid(*state), base::Money::cents(1500));
}

TEST_F(ACase, RecordsWhatTheTerminalDidAlsoAfterSubmission) {
    ASSERT_TRUE(run(open()));
    ASSERT_TRUE(run(invoice(1500)));
    const auto id = base::Ulid::make(clock);
    ASSERT_TRUE(run(payment(id, PaymentState::Intended)));
    ASSERT_TRUE(run(payment(id, PaymentState::Asked)));
    ASSERT_TRUE(run(payment(id, PaymentState::Unknown)));
    signOnPaper();
    ASSERT_TRUE(run(SubmitCase{}));
    ASSERT_TRUE(run(payment(id, PaymentState::Captured)));
    EXPECT_EQ(state->state, CaseState::Submitted);
    EXPECT_EQ(refusalOf(WithdrawCase{}), codes::closed);
}

TEST_F(ACase, RefusesAnswersOverTheLimit) {
    ASSERT_TRUE(run(open()));
    EXPECT_EQ(refusalOf(SaveAnswers{std::string(256 * 1024 + 1, ' ')}), codes::answersTooLarge);
}

TEST_F(ACase, AttachingTheSameTwiceIsOnce) {
    ASSERT_TRUE(run(open()));
    const AttachDocument attach{{Document::Kind::Evidence, scan}};
    ASSERT_TRUE(run(attach));
    ASSERT_TRUE(run(attach));
    EXPECT_EQ(state->documents.size(), 1U);
    ASSERT_TRUE(run(RemoveDocument{scan}));
    EXPECT_TRUE(state->documents.empty());
}

TEST_F(ACase, AnswersThatWereNotSeenAreNeitherReplacedNorSigned) {
    ASSERT_TRUE(run(open()));
    ASSERT_TRUE(run(SaveAnswers{R"({"a":1})", base::Ulid()}));
    const auto seen = state->answersKey;
    ASSERT_TRUE(seen);
    ASSERT_TRUE(run(SaveAnswers{R"({"a":2})", *seen}));
    EXPECT_EQ(refusalOf(SaveAnswers{R"({"a":3})", *seen}), codes::answersChanged);
    EXPECT_EQ(refusalOf(SaveAnswers{R"({"a":3})", base::Ulid()}), codes::answersChanged);
    ASSERT_TRUE(
        run(AttachDocument{{Document::Kind::SignedScan, scan, "Skenējums", "application/pdf", 1000, 2}}));
    EXPECT_EQ(refusalOf(SignCase{SigningMethod::Paper, scan, *seen}), codes::answersChanged);
    ASSERT_TRUE(run(SignCase{SigningMethod::Paper, scan, *state->answersKey}));
}

TEST_F(ACase, TheSameAnswersAreNoConflict) {
    ASSERT_TRUE(run(open()));
    ASSERT_TRUE(run(SaveAnswers{R"({"a":1})", base::Ulid()}));
    ASSERT_TRUE(run(SaveAnswers{R"({"a":1})", base::Ulid()}));
}

TEST_F(ACase, ProofIsAddedToASignedContainerAndNeverTakenAway) {
    ASSERT_TRUE(run(open()));
    const std::string container(64, 'c');
    const SignatureProof stamped{SignatureLevel::T, std::string(64, 't'), 20, noon};
    const SignatureProof whole{SignatureLevel::LT, std::string(64, 'l'), 30, noon};
    Document document{Document::Kind::SignedContainer, container, "x.asice", "application/zip", 10};
    EXPECT_FALSE(signatureLevel(*state));
    document.proof = whole; // a device's own word
    ASSERT_TRUE(run(AttachDocument{document}));
    EXPECT_EQ(signatureLevel(*state), SignatureLevel::B);
    EXPECT_FALSE(withProof(*state, scan, stamped)) << "no such document";
    const auto t = withProof(*state, container, stamped);
    ASSERT_TRUE(t);
    EXPECT_EQ(t->version, state->version + 1);
    EXPECT_EQ(t->documents[0].sha256, container) << "what was signed keeps its name";
    EXPECT_EQ(signatureLevel(*t), SignatureLevel::T);
    EXPECT_TRUE(waitsForProof(t->documents[0]));
    EXPECT_FALSE(withProof(*t, container, stamped)) << "it is there";
    const auto lt = withProof(*t, container, whole);
    ASSERT_TRUE(lt);
    EXPECT_FALSE(waitsForProof(lt->documents[0]));
    EXPECT_FALSE(withProof(*lt, container, stamped));
    auto stopped = stamped;
    stopped.stopped = "VL-SIGN-0007";
    const auto never = withProof(*t, container, stopped);
    ASSERT_TRUE(never);
    EXPECT_FALSE(waitsForProof(never->documents[0]));
    EXPECT_FALSE(withProof(*never, container, whole));
    state = lt;
    EXPECT_TRUE(run(RemoveDocument{container})) << "by the name that desks know";
}
