// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "list_service.h"
#include "revoked.h"
#include "stamp_service.h"
#include "status_service.h"
#include "vienlogs/standin/web.h"

namespace vienlogs::trust_standin {

/// What the stand-in is given instead of making it.
struct DeskSettings {
    std::optional<Identity> cards; ///< An authority that it answers for as well.
    std::optional<Identity> listOperator;
};

/// All services of the provider, by the path of a call.
class Desk {
public:
    explicit Desk(const DeskSettings& settings);
    [[nodiscard]] std::optional<standin::Answer> answer(const standin::Call& call);
    [[nodiscard]] std::string authorityPem() const { return stamps_.authorityPem(); }
    [[nodiscard]] std::string operatorPem() const { return lists_.operatorPem(); }
    /// Ends every silence.
    void close();

private:
    [[nodiscard]] standin::Answer control(const standin::Call& call);
    [[nodiscard]] std::optional<standin::Answer> crl(const std::string& path);

    StampControls controls_;
    StampService stamps_;
    Revoked revoked_;
    StatusService status_;
    ListService lists_;
};

} // namespace vienlogs::trust_standin
