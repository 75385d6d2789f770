// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> logArea() {
    static constexpr FailureText texts[] = {
        {"VL-LOG-0001", "Žurnāla savācēja adresi nevar izmantot: %1.",
         "Norādiet udp://, tcp:// vai tls:// ar datora vārdu un portu; tls vajag arī --syslog-ca.",
         "The address of the log's collector cannot be used: %1.",
         "Give udp://, tcp:// or tls:// with a host and a port; tls also needs --syslog-ca.",
         "Адрес сборщика журнала нельзя использовать: %1.",
         "Укажите udp://, tcp:// или tls:// с именем и портом; для tls нужен и --syslog-ca."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
