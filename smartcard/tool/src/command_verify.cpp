// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "commands.h"
#include "context.h"
#include "output.h"
#include "vienlogs/verify/validator.h"

namespace vienlogs::cardtool {

int verifyFile(const Options& options) {
    const auto services = ServiceContext::make(options);
    if (!services)
        return complain(options, services.error(), unreadable, Json{{"valid", false}});
    const auto report =
        verify::Validator((*services)->trust()).validate(options.words[1], base::SystemClock().now());
    if (!report)
        return complain(options, report.error(), unreadable,
                        Json{{"valid", false}, {"signatures", Json::array()}});
    const auto write = options.json ? verify::toJson : verify::toText;
    std::cout << write(*report, options.report, options.language) << std::endl;
    return report->valid() ? done : notDone;
}

} // namespace vienlogs::cardtool
