// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "signature_reader.h"

#include <algorithm>
#include <charconv>

#include "parser.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

constexpr std::size_t mostSignatures = 50;
constexpr std::size_t mostContents = 1U << 20;
constexpr std::size_t mostStored = 32;

tl::unexpected<base::Failure> notCovered(const char* why) {
    return base::fail(codes::notCovered, why);
}

/// "D:20261123140509+02'00'" (ISO 32000-1, section 7.9.4); parts from the month on may be missing.
std::optional<base::Timestamp> timeOf(const Object& object) {
    const auto* string = object.as<String>();
    if (!string || !string->bytes.starts_with("D:"))
        return std::nullopt;
    std::string digits = string->bytes.substr(2);
    const auto number = [&](std::size_t at, std::size_t size, int missing) {
        int value = missing;
        if (at + size <= digits.size())
            std::from_chars(digits.data() + at, digits.data() + at + size, value);
        return value;
    };
    using namespace std::chrono;
    const year_month_day date{year(number(0, 4, 0)), month(unsigned(number(4, 2, 1))),
                              day(unsigned(number(6, 2, 1)))};
    if (!date.ok())
        return std::nullopt;
    auto time =
        sys_days(date) + hours(number(8, 2, 0)) + minutes(number(10, 2, 0)) + seconds(number(12, 2, 0));
    if (digits.size() > 14 && (digits[14] == '+' || digits[14] == '-')) {
        const auto offset = hours(number(15, 2, 0)) + minutes(number(18, 2, 0));
        time += digits[14] == '+' ? -offset : offset;
    }
    return base::Timestamp(time);
}

base::Result<std::string> bytesAt(const Source& source, std::uint64_t from, std::uint64_t to) {
    if (from > to || to > source.size())
        return notCovered("a range outside of the file");
    std::string bytes(to - from, '\0');
    const auto read = source.read(from, bytes);
    return read ? base::Result<std::string>(std::move(bytes)) : base::fail(read.error());
}

/// Whether a revision ends here: "%%EOF" and at most the end of its line.
bool endsHere(const Source& source, std::uint64_t end) {
    const auto tail = bytesAt(source, end > 8 ? end - 8 : 0, end);
    if (!tail)
        return false;
    const auto mark = tail->rfind("%%EOF");
    return mark != std::string::npos && std::all_of(tail->begin() + long(mark) + 5, tail->end(),
                                                    [](char c) { return c == '\r' || c == '\n'; });
}

base::Result<std::optional<PdfSignature>> read(Document& document, const FormField& field) {
    const auto value = document.entry(field.entries, "V");
    if (!value)
        return base::fail(value.error());
    const auto* entries = value->as<Dictionary>();
    if (!entries || entryOf(*entries, "SubFilter").isName("ETSI.RFC3161"))
        return std::nullopt;
    PdfSignature signature{field.name, {}, {}, *entries, {}, timeOf(entryOf(*entries, "M"))};
    if (const auto* name = entryOf(*entries, "SubFilter").as<Name>())
        signature.subFilter = name->text;
    if (const auto* own = entryOf(field.entries, "V").as<Reference>())
        signature.reference = *own;
    if (const auto* contents = entryOf(*entries, "Contents").as<String>())
        signature.contents = base::bytesOf(contents->bytes);
    return signature;
}

} // namespace

base::Result<std::vector<PdfSignature>> readSignatures(Document& document) {
    const auto fields = fieldsOf(document);
    if (!fields)
        return base::fail(fields.error());
    std::vector<PdfSignature> signatures;
    for (const auto& field : *fields) {
        if (!field.signature)
            continue;
        auto signature = read(document, field);
        if (!signature)
            return base::fail(signature.error());
        if (*signature)
            signatures.push_back(std::move(**signature));
        if (signatures.size() > mostSignatures)
            return base::fail(codes::tooComplex, "too many signatures");
    }
    return signatures;
}

base::Result<SignedBytes> coverageOf(const PdfSignature& signature, const Source& source) {
    const auto* range = entryOf(signature.entries, "ByteRange").as<Array>();
    const auto* contents = entryOf(signature.entries, "Contents").as<String>();
    if (!range || range->size() != 4 || !contents || contents->length > mostContents)
        return notCovered("a byte range of another shape");
    std::array<std::uint64_t, 4> at{};
    for (std::size_t i = 0; i < at.size(); ++i) {
        const auto value = (*range)[i].toInteger();
        if (!value || *value < 0 || std::uint64_t(*value) > source.size())
            return notCovered("a byte range outside of the file");
        at[i] = std::uint64_t(*value);
    }
    if (at[0] != 0 || at[1] != contents->offset || at[2] != contents->offset + contents->length ||
        at[3] > source.size() - at[2])
        return notCovered("the gap is not the signature's value");
    // The place must really hold the value: a dictionary in an object stream has its places elsewhere.
    const auto gap = bytesAt(source, at[1], at[2]);
    if (!gap || !gap->starts_with('<') || gap->starts_with("<<"))
        return notCovered("the gap is not a value");
    Parser parser(*gap);
    const auto value = parser.object();
    if (!value || !value->as<String>() || value->as<String>()->length != gap->size() ||
        !(*value == *contents))
        return notCovered("the gap is another value");
    const SignedBytes part{at[1], at[2], at[2] + at[3]};
    if (!endsHere(source, part.end))
        return notCovered("it ends within a revision");
    auto revision = Document::open(source, part.end);
    const auto same = revision ? revision->at(signature.reference) : base::fail(revision.error());
    if (!same || !same->as<Dictionary>() || !(*same->as<Dictionary>() == signature.entries))
        return notCovered("it is not part of the revision that it signs");
    return part;
}

void takeStore(Document& document, verify::Evidence& evidence) {
    const auto catalog = document.catalog();
    const auto store = catalog ? document.entry(*catalog, "DSS") : base::fail(catalog.error());
    const auto* entries = store ? store->as<Dictionary>() : nullptr;
    if (!entries)
        return;
    for (auto [key, into] : {std::pair{"Certs", &evidence.certificates},
                             {"OCSPs", &evidence.ocspResponses},
                             {"CRLs", &evidence.crls}}) {
        const auto list = document.entry(*entries, key);
        const auto* items = list ? list->as<Array>() : nullptr;
        for (std::size_t i = 0; items && i < items->size() && i < mostStored; ++i) {
            const auto item = document.resolve((*items)[i]);
            const auto* stream = item ? item->as<Stream>() : nullptr;
            if (!stream)
                continue;
            if (const auto bytes = document.decoded(*stream))
                into->push_back(base::bytesOf(*bytes));
        }
    }
}

} // namespace vienlogs::pdf
