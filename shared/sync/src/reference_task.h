// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "task.h"

namespace vienlogs::sync {

/// Brings the distributed data up to date: only items whose digest is not here are fetched, and all are taken
/// in one transaction.
class ReferenceTask final : public Task {
    Q_OBJECT
public:
    using Task::Task;

Q_SIGNALS:
    void saved(qint64 version);

private:
    void run() override;
    void compare(const contract::ReferenceManifest& here);
    void nextItem();
    void save();

    contract::ReferenceManifest manifest_;
    std::vector<contract::ReferenceItem> missing_;
    std::vector<std::pair<std::string, std::string>> fetched_;
};

} // namespace vienlogs::sync
