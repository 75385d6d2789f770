// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "task.h"

namespace vienlogs::sync {

/// Sends blobs, then commands, in their order. The server lets a command wait whose blob it lacks, and the
/// later ones of its stream; all others go on.
class OutboxTask final : public Task {
    Q_OBJECT
public:
    using Task::Task;

Q_SIGNALS:
    /// The server knows later commands of this device than the device itself: its store is new, was restored
    /// or is used twice.
    void fellBehind();
    /// Commands were answered in another epoch of the server than that of the changes taken last.
    void otherEpoch();
    void commandAnswered(vienlogs::base::Ulid key, vienlogs::ports::OutboxState state);
    /// These streams have other pictures now.
    void streamsChanged(const std::vector<vienlogs::base::Ulid>& ids);
    /// The outbox holds something else than before.
    void moved();

private:
    using Batch = std::vector<domain::cases::Command>;
    using Results = std::vector<contract::CommandResult>;
    struct Plan {
        std::vector<ports::LocalStore::BlobToSend> blobs;
        std::vector<Batch> batches;
    };
    [[nodiscard]] static base::Result<Plan> planOf(ports::LocalStore& store);

    void run() override;
    void nextBlob();
    void nextPiece(const contract::BlobState& state, int previous);
    /// One blob cannot be sent now; the others can.
    void passOver(const base::Failure& why);
    void nextBatch();
    void post(const Batch& batch);
    /// The store took the answers.
    void taken(const Results& results);
    void tell(const Batch& batch, const Results& results);
    void finish();

    Plan plan_;
    std::size_t blob_ = 0;
    std::size_t batch_ = 0;
    bool anyDecided_ = false;
    bool anyOpen_ = false;
    std::optional<base::Failure> passedOver_;
};

} // namespace vienlogs::sync
