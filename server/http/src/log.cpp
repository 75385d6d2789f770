// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/http/log.h"

#include <nlohmann/json.hpp>

namespace vienlogs::server::http {

void Log::write(std::string_view level, std::string_view event, std::initializer_list<Field> fields) {
    nlohmann::ordered_json line{{"at", base::toRfc3339(clock_.now())}, {"level", level}, {"event", event}};
    for (const auto& [name, value] : fields)
        line[name] = value;
    const auto text = line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    const std::scoped_lock lock(mutex_);
    out_ << text << std::endl;
}

} // namespace vienlogs::server::http
