// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <functional>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/domain/cases/commands.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// Writes down what is done at this desk, by whom and where, before anything else happens with it.
class Acts final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(base::Result<domain::cases::Command>)>;

    Acts(StoreAccess& store, const base::Clock& clock, std::string place, std::string device,
         QObject* parent = nullptr);

    /// Who acts from now on: the personnel number of the session.
    void setClerk(std::string clerkId) { clerk_ = std::move(clerkId); }
    [[nodiscard]] const std::string& clerk() const { return clerk_; }
    [[nodiscard]] const std::string& place() const { return place_; }
    [[nodiscard]] const std::string& device() const { return device_; }
    [[nodiscard]] const base::Clock& clock() const { return clock_; }
    [[nodiscard]] StoreAccess& store() { return store_; }
    [[nodiscard]] base::Ulid newId() const { return base::Ulid::make(clock_); }

    /// A command of this desk with a key of its own; the store gives it its sequence.
    [[nodiscard]] domain::cases::Command command(base::Ulid stream, domain::cases::CommandBody body) const;
    /// Makes and stores one; `done` when it is durable.
    void record(QObject* context, base::Ulid stream, domain::cases::CommandBody body, Done done);

private:
    StoreAccess& store_;
    const base::Clock& clock_;
    std::string place_;
    std::string device_;
    std::string clerk_;
};

} // namespace vienlogs::workflows
