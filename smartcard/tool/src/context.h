// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "options.h"
#include "vienlogs/card/trust_store.h"
#include "vienlogs/pcsc/pcsc_readers.h"
#include "vienlogs/sign/authorities.h"
#include "vienlogs/trust/revocation_service.h"
#include "vienlogs/trust/time_stamp_service.h"
#include "vienlogs/trust/trusted_list_store.h"
#include "vienlogs/verify/judge.h"
#include "vienlogs/web/curl_client.h"

namespace vienlogs::cardtool {

/// What a command that needs a card works with.
class CardContext {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<CardContext>> make(const Options& options);
    [[nodiscard]] ports::CardReaders& readers() { return readers_; }
    /// The card in the reader that was named, or in the first that has one; VL-CARD-0002, VL-CARD-0019.
    [[nodiscard]] base::Result<std::unique_ptr<ports::CardSession>> open(const Options& options);

private:
    explicit CardContext(card::TrustStore trust) : trust_(std::move(trust)), readers_(trust_, clock_) {}
    base::SystemClock clock_;
    card::TrustStore trust_;
    pcsc::PcscReaders readers_;
};

/// The trust services that the options name; what they do not name is null.
class ServiceContext {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<ServiceContext>> make(const Options& options);
    [[nodiscard]] ports::TimeStamps* timeStamps() { return stamps_.get(); }
    [[nodiscard]] ports::Revocation* revocation() { return revocation_.get(); }
    [[nodiscard]] const sign::Authorities& authorities() const { return all_; }
    [[nodiscard]] verify::Trust trust();

private:
    ServiceContext() = default;
    [[nodiscard]] base::Result<void> load(const Options& options);
    [[nodiscard]] base::Result<void> loadList(const Options& options);
    base::SystemClock clock_;
    web::CurlClient web_;
    sign::Authorities issuers_, stampRoots_, all_;
    std::unique_ptr<trust::RevocationService> revocation_;
    std::unique_ptr<trust::TimeStampService> stamps_;
    std::unique_ptr<trust::TrustedListStore> list_;
};

} // namespace vienlogs::cardtool
