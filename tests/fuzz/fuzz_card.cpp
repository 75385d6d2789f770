// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes from a card: read as TLV, as each of its directories, and as a certificate with its holder; and
// as all that a card answers to all that is asked of it.
#include <filesystem>

#include "vienlogs/card/certificate.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/card/failures.h"
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

/// What the operations below may take together: each at most 400 commands, once more after a reset.
constexpr int mostCommands = 12 * 800;

/// A card that answers with the fuzzer's bytes: of each answer first its length, then its bytes; 9000 or an
/// odd status after them. The bytes at their end, it begins again.
class HostileChannel final : public ApduChannel {
public:
    HostileChannel(ByteView answers, int& commands) : answers_(answers), commands_(commands) {}
    const std::string& reader() const override { return reader_; }
    const base::Bytes& answerToReset() const override { return atr_; }
    base::Result<base::Bytes> transmit(const base::Bytes&) override {
        if (++commands_ > mostCommands)
            __builtin_trap();
        base::Bytes answer(next());
        for (auto& byte : answer)
            byte = next();
        const auto odd = next();
        if (odd < 0xC0)
            answer.insert(answer.end(), {0x90, 0x00});
        else
            answer.insert(answer.end(), {std::uint8_t(odd & 0x0F ? 0x61 : 0x6C), next()});
        return answer;
    }
    bool hasPinPad() const override { return false; }
    base::Result<base::Bytes> transmitFromPad(const PadCommand&) override {
        return base::fail(codes::noPinPad);
    }
    base::Result<void> begin() override { return {}; }
    void end() noexcept override {}
    base::Result<void> reconnect() override { return {}; }
    void resetWhenClosed() noexcept override {}

private:
    std::uint8_t next() { return answers_[at_++ % answers_.size()]; }
    ByteView answers_;
    int& commands_;
    std::size_t at_ = 0;
    std::string reader_ = "fuzzer";
    base::Bytes atr_{0x3B, 0x00};
};

void askEverything(ByteView answers, const TrustStore& trust) {
    const base::SystemClock clock;
    LayoutCache cache;
    int commands = 0;
    auto card = EidCard::open(std::make_unique<HostileChannel>(answers, commands), trust, clock, cache);
    if (!card)
        return;
    const base::Secret pin("123456"), puk("12345678");
    if ((*card)->identity())
        __builtin_trap(); // nobody has a certificate that this authority issued
    for (const auto kind : {ports::PinKind::Pin1, ports::PinKind::Pin2, ports::PinKind::Puk}) {
        static_cast<void>((*card)->pinCounter(kind));
        static_cast<void>((*card)->verifyPin(kind, puk));
        static_cast<void>((*card)->unblockPin(kind, puk, pin));
    }
    if ((*card)->authenticate({1, 2, 3}) || (*card)->sign({1, 2, 3}, pin))
        __builtin_trap();
}

/// An authority's certificate; the path is VIENLOGS_FUZZ_CA.
const TrustStore& authorities() {
    static const auto store = TrustStore::fromDirectory(std::getenv("VIENLOGS_FUZZ_CA"));
    return *store;
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
    if (size > 0 && std::getenv("VIENLOGS_FUZZ_CA"))
        askEverything(bytes, authorities());
    return 0;
}
