// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct TS_req_st;

namespace vienlogs::timestamp {

/// A question for a time stamp over the SHA-256 of a text, with a nonce, asking for the certificate.
class Question {
public:
    /// `policy` is the object identifier that the service is to work by ("1.3.6.1…"); empty for its own.
    /// VL-BASE-0002 when it is none.
    [[nodiscard]] static base::Result<Question> make(std::string_view text, const std::string& policy = {});
    /// What goes to the service, as application/timestamp-query.
    [[nodiscard]] const base::Bytes& der() const { return der_; }

private:
    friend class Authority;
    std::shared_ptr<TS_req_st> request_;
    base::Bytes der_;
};

} // namespace vienlogs::timestamp
