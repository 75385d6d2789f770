// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes from a status service or for a trusted list: the first byte chooses what they are taken for.
#include "certificates_for_trust.h"
#include "vienlogs/trust/crl.h"
#include "vienlogs/trust/trusted_list.h"
#include "vienlogs/trust/xml.h"

using namespace vienlogs;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    static const auto certificates = fuzz::certificatesForTrust();
    const base::Bytes bytes(data + 1, data + size);
    const trust::RevocationRules rules{base::Timestamp(std::chrono::hours(24 * 365 * 57))};
    switch (data[0] % 4) {
    case 0:
        if (trust::checkOcsp(bytes, certificates.leaf, certificates.issuer, rules))
            __builtin_trap(); // nobody has signed anything
        static_cast<void>(trust::responderOf(bytes, certificates.issuer));
        break;
    case 1:
        if (trust::checkCrl(bytes, certificates.leaf, certificates.issuer, rules))
            __builtin_trap();
        break;
    case 2:
        if (trust::readTrustedList(bytes, {certificates.issuer}))
            __builtin_trap();
        break;
    default:
        static_cast<void>(trust::ocspAddressOf(bytes));
        static_cast<void>(trust::crlAddressOf(bytes));
        static_cast<void>(trust::listingOf({}, bytes, rules.now));
    }
    return 0;
}
