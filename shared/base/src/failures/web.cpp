// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> webArea() {
    static constexpr FailureText texts[] = {
        {"VL-WEB-0001", "Dienests internetā neatbild.",
         "Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.",
         "A service on the Internet does not answer.", "Check the Internet connection and try again.",
         "Служба в интернете не отвечает.", "Проверьте подключение к интернету и повторите попытку."},
        {"VL-WEB-0002", "Dienests internetā atteica: statuss %1.",
         "Mēģiniet vēlreiz pēc brīža. Ja tas atkārtojas, pārbaudiet dienesta adresi iestatījumos.",
         "A service on the Internet declined: status %1.",
         "Try again in a while. If it happens again, check the service's address in the settings.",
         "Служба в интернете отказала: статус %1.",
         "Повторите попытку позже. Если это повторится, проверьте адрес службы в настройках."},
        {"VL-WEB-0003", "Dienesta atbilde ir pārāk gara: vairāk nekā %1 baiti.",
         "Pārbaudiet dienesta adresi iestatījumos.", "A service's answer is too long: more than %1 bytes.",
         "Check the service's address in the settings.", "Ответ службы слишком длинный: более %1 байт.",
         "Проверьте адрес службы в настройках."},
        {"VL-WEB-0004", "Dienesta adresi nevar izmantot.",
         "Norādiet adresi, kas sākas ar http:// vai https://.", "A service's address cannot be used.",
         "Give an address that begins with http:// or https://.", "Адрес службы нельзя использовать.",
         "Укажите адрес, начинающийся с http:// или https://."},
        {"VL-WEB-0005", "Dienestam internetā nevar uzticēties: tā TLS sertifikāts nav derīgs.",
         "Pārbaudiet datora pulksteni un dienesta adresi; paziņojiet administratoram.",
         "A service on the Internet cannot be trusted: its TLS certificate does not hold.",
         "Check the computer's clock and the service's address; tell the administrator.",
         "Службе в интернете нельзя доверять: её сертификат TLS недействителен.",
         "Проверьте часы компьютера и адрес службы; сообщите администратору."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
