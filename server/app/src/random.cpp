// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "random.h"

#include <openssl/rand.h>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::server::app {

base::Result<base::Bytes> randomBytes(std::size_t count) {
    base::Bytes bytes(count);
    if (RAND_bytes(bytes.data(), static_cast<int>(count)) != 1)
        return base::fail(base::codes::internal, "RAND_bytes");
    return bytes;
}

} // namespace vienlogs::server::app
