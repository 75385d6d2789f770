// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/cases/commands.h"

#include <algorithm>
#include <array>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/domain/cases/failures.h"

namespace vienlogs::domain::cases {

namespace {

constexpr std::size_t maxAnswers = 256 * 1024;

constexpr std::array<std::string_view, std::variant_size_v<CommandBody>> types{
    "contact.open", "contact.identify",     "contact.end",   "case.open",    "case.save-answers",
    "case.attach",  "case.remove-document", "case.sign",     "case.invoice", "case.payment",
    "case.submit",  "case.withdraw",        "login.offline", "day.close"};

using base::fail;
using base::Result;

bool hasDocument(const Case& c, const std::string& sha256) {
    return std::any_of(c.documents.begin(), c.documents.end(),
                       [&](const auto& d) { return d.sha256 == sha256; });
}

/// What the client signed may not change any more; payments may still arrive.
Result<void> mustBeDraft(const Case& c) {
    if (c.state != CaseState::Draft)
        return fail(codes::closed, std::string(nameOf(c.state)));
    return {};
}

Result<void> mustNotBeEnded(const Case& c) {
    if (c.state != CaseState::Draft && c.state != CaseState::Signed)
        return fail(codes::closed, std::string(nameOf(c.state)));
    return {};
}

/// Answers that somebody else gave meanwhile are never replaced or signed unseen.
Result<void> mustBeBasedOn(const Case& c, const std::optional<base::Ulid>& basedOn) {
    if (basedOn && *basedOn != c.answersKey.value_or(base::Ulid()))
        return fail(codes::answersChanged);
    return {};
}

/// Changes one case by one body; the case is given as a copy, so a failure leaves nothing half done.
struct Applier {
    Case& c;
    const Command& command;

    Result<void> operator()(const SaveAnswers& b) const {
        if (b.answersJson.size() > maxAnswers)
            return fail(codes::answersTooLarge);
        const auto fits = mustBeDraft(c).and_then(
            [&] { return b.answersJson == c.answersJson ? Result<void>() : mustBeBasedOn(c, b.basedOn); });
        return fits.map([&] {
            c.answersJson = b.answersJson;
            c.answersKey = command.key;
        });
    }

    Result<void> operator()(const AttachDocument& b) const {
        if (b.document.sha256.size() != 64)
            return fail(base::codes::invalidArgument, "sha256 of a document");
        return mustNotBeEnded(c).map([&] {
            if (hasDocument(c, b.document.sha256))
                return;
            c.documents.push_back(b.document);
            c.documents.back().proof.reset(); // only a server's own word counts
        });
    }

    Result<void> operator()(const RemoveDocument& b) const {
        if (!hasDocument(c, b.sha256))
            return fail(codes::documentMissing);
        return mustBeDraft(c).map(
            [&] { std::erase_if(c.documents, [&](const auto& d) { return d.sha256 == b.sha256; }); });
    }

    Result<void> operator()(const SignCase& b) const {
        if (!hasDocument(c, b.documentSha256))
            return fail(codes::documentMissing);
        return mustBeDraft(c).and_then([&] { return mustBeBasedOn(c, b.basedOn); }).map([&] {
            c.signedBy = b.method;
            c.state = CaseState::Signed;
        });
    }

    Result<void> operator()(const IssueInvoice& b) const {
        if (c.invoice && c.invoice->id != b.invoice.id)
            return fail(codes::closed, "a second invoice");
        if (c.invoice && *c.invoice != b.invoice && !payments::mayPayAgain(c.payments))
            return fail(codes::feePaid);
        return mustNotBeEnded(c).map([&] { c.invoice = b.invoice; });
    }

    /// Allowed in every state: what a terminal did is a fact, also after the case was submitted.
    Result<void> operator()(const RecordPayment& b) const {
        if (!c.invoice || c.invoice->id != b.payment.invoiceId)
            return fail(codes::invoiceMissing);
        auto known = std::find_if(c.payments.begin(), c.payments.end(),
                                  [&](const auto& p) { return p.id == b.payment.id; });
        // One that is known keeps its amount also when the fee was chosen anew after it.
        const auto due = known == c.payments.end() ? c.invoice->amount : known->amount;
        if (b.payment.amount != due)
            return fail(codes::wrongAmount);
        if (known == c.payments.end()) {
            if (!payments::mayPayAgain(c.payments))
                return fail(codes::paidTwice);
            c.payments.push_back(b.payment);
            return {};
        }
        if (known->state != b.payment.state && !payments::mayReach(known->state, b.payment.state))
            return fail(base::codes::invalidArgument, "payment state");
        *known = b.payment;
        return {};
    }

    Result<void> operator()(const SubmitCase& b) const {
        if (c.state == CaseState::Draft)
            return fail(codes::notSigned);
        if (c.state != CaseState::Signed)
            return fail(codes::closed, std::string(nameOf(c.state)));
        if (!c.invoice)
            return fail(codes::invoiceMissing);
        c.state = CaseState::Submitted;
        c.delivery = b.delivery;
        c.stepTimes = b.stepTimes;
        c.submittedAt = command.at;
        return {};
    }

    Result<void> operator()(const WithdrawCase&) const {
        if (hasUnresolvedPayment(c))
            return fail(codes::paymentOpen);
        return mustNotBeEnded(c).map([&] { c.state = CaseState::Withdrawn; });
    }

    template<typename Other>
    Result<void> operator()(const Other&) const {
        return fail(base::codes::internal, "not a case command");
    }
};

Result<Case> opened(const OpenCase& b, const Command& command) {
    if (b.identityLevel == clients::IdentityLevel::None)
        return fail(codes::notIdentified);
    Case c{.id = command.stream,
           .contactId = b.contactId,
           .number = b.number,
           .client = b.client,
           .actingFor = b.actingFor,
           .identityLevel = b.identityLevel,
           .legalBasis = b.legalBasis,
           .channel = b.channel,
           .place = command.place,
           .device = command.device,
           .clerk = command.clerk,
           .lifeEventId = b.lifeEventId,
           .serviceId = b.serviceId,
           .serviceVersion = b.serviceVersion,
           .institution = b.institution,
           .formId = b.formId,
           .formVersion = b.formVersion,
           .openedAt = command.at};
    return c;
}

void record(Case& c, const Command& command) {
    c.version += 1;
    c.history.push_back(
        {std::string(typeOf(command.body)), command.at, command.clerk, command.place, command.key});
}

} // namespace

std::string_view typeOf(const CommandBody& body) {
    return types[body.index()];
}

bool isCaseCommand(const CommandBody& body) {
    return typeOf(body).starts_with("case.");
}

Result<Case> apply(const std::optional<Case>& before, const Command& command) {
    if (const auto* open = std::get_if<OpenCase>(&command.body)) {
        if (before)
            return fail(codes::alreadyOpen);
        auto c = opened(*open, command);
        if (c)
            record(*c, command);
        return c;
    }
    if (!before)
        return fail(codes::notOpen);
    Case after = *before;
    const auto done = std::visit(Applier{after, command}, command.body);
    if (!done)
        return fail(done.error());
    record(after, command);
    return after;
}

} // namespace vienlogs::domain::cases
