// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes from somebody else's container: lifted as a whole, and read as its signatures, its time stamp and
// the certificate of an issuer.
#include "archive.h"
#include "signature_file.h"
#include "stamp_token.h"
#include "vienlogs/sign/failures.h"

using namespace vienlogs;

namespace {

/// Stamps with what was fuzzed, too.
class Services final : public ports::TimeStamps, public ports::Revocation {
public:
    explicit Services(base::Bytes bytes) : bytes_(std::move(bytes)) {}
    base::Result<ports::TimeStampToken> stamp(const base::Bytes&) override {
        return ports::TimeStampToken{bytes_, {}};
    }
    base::Result<ports::RevocationAnswer> ask(const base::Bytes&, const base::Bytes&) override {
        return ports::RevocationAnswer{.state = ports::RevocationState::Good, .proof = bytes_};
    }
    base::Result<ports::RevocationAnswer> askAfter(const base::Bytes& certificate, const base::Bytes& issuer,
                                                   base::Timestamp) override {
        return ask(certificate, issuer);
    }

private:
    base::Bytes bytes_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::Bytes bytes(data, data + size);
    Services answers(bytes);
    const sign::Authorities authorities;
    const sign::TrustServices services{answers, answers, authorities};
    if (const auto archive = sign::Archive::open(bytes))
        static_cast<void>(archive->files());
    static_cast<void>(sign::liftContainer(bytes, sign::Level::LT, services));
    if (auto file = sign::SignatureFile::parse(bytes)) {
        static_cast<void>(file->lift(sign::Level::LT, services));
        // What was written can be read again, and never is below what it was.
        const auto written = file->bytes();
        if (!written || !sign::SignatureFile::parse(*written) || file->level() < sign::Level::T)
            __builtin_trap();
    }
    static_cast<void>(sign::readStampToken(bytes));
    static_cast<void>(authorities.chainOf(bytes, {bytes}));
    return 0;
}
