// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "context.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/card/failures.h"

namespace vienlogs::cardtool {

namespace {

constexpr std::uintmax_t largestPem = 1U << 20;

base::Result<std::string> readText(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream stream(file, std::ios::binary);
    if (error || size > largestPem || !stream)
        return base::fail(base::codes::fileUnreadable, "cannot be read", file.filename().string());
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

std::filesystem::path keptList(const Options& options) {
    if (!options.listFile.empty())
        return options.listFile;
    const char *cache = std::getenv("XDG_CACHE_HOME"), *home = std::getenv("HOME");
    const auto folder = cache && *cache ? std::filesystem::path(cache)
                                        : std::filesystem::path(home ? home : "/nonexistent") / ".cache";
    std::error_code ignored; // that it cannot be kept is told by who keeps it
    std::filesystem::create_directories(folder / "vienlogs", ignored);
    return folder / "vienlogs" / "trusted-list.xml";
}

} // namespace

base::Result<std::unique_ptr<CardContext>> CardContext::make(const Options& options) {
    auto trust = card::TrustStore::fromDirectory(options.authorities);
    if (!trust)
        return base::fail(std::move(trust.error()));
    return std::unique_ptr<CardContext>(new CardContext(std::move(*trust)));
}

base::Result<std::unique_ptr<ports::CardSession>> CardContext::open(const Options& options) {
    if (!options.reader.empty())
        return readers_.open(options.reader);
    const auto all = readers_.readers();
    if (!all)
        return base::fail(all.error());
    for (const auto& reader : *all)
        if (reader.cardPresent)
            return readers_.open(reader.name);
    return base::fail(all->empty() ? card::codes::noReader : card::codes::noCard);
}

base::Result<std::unique_ptr<ServiceContext>> ServiceContext::make(const Options& options) {
    std::unique_ptr<ServiceContext> context(new ServiceContext);
    if (auto good = context->load(options); !good)
        return base::fail(std::move(good.error()));
    return context;
}

base::Result<void> ServiceContext::load(const Options& options) {
    auto issuers = sign::Authorities::fromDirectory(options.authorities);
    if (!issuers)
        return base::fail(std::move(issuers.error()));
    issuers_ = all_ = std::move(*issuers);
    if (!options.offline)
        revocation_ = std::make_unique<trust::RevocationService>(
            web_, clock_, trust::RevocationSettings{.ocspUrl = options.ocspUrl, .crlUrl = options.crlUrl});
    if (!options.stampAuthority.empty()) {
        const auto pem = readText(options.stampAuthority);
        auto authority = pem ? timestamp::Authority::fromPem(*pem, options.stampAuthority.filename().string())
                             : base::fail(pem.error());
        const auto added =
            authority.and_then([&](auto&) { return stampRoots_.add(options.stampAuthority); }).and_then([&] {
                return all_.add(options.stampAuthority);
            });
        if (!added)
            return added;
        if (!options.stampUrl.empty() && !options.offline)
            stamps_ = std::make_unique<trust::TimeStampService>(
                web_, revocation_.get(), clock_, std::move(*authority),
                trust::TimeStampSettings{.url = options.stampUrl});
    }
    return loadList(options);
}

base::Result<void> ServiceContext::loadList(const Options& options) {
    if (options.listSigner.empty())
        return {};
    const auto pem = readText(options.listSigner);
    auto operators =
        pem ? trust::certificatesOf(*pem, options.listSigner.filename().string()) : base::fail(pem.error());
    if (!operators)
        return base::fail(std::move(operators.error()));
    trust::TrustedListSettings settings;
    settings.url = options.listUrl;
    settings.file = keptList(options);
    settings.operators = std::move(*operators);
    list_ = std::make_unique<trust::TrustedListStore>(options.offline ? nullptr : &web_, clock_, settings);
    return {};
}

verify::Trust ServiceContext::trust() {
    return {issuers_.believed(), stampRoots_.believed(), revocation_.get(), list_.get()};
}

} // namespace vienlogs::cardtool
