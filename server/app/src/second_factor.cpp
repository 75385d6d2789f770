// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/second_factor.h"

#include <array>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "random.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

using namespace std::chrono_literals;
constexpr std::size_t secretSize = 20;
constexpr std::size_t digits = 6;
constexpr std::uint32_t modulus = 1'000'000;
constexpr int mostFailures = 5;
constexpr auto lockFor = 15min;

std::string base32(const base::Bytes& bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        buffer = (buffer << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            text += alphabet[(buffer >> (bits - 5)) & 31];
    }
    if (bits > 0)
        text += alphabet[(buffer << (5 - bits)) & 31];
    return text;
}

/// The step whose code it is, of those that may be used now; 0 for none.
std::int64_t stepOf(const store::SecondFactor& factor, const std::string& code, base::Timestamp now) {
    const auto current = now.time_since_epoch() / codeStep;
    std::int64_t found = 0;
    for (auto step = current - 1; step <= current + 1; ++step) {
        const auto right = codeAt(factor.secret, step);
        // Every step is compared, in constant time, so that timing tells nothing.
        if (code.size() == digits && right.size() == digits &&
            CRYPTO_memcmp(right.data(), code.data(), digits) == 0 && step > factor.lastStep)
            found = step;
    }
    return found;
}

} // namespace

std::string codeAt(const base::Bytes& secret, std::int64_t step) {
    std::array<unsigned char, 8> counter{};
    for (int i = 7; i >= 0; --i, step >>= 8)
        counter[static_cast<std::size_t>(i)] = static_cast<unsigned char>(step & 0xff);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    if (!HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(),
              mac.data(), &size))
        return {};
    const std::size_t at = mac[size - 1] & 0x0f;
    const auto value = ((mac[at] & 0x7fU) << 24) | (static_cast<std::uint32_t>(mac[at + 1]) << 16) |
                       (static_cast<std::uint32_t>(mac[at + 2]) << 8) | mac[at + 3];
    const auto text = std::to_string(value % modulus);
    return std::string(digits - text.size(), '0') + text;
}

base::Result<base::Bytes> newFactorSecret() {
    return randomBytes(secretSize);
}

std::string factorUri(const base::Bytes& secret, const std::string& clerk) {
    return "otpauth://totp/Vienlogs:" + clerk + "?secret=" + base32(secret) + "&issuer=Vienlogs";
}

base::Result<void> useCode(store::Transaction& transaction, const std::string& clerk, const std::string& code,
                           base::Timestamp now) {
    const auto found = transaction.factors().factor(clerk);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(codes::factorMissing);
    auto factor = **found;
    if (factor.lockedUntil && *factor.lockedUntil > now)
        return base::fail(codes::factorLocked);
    const auto step = stepOf(factor, code, now);
    factor.lockedUntil.reset();
    if (step > 0) {
        factor.lastStep = step;
        factor.failures = 0;
    } else if (++factor.failures >= mostFailures) {
        factor.lockedUntil = now + lockFor;
        factor.failures = 0;
    }
    if (const auto saved = transaction.factors().saveFactor(factor); !saved)
        return saved;
    if (step > 0)
        return {};
    return base::fail(factor.lockedUntil ? codes::factorLocked : codes::factorWrong);
}

} // namespace vienlogs::server::app
