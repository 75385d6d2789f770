// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Any bytes as a container, as the XML of a signature, and as that XML within a container that is well built.
#include "../smartcard/verify/zip_maker.h"
#include "container.h"
#include "vienlogs/verify/report_writer.h"
#include "vienlogs/verify/validator.h"

using namespace vienlogs;
using namespace vienlogs::verify;

namespace {

void mustNotPass(const base::Result<ValidationReport>& report) {
    if (!report)
        return;
    if (report->valid())
        __builtin_trap(); // nobody is trusted here
    static_cast<void>(toJson(*report, ReportKind::Diagnostic, base::Language::Latvian));
    static_cast<void>(toText(*report, ReportKind::Diagnostic, base::Language::English));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto now = *base::fromRfc3339("2026-11-23T12:00:00Z");
    const Validator validator{Trust{}};
    mustNotPass(validator.validate({data, size}, now));
    const base::Bytes bytes(data, data + size);
    mustNotPass(validator.validate(test::ZipMaker::make({{"mimetype", base::bytesOf(Container::mediaType)},
                                                         {"a.txt", base::bytesOf("text")},
                                                         {"META-INF/signatures0.xml", bytes}}),
                                   now));
    return 0;
}
