// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pdf_signing.h"

#include <ctime>
#include <fstream>

#include "vienlogs/pdf/signer.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::cardtool {

namespace {

/// Of this machine at that time.
std::chrono::minutes utcOffset(base::Timestamp at) {
    const auto seconds = std::time_t(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
    std::tm local{};
    localtime_r(&seconds, &local);
    return std::chrono::minutes(local.tm_gmtoff / 60);
}

pdf::Level levelOf(ports::SignatureLevel level) {
    return level == ports::SignatureLevel::B   ? pdf::Level::B
           : level == ports::SignatureLevel::T ? pdf::Level::T
                                               : pdf::Level::LT;
}

} // namespace

base::Result<sign::Outcome> signPdf(const Options& options, ServiceContext& services, sign::SigningKey& key) {
    if (options.words.size() != 2)
        return base::fail(sign::codes::nothingToSign, "one PDF at a time");
    const bool stamps = services.timeStamps() != nullptr, revocation = services.revocation() != nullptr;
    if (options.level != ports::SignatureLevel::B && (!stamps || !revocation))
        return base::fail(sign::codes::noServices);
    const auto source = pdf::FileSource::open(options.words[1]);
    if (!source)
        return base::fail(source.error());
    pdf::SignOptions how;
    how.level = levelOf(options.level);
    how.signedAt = base::SystemClock().now();
    how.utcOffset = utcOffset(how.signedAt);
    how.issuers = services.authorities().believed();
    if (options.visiblePage)
        how.visible.emplace().page = *options.visiblePage;
    const auto more = pdf::PdfSigner(services.timeStamps(), services.revocation()).sign(key, **source, how);
    const auto written = more ? pdf::writeExtended(**source, *more, options.out) : base::fail(more.error());
    if (!written)
        return base::fail(written.error());
    sign::Outcome outcome;
    outcome.level = options.level;
    return outcome;
}

bool isPdf(const std::filesystem::path& file) {
    std::array<char, 5> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == "%PDF-";
}

} // namespace vienlogs::cardtool
