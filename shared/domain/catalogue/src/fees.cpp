// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/catalogue/fees.h"

#include <algorithm>

namespace vienlogs::catalogue {

namespace {

std::string textOf(const LegalBasis& basis) {
    return basis.article.empty() ? basis.act : basis.act + ", " + basis.article;
}

base::Result<Fee> withProof(Fee fee, const Cost& cost) {
    if (!cost.relief)
        return fee.choice.proofId.empty() ? base::Result<Fee>(fee)
                                          : base::fail(codes::feeNotOffered, "a proof without a relief");
    const auto& proofs = cost.relief->proofs;
    const auto proof = std::find_if(proofs.begin(), proofs.end(),
                                    [&](const NamedThing& each) { return each.id == fee.choice.proofId; });
    if (proof == proofs.end())
        return base::fail(codes::feeNotOffered, "no proof of the relief");
    fee.ground = cost.relief->ground;
    fee.proof = proof->name;
    return fee;
}

} // namespace

std::optional<FeeChoice> usualFee(const PublicService& service, Channel channel) {
    for (const auto* cost : service.costsIn(channel))
        if (!cost->relief)
            return FeeChoice{cost->id, {}};
    return std::nullopt;
}

base::Result<Fee> feeFor(const PublicService& service, Channel channel, const FeeChoice& choice) {
    const auto* cost = service.cost(choice.costId);
    if (!cost || (cost->channel && *cost->channel != channel))
        return base::fail(codes::feeNotOffered, "no such price in this channel");
    Fee fee{.choice = choice, .amount = cost->amount, .label = cost->label, .urgency = cost->urgency};
    if (cost->legalBasis)
        fee.legalBasis = textOf(*cost->legalBasis);
    else if (!service.legalBasis.empty())
        fee.legalBasis = textOf(service.legalBasis.front());
    return withProof(std::move(fee), *cost);
}

} // namespace vienlogs::catalogue
