// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/domain/cases/case.h"
#include "vienlogs/server/app/reference_data.h"

namespace vienlogs::server::app {

/// What services cost, by the same rule the desks use; a desk's amount is never trusted.
class FeeBook {
public:
    /// What was found about an invoice.
    enum class Verdict {
        Right,
        Wrong,
        NotKnown, ///< Of a version of the service that is not distributed any more, or no catalogue is.
    };

    /// Nothing to hold invoices against.
    FeeBook() = default;
    /// The catalogue among the distributed files; VL-FORM-0030 when it does not hold.
    [[nodiscard]] static base::Result<FeeBook> of(const ReferenceData& reference);

    /// Holds amount, choice and words of an invoice against the service of its case.
    [[nodiscard]] Verdict judge(const domain::cases::Case& theCase,
                                const domain::cases::Invoice& invoice) const;

private:
    std::optional<catalogue::Catalogue> catalogue_;
};

} // namespace vienlogs::server::app
