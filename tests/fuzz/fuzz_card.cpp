// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes from a card: read as TLV, as each of its directories, and as a certificate with its holder.
#include "vienlogs/card/certificate.h"
#include "vienlogs/card/pkcs15.h"

using namespace vienlogs;
using namespace vienlogs::card;

namespace {

void walk(ByteView bytes, int depth) {
    TlvReader reader(bytes);
    while (const auto element = reader.next()) {
        if (element->value.data() < bytes.data() ||
            element->value.data() + element->value.size() > bytes.data() + bytes.size())
            __builtin_trap();
        if (depth < 8)
            walk(element->value, depth + 1);
        static_cast<void>(unsignedOf(element->value));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    walk(bytes, 0);
    static_cast<void>(derLength(bytes));
    static_cast<void>(pkcs15::readObjectDirectory(bytes));
    static_cast<void>(pkcs15::readPrivateKeys(bytes));
    static_cast<void>(pkcs15::readCertificates(bytes));
    static_cast<void>(pkcs15::readPins(bytes));
    static_cast<void>(pkcs15::readAlgorithms(bytes));
    if (const auto certificate = parseCertificate({data, data + size})) {
        if (base::Identifier::parse(certificate->holder.toString()) != certificate->holder)
            __builtin_trap();
        static_cast<void>(verifySignature(*certificate, {data, data + size}, base::Bytes(96, 1)));
    }
    return 0;
}
