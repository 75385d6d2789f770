// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/registers.h"

namespace vienlogs::server::app {

base::Result<contract::RegisterAnswer> Registers::look(const RegisterLook& look) const {
    const auto& request = look.request;
    auto entry = entryOf(look.actor, "register." + request.registerId + "." + request.operation);
    entry.purpose = request.purpose;
    entry.legalBasis = request.legalBasis;
    entry.object = request.contactId;
    entry.result = "asked";
    return port_.look(look, [&](const std::string& subject) {
        entry.subject = subject;
        return audit_.record(entry);
    });
}

} // namespace vienlogs::server::app
