// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/fee_book.h"

#include "vienlogs/catalogue/fees.h"

namespace vienlogs::server::app {

base::Result<FeeBook> FeeBook::of(const ReferenceData& reference) {
    std::map<std::string, std::string> files;
    bool any = false;
    for (const auto& item : reference.manifest().items) {
        auto text = reference.item(item.sha256);
        if (!text)
            return base::fail(text.error());
        any = any || item.name.starts_with("catalogue/");
        files.emplace(item.name, *std::move(text));
    }
    FeeBook book;
    if (!any)
        return book;
    auto catalogue = catalogue::loadCatalogue(files);
    if (!catalogue)
        return base::fail(catalogue.error());
    book.catalogue_.emplace(*std::move(catalogue));
    return book;
}

FeeBook::Verdict FeeBook::judge(const domain::cases::Case& theCase,
                                const domain::cases::Invoice& invoice) const {
    const auto service =
        catalogue_
            ? catalogue_->service(theCase.serviceId)
            : base::Result<const catalogue::PublicService*>(base::fail(catalogue::codes::unknownService));
    const auto channel = catalogue::channelFrom(theCase.channel);
    if (!service || (*service)->version != theCase.serviceVersion)
        return Verdict::NotKnown;
    if (!channel)
        return Verdict::Wrong;
    if (!invoice.fee) // a service without prices there is free
        return invoice.amount.isZero() && !catalogue::usualFee(**service, *channel) ? Verdict::Right
                                                                                    : Verdict::Wrong;
    const auto fee = catalogue::feeFor(**service, *channel, {invoice.fee->costId, invoice.fee->proofId});
    if (!fee || fee->amount != invoice.amount)
        return Verdict::Wrong;
    const domain::cases::InvoiceFee said{fee->choice.costId, fee->choice.proofId, fee->label.lv, fee->urgency,
                                         fee->legalBasis,    fee->ground.lv,      fee->proof.lv};
    return said == *invoice.fee ? Verdict::Right : Verdict::Wrong;
}

} // namespace vienlogs::server::app
