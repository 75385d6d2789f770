// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "server.h"

#include "names.h"

namespace vienlogs::simulation {

namespace fs = std::filesystem;
namespace app = server::app;

void Server::prepare(const fs::path& folder, const std::vector<std::string>& devices) {
    const app::DataFolder data{folder};
    fs::create_directories(data.blobs());
    const auto store = app::openStore(data);
    const auto written = (*store)->write([&](server::store::Transaction& t) -> base::Result<void> {
        auto done = t.directory().savePlace({place, "Cēsis"}).and_then([&] {
            return t.directory().saveClerk({clerk,
                                            *base::Identifier::parse("PNOLV-010181-15098"),
                                            "Līga",
                                            "CES",
                                            {"clerk"},
                                            std::nullopt});
        });
        for (const auto& device : devices)
            if (done)
                done = t.directory().saveDevice({device, device, place, std::nullopt});
        return done;
    });
    if (!written || !app::openAuditKey(data) || !data.keyring().rawKey("blobs.key"))
        std::abort();
}

bool Server::open() {
    const auto opened = openUseCases();
    if (!opened)
        say(opened.error().code.text);
    return opened.has_value();
}

base::Result<void> Server::openUseCases() {
    auto store = app::openStore(data_);
    if (!store)
        return base::fail(store.error());
    auto auditKey = app::openAuditKey(data_);
    auto blobKey = data_.keyring().rawKey("blobs.key");
    if (!auditKey || !blobKey)
        return base::fail(auditKey ? blobKey.error() : auditKey.error());
    auto epoch = app::beginEpoch(data_, **store, *clock);
    if (!epoch)
        return base::fail(epoch.error());
    const auto changed = [this] {
        for (auto& follower : followers_) {
            world.scheduler.cancel(follower.deadline);
            later(Milliseconds(1), std::move(follower.look));
        }
        followers_.clear();
    };
    useCases_.reset(new UseCases{.store = std::move(*store),
                                 .auditKey = std::move(*auditKey),
                                 .blobKey = std::move(*blobKey),
                                 .epoch = std::move(*epoch),
                                 .data = data_,
                                 .clock = *clock,
                                 .changed = changed});
    return {};
}

void Server::close() {
    followers_.clear();
    useCases_.reset();
}

void Server::whenChanged(Milliseconds atLatest, std::function<void()> look) {
    followers_.push_front({std::move(look), {}});
    const auto follower = followers_.begin();
    follower->deadline = later(atLatest, [this, follower] {
        const auto due = std::move(follower->look);
        followers_.erase(follower);
        due();
    });
}

bool Server::hasBackup() const {
    std::error_code ignored;
    return fs::exists(folder() / "backup.db", ignored);
}

bool Server::backUp() {
    bool done = false;
    run([&] {
        const auto unfinished = folder() / "backup.new";
        for (const auto* end : {"", "-wal", "-shm"})
            fs::remove(fs::path(unfinished) += end);
        if (!app::backUp(data_, *useCases_->store, unfinished))
            return;
        fs::rename(unfinished, folder() / "backup.db");
        fs::remove_all(folder() / "backup-blobs");
        fs::copy(data_.blobs(), folder() / "backup-blobs", fs::copy_options::recursive);
        done = true;
    });
    return done;
}

void Server::restore(bool blobsToo) {
    turnOff();
    for (const auto* end : {"-wal", "-shm"})
        fs::remove(data_.storeFile() += end);
    fs::copy_file(folder() / "backup.db", data_.storeFile(), fs::copy_options::overwrite_existing);
    if (!blobsToo)
        return;
    fs::remove_all(data_.blobs());
    fs::copy(folder() / "backup-blobs", data_.blobs(), fs::copy_options::recursive);
}

} // namespace vienlogs::simulation
