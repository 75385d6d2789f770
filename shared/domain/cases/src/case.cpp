// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/cases/case.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "vienlogs/base/names.h"

namespace vienlogs::domain::cases {

namespace {

constexpr base::Names<CaseState, 7> states{{{CaseState::Draft, "draft"},
                                            {CaseState::Signed, "signed"},
                                            {CaseState::Submitted, "submitted"},
                                            {CaseState::InProgress, "in-progress"},
                                            {CaseState::Completed, "completed"},
                                            {CaseState::Refused, "refused"},
                                            {CaseState::Withdrawn, "withdrawn"}}};
constexpr base::Names<SigningMethod, 2> methods{
    {{SigningMethod::Paper, "paper"}, {SigningMethod::Card, "card"}}};
constexpr base::Names<DeliveryWay, 5> ways{{{DeliveryWay::EAccount, "e-account"},
                                            {DeliveryWay::EAddress, "e-address"},
                                            {DeliveryWay::Post, "post"},
                                            {DeliveryWay::Desk, "desk"},
                                            {DeliveryWay::Voice, "voice"}}};
constexpr base::Names<Document::Kind, 6> kinds{{{Document::Kind::Application, "application"},
                                                {Document::Kind::SignedScan, "signed-scan"},
                                                {Document::Kind::SignedContainer, "signed-container"},
                                                {Document::Kind::Evidence, "evidence"},
                                                {Document::Kind::Invoice, "invoice"},
                                                {Document::Kind::Receipt, "receipt"}}};
constexpr base::Names<SignatureLevel, 3> levels{
    {{SignatureLevel::B, "B"}, {SignatureLevel::T, "T"}, {SignatureLevel::LT, "LT"}}};

using payments::PaymentState;

constexpr std::size_t idLetters = 4;

} // namespace

std::string_view nameOf(CaseState state) {
    return base::nameIn(states, state);
}
std::string_view nameOf(SigningMethod method) {
    return base::nameIn(methods, method);
}
std::string_view nameOf(DeliveryWay way) {
    return base::nameIn(ways, way);
}
std::string_view nameOf(Document::Kind kind) {
    return base::nameIn(kinds, kind);
}
std::string_view nameOf(SignatureLevel level) {
    return base::nameIn(levels, level);
}
std::optional<CaseState> caseStateFrom(std::string_view name) {
    return base::valueIn(states, name);
}
std::optional<SigningMethod> signingMethodFrom(std::string_view name) {
    return base::valueIn(methods, name);
}
std::optional<DeliveryWay> deliveryWayFrom(std::string_view name) {
    return base::valueIn(ways, name);
}
std::optional<Document::Kind> documentKindFrom(std::string_view name) {
    return base::valueIn(kinds, name);
}
std::optional<SignatureLevel> signatureLevelFrom(std::string_view name) {
    return base::valueIn(levels, name);
}

std::string makeNumber(std::string_view place, std::string_view device, std::int64_t sequence,
                       base::Timestamp at, base::Ulid id) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    std::array<char, 32> middle{};
    std::snprintf(middle.data(), middle.size(), "-%02d-%06lld-", year % 100,
                  static_cast<long long>(sequence));
    const auto random = id.toString();
    return std::string(place)
        .append("-")
        .append(device)
        .append(middle.data())
        .append(random.substr(random.size() - idLetters));
}

std::int64_t sequenceIn(std::string_view number) {
    const auto last = number.find_last_of('-');
    const auto before = last == std::string_view::npos ? last : number.find_last_of('-', last - 1);
    if (last == 0 || before == std::string_view::npos)
        return 0;
    std::int64_t sequence = 0;
    std::from_chars(number.data() + before + 1, number.data() + last, sequence);
    return sequence;
}

base::Money paid(const Case& theCase) {
    base::Money sum;
    for (const auto& payment : theCase.payments)
        if (payment.state == PaymentState::Captured || payment.state == PaymentState::Confirmed)
            sum = sum + payment.amount;
    return sum;
}

std::optional<SignatureLevel> signatureLevel(const Case& theCase) {
    std::optional<SignatureLevel> lowest;
    for (const auto& document : theCase.documents) {
        if (document.kind != Document::Kind::SignedContainer)
            continue;
        const auto level = document.proof ? document.proof->level : SignatureLevel::B;
        lowest = std::min(level, lowest.value_or(level));
    }
    return lowest;
}

bool waitsForProof(const Document& document) {
    return document.kind == Document::Kind::SignedContainer &&
           (!document.proof ||
            (document.proof->level < SignatureLevel::LT && document.proof->stopped.empty()));
}

std::optional<Case> withProof(Case theCase, const std::string& sha256, const SignatureProof& proof) {
    const auto found = std::find_if(theCase.documents.begin(), theCase.documents.end(),
                                    [&](const auto& d) { return d.sha256 == sha256 && waitsForProof(d); });
    if (found == theCase.documents.end())
        return std::nullopt;
    const auto before = found->proof ? found->proof->level : SignatureLevel::B;
    if (proof.level < before || (proof.level == before && proof.stopped.empty()))
        return std::nullopt;
    found->proof = proof;
    theCase.version += 1;
    return theCase;
}

bool hasUnresolvedPayment(const Case& theCase) {
    return std::any_of(theCase.payments.begin(), theCase.payments.end(), [](const auto& payment) {
        return payment.state != PaymentState::Intended && payments::isUnresolved(payment.state);
    });
}

} // namespace vienlogs::domain::cases
