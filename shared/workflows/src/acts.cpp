// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/acts.h"

#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

Acts::Acts(StoreAccess& store, const base::Clock& clock, std::string place, std::string device,
           QObject* parent)
    : QObject(parent), store_(store), clock_(clock), place_(std::move(place)), device_(std::move(device)) {}

domain::cases::Command Acts::command(base::Ulid stream, domain::cases::CommandBody body) const {
    return {.key = newId(),
            .stream = stream,
            .device = device_,
            .clerk = clerk_,
            .place = place_,
            .at = clock_.now(),
            .body = std::move(body)};
}

void Acts::record(QObject* context, base::Ulid stream, domain::cases::CommandBody body, Done done) {
    store_.run(
        context,
        [made = command(stream, std::move(body))](ports::LocalStore& store) { return store.record(made); },
        std::move(done));
}

} // namespace vienlogs::workflows
