// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <span>

#include "vienlogs/verify/judge.h"

namespace vienlogs::verify {

/// Validates ASiC-E containers (.asice, .edoc; ETSI EN 319 162-1) with XAdES signatures: every file is
/// unpacked once, in constant memory. Blocking, may ask the network through `trust`; may be used by several
/// threads when what `trust` points to may.
class Validator {
public:
    explicit Validator(Trust trust) : judge_(std::move(trust)) {}
    /// A report also of signatures that do not hold. A failure only when there is nothing to report on:
    /// VL-VERIFY-0001 unreadable, VL-VERIFY-0002 built to mislead, VL-VERIFY-0003 too large (10 000 files,
    /// 4 GiB, 50 signatures in each of 20 files).
    [[nodiscard]] base::Result<ValidationReport> validate(const std::filesystem::path& file,
                                                          base::Timestamp now) const;
    [[nodiscard]] base::Result<ValidationReport> validate(std::span<const std::uint8_t> container,
                                                          base::Timestamp now) const;

private:
    Judge judge_;
};

} // namespace vienlogs::verify
