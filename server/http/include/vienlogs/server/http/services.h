// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/server/app/act_desk.h"
#include "vienlogs/server/app/audit_stamps.h"
#include "vienlogs/server/app/blobs.h"
#include "vienlogs/server/app/change_feed.h"
#include "vienlogs/server/app/client_records.h"
#include "vienlogs/server/app/command_service.h"
#include "vienlogs/server/app/doorkeeper.h"
#include "vienlogs/server/app/federated_login.h"
#include "vienlogs/server/app/login.h"
#include "vienlogs/server/app/reference_data.h"
#include "vienlogs/server/app/registers.h"
#include "vienlogs/server/app/security_log.h"
#include "vienlogs/server/app/sessions.h"

namespace vienlogs::server::http {

/// A figure of another part, for Prometheus.
struct Figure {
    std::string_view name;
    std::string_view type; ///< "gauge" or "counter"
    std::string_view help;
    double value = 0;
};

/// The use cases that the routes call; all outlive the server.
struct Services {
    const base::Clock& clock;
    store::Store& store;
    const app::Audit& audit;
    app::Doorkeeper& door;
    const app::Login& login;
    const app::FederatedLogin& federated;
    const app::Sessions& sessions;
    app::SecurityLog& security;
    const app::CommandService& commands;
    app::ChangeFeed& feed;
    app::Blobs& blobs;
    const app::ReferenceData& reference;
    const app::Registers& registers;
    const app::ClientRecords& records;
    const app::ActDesk& acts;
    const app::AuditStamper& stamper;
    std::function<std::vector<Figure>()> moreFigures; ///< Of parts that this library does not know.
};

} // namespace vienlogs::server::http
