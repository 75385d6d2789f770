// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "options.h"
#include "vienlogs/trust/revocation_service.h"
#include "vienlogs/web/curl_client.h"

namespace vienlogs::server {

/// Word on revoked cards, as the options say.
class CardRevocation {
public:
    CardRevocation(const Options& options, const base::Clock& clock);
    /// Null when nobody is to be asked.
    [[nodiscard]] ports::Revocation* port() { return wanted_ ? &service_ : nullptr; }

private:
    bool wanted_;
    web::CurlClient web_;
    trust::RevocationService service_;
};

} // namespace vienlogs::server
