// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> timestampArea() {
    static constexpr FailureText texts[] = {
        {"VL-TSA-0001", "Laika zīmogu dienests neatbild.",
         "Darbs turpinās; zīmogs tiks pielikts, kad dienests atbildēs. Ja tas ilgst, pārbaudiet tā adresi.",
         "The time stamp service does not answer.",
         "Work goes on; the stamp is made once the service answers. If this lasts, check its address.",
         "Служба меток времени не отвечает.",
         "Работа продолжается; метка будет поставлена, когда служба ответит. Если это длится, проверьте её "
         "адрес."},
        {"VL-TSA-0002", "Laika zīmogs nav derīgs: %1.",
         "Neuzticieties tam. Pārbaudiet laika zīmogu dienestu un tā sertifikātu failu (--tsa-ca).",
         "A time stamp does not hold: %1.",
         "Do not rely on it. Check the time stamp service and the file of its certificates (--tsa-ca).",
         "Метка времени недействительна: %1.",
         "Не полагайтесь на неё. Проверьте службу меток времени и файл её сертификатов (--tsa-ca)."},
        {"VL-TSA-0003", "Laika zīmogu dienesta sertifikātu failu nevar izmantot: %1.",
         "Norādiet PEM failu ar dienesta izdevēja sertifikātu.",
         "The file of the time stamp service's certificates cannot be used: %1.",
         "Give a PEM file with the certificate of the service's issuer.",
         "Файл сертификатов службы меток времени нельзя использовать: %1.",
         "Укажите файл PEM с сертификатом издателя службы."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
