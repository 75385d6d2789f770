// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/timestamp/question.h"

struct x509_st;

namespace vienlogs::timestamp {

/// A time stamp that was checked.
struct Stamp {
    base::Bytes token; ///< DER of the token (CMS SignedData), to be kept.
    base::Timestamp at;
};

/// Who made a time stamp, in DER.
struct Stamper {
    base::Bytes certificate;
    base::Bytes issuer; ///< A root itself when the token brings none between.
};

/// Whose time stamps are believed: the certificates that a chain must end at.
class Authority {
public:
    /// One PEM after the other. VL-TSA-0003, naming the file that they are of, when none can be read.
    [[nodiscard]] static base::Result<Authority> fromPem(const std::string& pems, const std::string& file);

    /// What a service answered to a question, now. VL-TSA-0002 says what does not hold.
    [[nodiscard]] base::Result<Stamp> check(const Question& question, const base::Bytes& answer,
                                            base::Timestamp now) const;
    /// A token that was kept, over this text; the time that it proves. VL-TSA-0002.
    [[nodiscard]] base::Result<base::Timestamp> verify(std::string_view text, const base::Bytes& token) const;
    /// Who signed a token that was checked, so that a revocation service can be asked. VL-TSA-0002.
    [[nodiscard]] base::Result<Stamper> stamperOf(const base::Bytes& token) const;

private:
    std::vector<std::shared_ptr<x509_st>> roots_;
};

} // namespace vienlogs::timestamp
