// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>

#include "options.h"
#include "remote_log.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/http/http_server.h"

namespace vienlogs::server {

/// The whole server, wired by hand in the only place that knows all parts.
class Composition {
public:
    /// `remote` may be null; its figures are shown.
    [[nodiscard]] static base::Result<std::unique_ptr<Composition>>
    make(const Options& options, const base::Clock& clock, http::Log& log, const RemoteLog* remote);
    ~Composition();
    /// Reads the whole store and checks its sums.
    [[nodiscard]] base::Result<void> check();
    /// Serves from now on. `moved` is told, on another thread, when the store was moved elsewhere: everything
    /// has to be made anew then.
    [[nodiscard]] base::Result<void> listen(std::function<void()> moved);
    [[nodiscard]] std::string address() const;
    /// Removes ended sessions and the like; to be called now and then.
    void tidy();
    void stop();

private:
    struct Parts;
    explicit Composition(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace vienlogs::server
