// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <winscard.h>

#include <string>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::pcsc {

/// What a PC/SC status means to us, when it prevented `what`.
[[nodiscard]] base::Failure failureOf(LONG status, const char* what);

/// One connection to the PC/SC service; closed with this object.
class Context {
public:
    [[nodiscard]] static base::Result<Context> establish();
    ~Context();
    Context(Context&& other) noexcept;
    Context& operator=(Context&&) = delete;

    [[nodiscard]] SCARDCONTEXT handle() const { return handle_; }
    /// Names of all readers; none is no failure.
    [[nodiscard]] base::Result<std::vector<std::string>> readerNames() const;

private:
    explicit Context(SCARDCONTEXT handle) : handle_(handle) {}
    SCARDCONTEXT handle_ = 0;
};

} // namespace vienlogs::pcsc
