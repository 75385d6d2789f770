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

} // namespace

base::Result<sign::Outcome> signPdf(const Options& options, ServiceContext& services, sign::SigningKey& key) {
    if (options.words.size() != 2)
        return base::fail(sign::codes::nothingToSign, "one PDF at a time");
    const auto source = pdf::FileSource::open(options.words[1]);
    if (!source)
        return base::fail(source.error());
    pdf::SignOptions how;
    how.level = options.level;
    how.signedAt = base::SystemClock().now();
    how.utcOffset = utcOffset(how.signedAt);
    how.issuers = services.authorities().believed();
    if (options.visiblePage)
        how.visible.emplace().page = *options.visiblePage;
    const auto made = pdf::PdfSigner(services.timeStamps(), services.revocation()).sign(key, **source, how);
    const auto written =
        made ? pdf::writeExtended(**source, made->appended, options.out) : base::fail(made.error());
    if (!written)
        return base::fail(written.error());
    return sign::Outcome{made->level, made->notHigher};
}

bool isPdf(const std::filesystem::path& file) {
    std::array<char, 5> head{};
    std::ifstream(file, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == "%PDF-";
}

} // namespace vienlogs::cardtool
