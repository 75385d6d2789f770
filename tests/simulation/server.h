// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <list>

#include "machine.h"
#include "vienlogs/server/app/blobs.h"
#include "vienlogs/server/app/change_feed.h"
#include "vienlogs/server/app/command_service.h"
#include "vienlogs/server/app/data_folder.h"

namespace vienlogs::simulation {

/// The use cases of one life of the server over its store; what its HTTP layer would call.
struct UseCases {
    std::unique_ptr<server::store::Store> store;
    server::app::AuditKey auditKey;
    base::Secret blobKey;
    std::string epoch;
    const server::app::DataFolder& data;
    const base::Clock& clock;
    std::function<void()> changed;
    server::app::ReferenceData reference{};
    server::app::Audit audit{*store, auditKey, clock};
    server::app::StoreLife life{*store, audit, clock, blobKey, epoch};
    server::app::Blobs blobs{*store, audit, server::app::piecesInFolder(data.blobs()), data.unfinishedBlobs(),
                             std::move(blobKey)};
    server::app::ChangeFeed feed{*store, reference, life};
    server::app::FeeBook fees{};
    server::app::CommandService commands{audit, life, fees, clock, [this](const std::string&) { changed(); }};
};

/// The real server without HTTP: its use cases, store and files.
class Server final : public Machine {
public:
    Server(World& world, const std::filesystem::path& folder)
        : Machine(world, "server", folder), data_{folder} {}
    ~Server() override { turnOff(); }

    /// Makes the folder of a new server that knows the place, the clerk and the devices.
    static void prepare(const std::filesystem::path& folder, const std::vector<std::string>& devices);

    [[nodiscard]] UseCases& useCases() { return *useCases_; }
    /// Calls back when something changed or the time is over, whichever is first.
    void whenChanged(Milliseconds atLatest, std::function<void()> look);

    [[nodiscard]] bool backUp();
    /// The newest backup takes the place of the store, with the blobs as they are now or as they were.
    void restore(bool blobsToo);
    [[nodiscard]] bool hasBackup() const;

protected:
    bool open() override;
    void close() override;

private:
    base::Result<void> openUseCases();
    server::app::DataFolder data_;
    std::unique_ptr<UseCases> useCases_;
    struct Follower {
        std::function<void()> look;
        Scheduler::Ticket deadline;
    };
    std::list<Follower> followers_;
};

} // namespace vienlogs::simulation
