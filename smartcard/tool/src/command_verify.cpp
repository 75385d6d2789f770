// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "commands.h"
#include "context.h"
#include "output.h"
#include "pdf_signing.h"
#include "vienlogs/pdf/validator.h"
#include "vienlogs/verify/validator.h"

namespace vienlogs::cardtool {

namespace {

base::Result<verify::ValidationReport> validate(const std::filesystem::path& file,
                                                const verify::Trust& trust) {
    const auto now = base::SystemClock().now();
    if (!isPdf(file))
        return verify::Validator(trust).validate(file, now);
    const auto source = pdf::FileSource::open(file);
    return source ? pdf::PdfValidator(trust).validate(**source, now) : base::fail(source.error());
}

} // namespace

int verifyFile(const Options& options) {
    const auto services = ServiceContext::make(options);
    if (!services)
        return complain(options, services.error(), unreadable, Json{{"valid", false}});
    const auto report = validate(options.words[1], (*services)->trust());
    if (!report)
        return complain(options, report.error(), unreadable,
                        Json{{"valid", false}, {"signatures", Json::array()}});
    const auto write = options.json ? verify::toJson : verify::toText;
    std::cout << write(*report, options.report, options.language) << std::endl;
    return report->valid() ? done : notDone;
}

} // namespace vienlogs::cardtool
