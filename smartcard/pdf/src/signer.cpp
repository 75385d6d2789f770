// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/pdf/signer.h"

#include <algorithm>
#include <cstdio>

#include "appearance.h"
#include "cms_writer.h"
#include "form.h"
#include "openssl_types.h"
#include "proofs.h"
#include "vienlogs/pdf/failures.h"
#include "vienlogs/sign/failures.h"
#include "vienlogs/sign/signing_key.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t roomForSignature = 4096;
constexpr std::size_t roomForStamp = 16384;
constexpr std::size_t numberWidth = 10;
constexpr double narrowest = 60, lowest = 20, widest = 14400;

/// An update with a place for the signature.
struct Prepared {
    std::string bytes;
    std::size_t contents = 0; ///< Of its "<" in these bytes.
    std::size_t after = 0;    ///< Of what follows its ">".
};

/// "D:20261123140509+02'00'"
std::string dateText(base::Timestamp at, std::chrono::minutes utcOffset) {
    using namespace std::chrono;
    const auto local = floor<seconds>(at + utcOffset);
    const auto day = floor<days>(local);
    const year_month_day date(day);
    const hh_mm_ss time(local - day);
    const auto offset = std::abs(int(utcOffset.count()));
    char text[48];
    std::snprintf(text, sizeof text, "D:%04d%02u%02u%02d%02d%02d%c%02d'%02d'", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()), utcOffset.count() < 0 ? '-' : '+',
                  offset / 60, offset % 60);
    return text;
}

Dictionary signatureDictionary(const SignOptions& options, const std::string& signer, std::size_t room) {
    const Number blank{std::string(numberWidth, '0')};
    Dictionary signature{{"Type", Name{"Sig"}},
                         {"Filter", Name{"Adobe.PPKLite"}},
                         {"SubFilter", Name{"ETSI.CAdES.detached"}},
                         {"ByteRange", Array{Object::integer(0), blank, blank, blank}},
                         {"Contents", String{std::string(room, '\0'), 0, 0, true}},
                         {"M", String{dateText(options.signedAt, options.utcOffset)}},
                         {"Name", textString(signer)}};
    if (!options.reason.empty())
        signature["Reason"] = textString(options.reason);
    if (!options.location.empty())
        signature["Location"] = textString(options.location);
    return signature;
}

/// From the page as it is seen to the page's own coordinates.
base::Result<Array> rectangleOn(const Page& page, const Rectangle& place) {
    const auto [left, bottom, right, top] = page.box;
    const double w = right - left, h = top - bottom;
    const bool lying = page.rotation == 90 || page.rotation == 270;
    if (place.left < 0 || place.bottom < 0 || place.width < narrowest || place.height < lowest ||
        place.width > widest || place.left + place.width > (lying ? h : w) ||
        place.bottom + place.height > (lying ? w : h))
        return base::fail(codes::fieldTaken, "the field does not fit the page");
    std::array<double, 4> corners{place.left, place.bottom, place.left + place.width,
                                  place.bottom + place.height};
    const auto [x0, y0, x1, y1] = corners;
    if (page.rotation == 90)
        corners = {w - y1, x0, w - y0, x1};
    else if (page.rotation == 180)
        corners = {w - x1, h - y1, w - x0, h - y0};
    else if (page.rotation == 270)
        corners = {y0, h - x1, y1, h - x0};
    Array rectangle;
    for (std::size_t i = 0; i < 4; ++i) {
        char text[32];
        std::snprintf(text, sizeof text, "%.2f", corners[i] + (i % 2 ? bottom : left));
        rectangle.push_back(Number{text});
    }
    return rectangle;
}

base::Result<Dictionary> widgetFor(Increment& increment, const Page& page, const SignOptions& options,
                                   const std::string& signer) {
    const auto zero = Object::integer(0);
    constexpr int printAndLocked = 4 | 128;
    Dictionary widget{{"Type", Name{"Annot"}},
                      {"Subtype", Name{"Widget"}},
                      {"FT", Name{"Sig"}},
                      {"F", Object::integer(printAndLocked)},
                      {"Rect", Array{zero, zero, zero, zero}}};
    if (!options.visible)
        return widget;
    const auto rectangle = rectangleOn(page, options.visible->place);
    if (!rectangle)
        return base::fail(rectangle.error());
    const auto appearance = addAppearance(
        increment, *options.visible, {signer, shownTime(options.signedAt, options.utcOffset), options.reason},
        page.rotation);
    if (!appearance)
        return base::fail(appearance.error());
    widget["Rect"] = *rectangle;
    widget["AP"] = Dictionary{{"N", *appearance}};
    return widget;
}

base::Result<Prepared> prepare(Document& document, const SignOptions& options, const std::string& signer,
                               std::size_t room) {
    const auto page = findPage(document, options.visible ? options.visible->page : 1);
    if (!page)
        return base::fail(page.error());
    Increment increment(document);
    auto widget = widgetFor(increment, *page, options, signer);
    if (!widget)
        return base::fail(widget.error());
    const auto signature = increment.add(signatureDictionary(options, signer, room));
    (*widget)["V"] = signature;
    if (const auto added = addField(document, increment, *page, std::move(*widget)); !added)
        return base::fail(added.error());

    auto written = increment.write();
    const auto start = std::size_t(written.positions[signature]);
    const auto range = written.bytes.find("/ByteRange [0 ", start) + 14;
    Prepared prepared{std::move(written.bytes), 0, 0};
    prepared.contents = prepared.bytes.find("/Contents <", start) + 10;
    prepared.after = prepared.contents + 2 * room + 2;
    const auto before = document.end() + prepared.contents, next = document.end() + prepared.after;
    std::size_t at = range;
    for (const auto value : {before, next, document.end() + prepared.bytes.size() - next}) {
        auto digits = std::to_string(value);
        digits.resize(numberWidth, ' ');
        prepared.bytes.replace(at, numberWidth, digits);
        at += numberWidth + 1;
    }
    return prepared;
}

base::Result<void> fill(Prepared& prepared, const base::Bytes& cms) {
    const auto digits = base::toHex(cms);
    if (prepared.contents + 1 + digits.size() >= prepared.after)
        return base::fail(codes::notBuilt, "the signature is larger than its place");
    prepared.bytes.replace(prepared.contents + 1, digits.size(), digits);
    return {};
}

base::Result<std::string> proofsFor(const Source& source, const SignOptions& options,
                                    const base::Bytes& certificate, const ports::TimeStampToken& stamp,
                                    ports::Revocation& revocation) {
    Proofs proofs;
    if (const auto asked = collect(proofs, chainOf(certificate, options.issuers), revocation, stamp.at);
        !asked)
        return base::fail(asked.error());
    auto candidates = certificatesIn(stamp.der);
    const auto issuing = candidates;
    candidates.insert(candidates.end(), options.issuers.begin(), options.issuers.end());
    for (const auto& each : issuing)
        if (const auto chain = chainOf(each, candidates); chain.size() > 1)
            if (const auto asked = collect(proofs, chain, revocation, {}); !asked)
                return base::fail(asked.error());
    auto document = Document::open(source);
    if (!document)
        return base::fail(document.error());
    return storeProofs(*document, proofs);
}

/// A signature at level B whose bytes and CMS are at hand, on its way up.
struct Raising {
    const Source& source;
    const SignOptions& options;
    const base::Bytes& certificate;
    const Prepared& prepared;
    CmsWriter& cms;
};

/// Takes it as far as the services answer; what was reached stays in `made`.
base::Result<void> raise(const Raising& from, ports::TimeStamps* stamps, ports::Revocation* revocation,
                         Signed& made) {
    if (from.options.level == Level::B)
        return {};
    if (!stamps)
        return base::fail(sign::codes::noServices);
    const auto stamp = stamps->stamp(from.cms.signatureValue());
    if (!stamp)
        return base::fail(stamp.error());
    from.cms.setTimeStamp(stamp->der);
    auto stamped = from.prepared;
    if (auto filled = fill(stamped, from.cms.write()); !filled)
        return filled;
    made.appended = std::move(stamped.bytes);
    made.level = Level::T;
    if (from.options.level == Level::T)
        return {};
    if (!revocation)
        return base::fail(sign::codes::noServices);
    const auto stored = proofsFor(ExtendedSource(from.source, made.appended), from.options, from.certificate,
                                  *stamp, *revocation);
    if (!stored)
        return base::fail(stored.error());
    made.appended += *stored;
    made.level = Level::LT;
    return {};
}

} // namespace

base::Result<Signed> PdfSigner::sign(sign::SigningKey& key, const Source& source,
                                     const SignOptions& options) const {
    auto document = Document::open(source);
    if (!document)
        return base::fail(document.error());
    if (const auto may = checkSignable(*document); !may)
        return base::fail(may.error());
    const auto certificate = key.certificate();
    if (!certificate)
        return base::fail(certificate.error());
    const auto chain = chainOf(*certificate, options.issuers);
    auto cms = CmsWriter::make(*certificate, chain);
    const auto parsed = parseX509(*certificate);
    if (!cms || !parsed)
        return base::fail(codes::notBuilt, "the signing certificate");
    auto room = roomForSignature + (options.level == Level::B ? 0 : roomForStamp);
    for (const auto& each : chain)
        room += each.size();

    auto prepared = prepare(*document, options, nameOf(parsed.get()), room);
    if (!prepared)
        return base::fail(prepared.error());
    const std::string_view bytes(prepared->bytes);
    if (const auto hashed =
            cms->hash(source, {bytes.substr(0, prepared->contents), bytes.substr(prepared->after)});
        !hashed)
        return base::fail(hashed.error());
    const auto signature = key.sign(cms->signedAttributes());
    if (!signature)
        return base::fail(signature.error());
    if (const auto set = cms->setSignature(*signature); !set)
        return base::fail(set.error());
    const auto blank = *prepared;
    if (const auto filled = fill(*prepared, cms->write()); !filled)
        return base::fail(filled.error());
    Signed made{std::move(prepared->bytes)};
    if (auto raised = raise({source, options, *certificate, blank, *cms}, timeStamps_, revocation_, made);
        !raised)
        made.notHigher = std::move(raised.error());
    return made;
}

} // namespace vienlogs::pdf
