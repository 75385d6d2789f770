// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>

#include "desk.h"
#include "plan.h"

namespace vienlogs::simulation {

/// Folders from which every history begins, made once: opening costs less than making.
class Templates {
public:
    explicit Templates(const std::filesystem::path& folder);
    [[nodiscard]] const std::filesystem::path& server() const { return server_; }
    [[nodiscard]] std::filesystem::path desk(const std::string& device) const { return folder_ / device; }
    [[nodiscard]] const store::StoreKey& key() const { return *key_; }
    static constexpr int maxDesks = 3;
    [[nodiscard]] static std::string device(int number) { return "CES-0" + std::to_string(number + 1); }

private:
    std::filesystem::path folder_;
    std::filesystem::path server_;
    std::unique_ptr<store::StoreKey> key_;
};

/// One invented history, everything in it following from its plan.
class History {
public:
    History(const Plan& plan, const Templates& templates, const std::filesystem::path& folder,
            bool keepTrace);
    ~History();

    /// Lives it, mends everything, waits for rest. Empty when nothing was lost, doubled or stuck and all are
    /// equal; else what is wrong.
    [[nodiscard]] std::string run();
    [[nodiscard]] const Trace& trace() const { return world_.trace; }
    [[nodiscard]] std::size_t recorded() const { return told_.size(); }

private:
    void take(const Step& step);
    void deskStep(Desk& desk, const Step& step);
    void serverStep(const Step& step);
    void act(Desk& desk, std::uint32_t dice);
    void record(Desk& desk, base::Ulid stream, domain::cases::CommandBody body);
    void recordContact(Desk& desk, std::uint32_t dice);
    void attach(Desk& desk, base::Ulid stream);
    void copyDesk(Desk& desk);
    void restoreDesk(Desk& desk);
    void cloneDesk(Desk& desk);
    /// What the desk's store does not know (any more) is gone with the store that knew it.
    [[nodiscard]] bool sameCases(const std::map<base::Ulid, domain::cases::Case>& there, Desk& desk);
    [[nodiscard]] bool isForgiven(base::Ulid theCase);
    [[nodiscard]] std::set<base::Ulid> refusedAnywhere();
    void forgive();
    void addDesk(const std::string& name, const std::string& device, const std::filesystem::path& from);
    void mend();
    [[nodiscard]] bool atRest();
    [[nodiscard]] std::string judge();

    World world_;
    const Templates& templates_;
    std::filesystem::path folder_;
    Plan plan_;
    Server server_;
    std::vector<std::unique_ptr<Desk>> desks_;
    std::set<base::Ulid> tried_; ///< Commands that some desk may know.
    /// Those that a clerk was told are stored, with the device of the desk that keeps them.
    std::map<base::Ulid, std::string> told_;
    std::set<base::Ulid> forgiven_;
    std::map<std::string, base::Bytes> blobs_;
    std::map<std::string, std::vector<base::Ulid>> contacts_; ///< By device.
    std::map<base::Ulid, domain::cases::Command> commands_;
};

} // namespace vienlogs::simulation
