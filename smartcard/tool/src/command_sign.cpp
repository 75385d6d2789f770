// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <iostream>

#include "commands.h"
#include "context.h"
#include "output.h"
#include "pdf_signing.h"
#include "pin_entry.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::cardtool {

namespace {

const char* nameOf(ports::SignatureLevel level) {
    return level == ports::SignatureLevel::B ? "B" : level == ports::SignatureLevel::T ? "T" : "LT";
}

/// By the ending, for the few that people sign; else a stream of bytes.
std::string mediaTypeOf(const std::filesystem::path& file) {
    static const std::map<std::string, std::string> types{
        {".pdf", "application/pdf"},
        {".txt", "text/plain"},
        {".xml", "application/xml"},
        {".odt", "application/vnd.oasis.opendocument.text"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"}};
    const auto found = types.find(file.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

std::vector<sign::SourceFile> filesOf(const Options& options) {
    std::vector<sign::SourceFile> files;
    for (std::size_t i = 1; i < options.words.size(); ++i)
        files.push_back(sign::fromDisk(options.words[i], mediaTypeOf(options.words[i])));
    return files;
}

base::Result<sign::Outcome> create(const Options& options, ports::CardSession& session,
                                   ports::PinInput pin2) {
    const auto services = ServiceContext::make(options);
    if (!services)
        return base::fail(services.error());
    auto& context = **services;
    sign::CardSigningKey key(session, pin2);
    if (options.pdf)
        return signPdf(options, context, key);
    std::optional<sign::TrustServices> trust;
    if (context.timeStamps() && context.revocation())
        trust.emplace(
            sign::TrustServices{*context.timeStamps(), *context.revocation(), context.authorities()});
    return sign::createContainer(options.out, filesOf(options), key,
                                 {base::SystemClock().now(), options.level, trust ? &*trust : nullptr});
}

base::Result<sign::Outcome> signWith(const Options& options, ports::CardSession& session) {
    if (options.pad)
        return create(options, session, ports::PinInput::atPad());
    static const base::LocalizedText prompt{"PIN2", "PIN2", "PIN2"};
    const auto pin2 = PinEntry(options).ask(prompt);
    return pin2 ? create(options, session, *pin2) : base::fail(pin2.error());
}

} // namespace

int signFiles(const Options& options) {
    const auto context = CardContext::make(options);
    const auto session = context ? (*context)->open(options) : base::fail(context.error());
    const auto outcome = session ? signWith(options, **session) : base::fail(session.error());
    if (!outcome)
        return complain(options, outcome.error(), notDone, Json{{"signed", false}});
    Json json{{"signed", true}, {"level", nameOf(outcome->level)}};
    if (outcome->level != options.level)
        return complain(options, outcome->notHigher.value_or(base::Failure{sign::codes::noServices}), notDone,
                        json);
    if (options.json)
        print(json);
    else
        std::cout << options.out.filename().string() << ": " << nameOf(outcome->level) << '\n';
    return done;
}

} // namespace vienlogs::cardtool
