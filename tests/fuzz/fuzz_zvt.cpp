// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes from a terminal: cut into messages, read as fields, as TLV and as receipts.
#include "vienlogs/devices/pos/zvt_fields.h"
#include "vienlogs/devices/pos/zvt_message.h"
#include "vienlogs/devices/pos/zvt_tlv.h"
#include "zvt_receipt_lines.h"

using namespace vienlogs::devices::pos;

namespace {

void read(const ZvtMessage& message) {
    const auto fields = ZvtFields::parse(message.data);
    static_cast<void>(fields.amount());
    static_cast<void>(fields.maskedCardNumber());
    static_cast<void>(fields.ascii(bmp::authorisation));
    static_cast<void>(fields.digits(bmp::traceNumber));
    for (const auto& element : parseTlv(message.data))
        static_cast<void>(parseTlv(element.content));
    ZvtReceiptLines lines(ZvtCharset::Cp437);
    lines.addBlock(message.data);
    lines.addLine(message.data);
    const auto text = lines.take();
    for (const auto& line : text)
        static_cast<void>(fromUtf8(line, ZvtCharset::Iso8859_13));
    ZvtDecoder again;
    again.add(encode(message));
    if (again.next() != message)
        __builtin_trap();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::uint8_t> bytes(data, size);
    ZvtDecoder decoder;
    decoder.add(bytes.first(size / 2));
    while (const auto message = decoder.next())
        read(*message);
    decoder.add(bytes.subspan(size / 2));
    while (const auto message = decoder.next())
        read(*message);
    read({zvt::statusInformation, {bytes.begin(), bytes.end()}});
    return 0;
}
