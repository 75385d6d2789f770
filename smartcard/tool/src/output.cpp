// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "output.h"

#include <iostream>

#include "vienlogs/base/failure_text.h"

namespace vienlogs::cardtool {

void print(const Json& json) {
    std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << std::endl;
}

int complain(const Options& options, const base::Failure& failure, int code, Json json) {
    const auto message = base::messageOf(failure, options.language);
    std::cerr << "vienlogs-card-tool: " << message.happened << ' ' << message.todo << " [" << message.code
              << "]\n";
    if (options.json) {
        json["failure"] = {{"code", message.code}, {"text", message.happened}, {"todo", message.todo}};
        if (!failure.detail.empty())
            json["failure"]["detail"] = failure.detail;
        print(json);
    }
    return code;
}

} // namespace vienlogs::cardtool
