// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/catalogue/public_service.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace vienlogs::catalogue {
namespace {

constexpr std::array<std::pair<Channel, std::string_view>, 6> channelCodes{
    {{Channel::Desk, "desk"},
     {Channel::Online, "online"},
     {Channel::Phone, "phone"},
     {Channel::Kiosk, "kiosk"},
     {Channel::Post, "post"},
     {Channel::Institution, "institution"}}};
constexpr std::array<std::pair<IdentityLevel, std::string_view>, 6> levelCodes{
    {{IdentityLevel::None, "none"},
     {IdentityLevel::QuestionsAnswered, "questions-answered"},
     {IdentityLevel::DocumentSeen, "document-seen"},
     {IdentityLevel::CardPresent, "card-present"},
     {IdentityLevel::CertificateValid, "certificate-valid"},
     {IdentityLevel::PinProved, "pin-proved"}}};
constexpr std::array<std::pair<Audience, std::string_view>, 3> audienceCodes{
    {{Audience::Persons, "persons"},
     {Audience::Businesses, "businesses"},
     {Audience::Everybody, "everybody"}}};

template<typename Value>
std::string_view codeIn(std::span<const std::pair<Value, std::string_view>> codes, Value value) {
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const auto& row) { return row.first == value; });
    return found == codes.end() ? std::string_view() : found->second;
}

template<typename Value>
std::optional<Value> valueIn(std::span<const std::pair<Value, std::string_view>> codes,
                             std::string_view code) {
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const auto& row) { return row.second == code; });
    return found == codes.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

std::string_view codeOf(Channel channel) {
    return codeIn<Channel>(channelCodes, channel);
}
std::string_view codeOf(IdentityLevel level) {
    return codeIn<IdentityLevel>(levelCodes, level);
}
std::string_view codeOf(Audience audience) {
    return codeIn<Audience>(audienceCodes, audience);
}
std::optional<Channel> channelFrom(std::string_view code) {
    return valueIn<Channel>(channelCodes, code);
}
std::optional<IdentityLevel> identityLevelFrom(std::string_view code) {
    return valueIn<IdentityLevel>(levelCodes, code);
}
std::optional<Audience> audienceFrom(std::string_view code) {
    return valueIn<Audience>(audienceCodes, code);
}

bool PublicService::offeredBy(Channel channel) const {
    return std::find(channels.begin(), channels.end(), channel) != channels.end();
}

std::vector<const Cost*> PublicService::costsIn(Channel channel) const {
    std::vector<const Cost*> found;
    for (const auto& one : costs)
        if (!one.channel || *one.channel == channel)
            found.push_back(&one);
    return found;
}

const Cost* PublicService::cost(std::string_view costId) const {
    const auto found =
        std::find_if(costs.begin(), costs.end(), [&](const Cost& one) { return one.id == costId; });
    return found == costs.end() ? nullptr : &*found;
}

bool PublicService::free() const {
    return std::all_of(costs.begin(), costs.end(), [](const Cost& one) { return one.amount.isZero(); });
}

} // namespace vienlogs::catalogue
